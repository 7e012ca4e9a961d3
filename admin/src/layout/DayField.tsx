import { bankDay, endOfDay, instantOf } from './bankDay';
import { LabelledField } from './LabelledField';

interface DayFieldProps {
  label: string;
  /** An instant. */
  value: string | undefined;
  onChange(instant: string | undefined): void;
  /** The last instant of the day instead of the first. */
  isEnd?: boolean;
  problem?: string | undefined;
}

/** A calendar day at the bank. */
export const DayField = ({ label, value, onChange, isEnd, problem }: DayFieldProps) => (
  <LabelledField
    label={label}
    type="date"
    problem={problem}
    value={value ? bankDay(isEnd ? justBefore(value) : value) : ''}
    onChange={({ target }) => onChange(isEnd ? endOfDay(target.value) : instantOf(target.value))}
  />
);

// Midnight at the end of a span belongs to the day before.
const justBefore = (instant: string) => new Date(new Date(instant).getTime() - 1).toISOString();
