import { Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { DecisionQuery } from '../../gql/graphql';
import { Card } from '../../org/Card';
import { PersonChip } from '../../patterns/PersonChip';
import { request } from '../../provider/client';
import { type, useTokens } from '../../theme/tokens';
import type { ComplaintCase } from '../complaints.graphql';
import { fetchCase } from '../useCase';
import { replaceCase } from '../replaceComplaint';
import { DecisionDocument } from './decide.graphql';
import { TaskLine } from './TaskLine';

type Decision = NonNullable<DecisionQuery['complaint']>;

/** 处理方案: the version that counts and what is to be done; nothing before there is any. */
export const DecisionCard = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { id, version } = complaint;
  const key = ['decision', id, version, complaint.events[0]?.cursor];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await request(DecisionDocument, { id }, signal)).complaint,
  });
  if (!data?.resolution) return null;
  const refresh = async () => {
    replaceCase(queries, await fetchCase(id));
    await queries.invalidateQueries({ queryKey: ['decision', id] });
  };
  return (
    <Card title={translate('decide.card')}>
      <Shown resolution={data.resolution} />
      {data.tasks.map((task) => (
        <TaskLine key={task.id} task={task} onDone={refresh} />
      ))}
    </Card>
  );
};

const Shown = ({ resolution }: { resolution: NonNullable<Decision['resolution']> }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { number, state, verdict, kinds, summary, amount, currency, cause, proposedBy, approvals } = resolution;
  const facts = [
    translate(`decide.verdicts.${verdict}`),
    cause.name,
    ...kinds.map((kind) => translate(`decide.kind.${kind}`)),
    ...(amount ? [`${amount} ${currency}`] : []),
  ];
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('decide.version', { number })} · {translate(`decide.state.${state}`)}
      </Box>
      <Box component="p">{summary}</Box>
      <Box sx={{ color: tokens.ink2, ...type.meta }}>{facts.join(' · ')}</Box>
      <PersonChip person={proposedBy} />
      {approvals.map(({ id, decision, by, comment }) => (
        <Box key={id} sx={{ ...type.meta }}>
          {by.name}：{translate(`decide.decisions.${decision}`)}
          {comment ? ` · ${comment}` : ''}
        </Box>
      ))}
    </Box>
  );
};
