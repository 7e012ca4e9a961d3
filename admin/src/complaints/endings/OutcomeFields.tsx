import { FormHelperText } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { useWord } from '../../words/useWord';
import { Hint } from './Hint';

const outcomes = ['CALM', 'UNDECIDED', 'UPSET', 'NOT_REACHED'] as const;
const answers = ['UNASKED', 'YES', 'NO'] as const;

/** What a talk came to, and whether what was explained is accepted. */
export interface TalkOutcome {
  outcome: (typeof outcomes)[number] | undefined;
  accepts: (typeof answers)[number];
}

/** Nothing said yet. */
export const noOutcome: TalkOutcome = { outcome: undefined, accepts: 'UNASKED' };

const isTalk = (kind: string) => kind !== 'PROGRESS';
const isExplained = (kind: string, direction: string) => kind === 'EXPLANATION' && direction === 'OUTBOUND';

/** Whether it says what the talk came to, where that is asked. */
export const isOutcomeSaid = (kind: string, direction: string, { outcome, accepts }: TalkOutcome): boolean =>
  !isTalk(kind) || outcome !== undefined || (isExplained(kind, direction) && accepts !== 'UNASKED');

/** The outcome as the API takes it. */
export const outcomeInput = (kind: string, direction: string, { outcome, accepts }: TalkOutcome) => ({
  ...(isTalk(kind) && outcome ? { outcome } : {}),
  ...(isExplained(kind, direction) && accepts !== 'UNASKED' ? { customerAccepts: accepts === 'YES' } : {}),
});

interface OutcomeFieldsProps {
  kind: string;
  direction: string;
  value: TalkOutcome;
  onChange(value: TalkOutcome): void;
  problem: string | undefined;
}

/** 沟通结果 of a talk, and 是否接受 of an explanation. */
export const OutcomeFields = ({ kind, direction, value, onChange, problem }: OutcomeFieldsProps) => {
  const translate = useTranslate();
  const word = useWord();
  if (!isTalk(kind)) return null;
  return (
    <>
      <div>
        <Choices
          label={translate('ending.outcome')}
          values={outcomes}
          value={value.outcome}
          onChange={(outcome) => onChange({ ...value, outcome })}
          nameOf={(outcome) => word('contactOutcome', outcome)}
        />
        {problem ? <FormHelperText error>{problem}</FormHelperText> : null}
      </div>
      {isExplained(kind, direction) ? (
        <>
          <Choices
            label={translate('ending.accepts')}
            values={answers}
            value={value.accepts}
            onChange={(accepts) => onChange({ ...value, accepts })}
            nameOf={(accepts) => translate(`ending.accepts_${accepts}`)}
          />
          <Hint>{translate('ending.acceptsHint')}</Hint>
        </>
      ) : null}
    </>
  );
};
