import { FormHelperText } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';

interface YesNoProps {
  label: string;
  value: boolean | undefined;
  onChange(value: boolean): void;
  problem: string | undefined;
}

/** A question that must be answered: nothing is chosen beforehand. */
export const YesNo = ({ label, value, onChange, problem }: YesNoProps) => {
  const translate = useTranslate();
  return (
    <div>
      <Choices
        label={label}
        values={['yes', 'no']}
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(answer) => onChange(answer === 'yes')}
        nameOf={(answer) => translate(`verb.${answer}`)}
      />
      {problem ? (
        <FormHelperText error role="alert">
          {problem}
        </FormHelperText>
      ) : null}
    </div>
  );
};
