import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { useWord } from '../../words/useWord';
import { Cell, Tick } from './cells';
import type { FieldsProps } from './EditForm';
import type { HandlingDraft } from './handlingDraft';
import { Line } from './Line';
import { PeriodsFields } from './PeriodsFields';
import { ReviewsFields } from './ReviewsFields';
import { RoutesFields } from './RoutesFields';

/** What each part of 办理规则 is given. */
export interface HandlingProps {
  handling: HandlingDraft;
  change(part: Partial<HandlingDraft>): void;
  /** What is wrong at a field, by its path below `policy.handling`. */
  problemAt(path: string): string | undefined;
}

/** 办理规则: time for each step, who reviews and replies, appeal, and where complaints go. */
export const HandlingFields = ({ editor: { draft, set, problemAt } }: FieldsProps) => {
  const translate = useTranslate();
  const { handling } = draft;
  const props: HandlingProps = {
    handling,
    change: (part) => set('handling', { ...handling, ...part }),
    problemAt: (path) => problemAt(`policy.handling.${path}`),
  };
  const parts = { periods: PeriodsFields, reviews: ReviewsFields, reply: ReplyFields, routes: RoutesFields };
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      {Object.entries(parts).map(([name, Part]) => (
        <section key={name} aria-label={translate(`handling.${name}`)}>
          <h3>{translate(`handling.${name}`)}</h3>
          <Part {...props} />
        </section>
      ))}
    </Box>
  );
};

const ReplyFields = ({ handling, change, problemAt }: HandlingProps) => {
  const translate = useTranslate();
  const word = useWord();
  const days = (field: 'appealWindowDays' | 'reopenWindowDays') => (
    <Line name={translate(`handling.${field}`)} note={translate(`handling.note.${field}`)}>
      <Cell
        isNumber
        label={`${translate(`handling.${field}`)}${translate('handling.inDays')}`}
        value={handling[field]}
        onChange={(value) => change({ [field]: value })}
        problem={problemAt(field)}
      />
      <span>{translate('handling.days')}</span>
    </Line>
  );
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 2 }}>
      <Choices
        label={translate('handling.replyBy')}
        values={['DESK', 'DEPARTMENT'] as const}
        value={handling.replyBy}
        onChange={(replyBy) => change({ replyBy })}
        nameOf={(each) => word('replyBy', each)}
      />
      {(['replyBeforeExecution', 'firstHandlerKeepsGeneral'] as const).map((field) => (
        <Line key={field} name={translate(`handling.${field}`)} note={translate(`handling.note.${field}`)}>
          <Tick
            label={translate('handling.allowed')}
            spoken={translate(`handling.${field}`)}
            isChosen={handling[field]}
            onChange={(isChosen) => change({ [field]: isChosen })}
          />
        </Line>
      ))}
      {days('appealWindowDays')}
      {days('reopenWindowDays')}
    </Box>
  );
};
