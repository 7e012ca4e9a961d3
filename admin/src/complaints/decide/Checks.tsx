import { Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What a proposal must be. */
export const proposalChecks = ['feasible', 'targeted', 'effective', 'lawful'] as const;
/** What a review asks. */
export const reviewChecks = [...proposalChecks, 'reasonable', 'compliant'] as const;
type Check = (typeof reviewChecks)[number];
/** Answers to the questions. */
export type Answers = Record<Check, boolean>;

/** Every question answered with no, until somebody says yes. */
export const noAnswers: Answers = {
  feasible: false,
  targeted: false,
  effective: false,
  lawful: false,
  reasonable: false,
  compliant: false,
};

interface ChecksProps {
  names: readonly Check[];
  value: Answers;
  onChange(value: Answers): void;
  /** What the server refused, by its names. */
  fields: Readonly<Record<string, string>>;
}

/** Questions that are answered one by one with yes. */
export const Checks = ({ names, value, onChange, fields }: ChecksProps) => {
  const translate = useTranslate();
  return (
    <div role="group" aria-label={translate('decide.checks')}>
      {names.map((name) => (
        <div key={name}>
          <FormControlLabel
            control={
              <Checkbox checked={value[name]} onChange={(_event, checked) => onChange({ ...value, [name]: checked })} />
            }
            label={translate(`decide.check.${name}`)}
          />
          {fields[`checks.${name}`] ? <FormHelperText error>{fields[`checks.${name}`]}</FormHelperText> : null}
        </div>
      ))}
    </div>
  );
};
