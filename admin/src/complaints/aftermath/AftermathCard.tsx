import { Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Card } from '../../org/Card';
import { request } from '../../provider/client';
import { type, useTokens } from '../../theme/tokens';
import type { ComplaintCase } from '../complaints.graphql';
import { Facts } from '../Facts';
import { AftermathDocument, type Aftermath } from './aftermath.graphql';
import { AppealLine } from './AppealLine';
import { useWhen } from './useWhen';

/** 满意度、回访与申诉: what the customer thinks of the answer; nothing before there is any of it. */
export const AftermathCard = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { id, version } = complaint;
  const { data } = useQuery({
    queryKey: ['aftermath', id, version, complaint.events[0]?.cursor],
    queryFn: async ({ signal }) => (await request(AftermathDocument, { id }, signal)).complaint ?? null,
    // An open dialog stays while something happens to the case.
    placeholderData: (former) => (former?.id === id ? former : undefined),
  });
  if (!data || !(data.surveys.length || data.returnVisits.length || data.appeals.length)) return null;
  return (
    <Card title={translate('aftermath.card')}>
      <Heard aftermath={data} />
      {data.appeals.map((appeal) => (
        <AppealLine
          key={appeal.id}
          complaint={complaint}
          appeal={appeal}
          onClosed={() => void queries.invalidateQueries({ queryKey: ['aftermath', id] })}
        />
      ))}
    </Card>
  );
};

/** What was rated, and what was heard on the telephone. */
const Heard = ({ aftermath: { surveys, returnVisits } }: { aftermath: Aftermath }) => {
  const translate = useTranslate();
  const when = useWhen();
  if (!surveys.length && !returnVisits.length) return null;
  const ratings = surveys.map(({ id, state, score, comment, answeredAt, recordedBy }) => (
    <Line
      key={id}
      parts={[
        translate(`aftermath.surveyState.${state}`),
        score ? translate(`aftermath.scores.${score}`) : undefined,
        when(answeredAt),
        recordedBy?.name,
      ]}
      note={comment}
    />
  ));
  const visits = returnVisits.map(({ id, outcome, by, at }) => (
    <Line key={id} parts={[translate(`aftermath.outcomes.${outcome}`), by.name, when(at)]} />
  ));
  return (
    <Facts
      facts={[
        [translate('aftermath.survey'), ratings.length ? ratings : undefined],
        [translate('aftermath.visit'), visits.length ? visits : undefined],
      ]}
    />
  );
};

const Line = ({ parts, note }: { parts: readonly (string | undefined)[]; note?: string | null | undefined }) => {
  const tokens = useTokens();
  return (
    <Box>
      {parts.filter(Boolean).join(' · ')}
      {note ? <Box sx={{ color: tokens.ink2, ...type.meta }}>{note}</Box> : null}
    </Box>
  );
};
