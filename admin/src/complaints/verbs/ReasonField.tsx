import { useTranslate } from 'react-admin';
import { ChooseOne } from '../../layout/ChooseOne';
import { useCodeList } from '../../org/useCodeList';

interface ReasonFieldProps {
  label: string;
  value: string | undefined;
  onChange(code: string | undefined): void;
  problem: string | undefined;
}

/** One of the bank's reasons. */
export const ReasonField = (field: ReasonFieldProps) => {
  const translate = useTranslate();
  const reasons = useCodeList('REASON');
  return (
    <ChooseOne
      values={reasons.map(({ code }) => code)}
      none={translate('verb.choose')}
      nameOf={(code) => reasons.find((each) => each.code === code)?.name ?? code}
      {...field}
    />
  );
};
