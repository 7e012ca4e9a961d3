import { useTranslate } from 'react-admin';
import { Cell } from './cells';

interface ClauseCellProps {
  name: string;
  value: string;
  onChange(value: string): void;
  problem?: string | undefined;
}

/** The clause of a rule that stands in a line. */
export const ClauseCell = ({ name, value, onChange, problem }: ClauseCellProps) => {
  const translate = useTranslate();
  return (
    <Cell
      label={`${name} ${translate('edit.clause')}`}
      placeholder={translate('edit.clause')}
      value={value}
      onChange={onChange}
      problem={problem}
      width={130}
    />
  );
};
