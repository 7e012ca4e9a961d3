import { Box, Button, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ComplaintsDocument, type ComplaintRow } from '../complaints/complaints.graphql';
import { LevelBadge } from '../patterns/LevelBadge';
import { request } from '../provider/client';
import { useCapability } from '../provider/viewer';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { phoneProblem } from './check';
import { useValues } from './fields';

const days = 30;
const dayMilliseconds = 86_400_000;

/** Complaints of the last 30 days from the same phone. */
export const Duplicates = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const maySearch = useCapability('READ_COMPLAINTS');
  const phone = useDeferredValue(useValues().phone.replaceAll(/[\s-]/g, ''));
  const isComplete = phone !== '' && !phoneProblem(phone);
  const [different, setDifferent] = useState<readonly string[]>([]);
  const { data } = useQuery({ ...recent(phone), enabled: maySearch && isComplete });
  const rows = data?.filter(({ id }) => !different.includes(id)) ?? [];
  const words = !maySearch ? 'duplicatesHidden' : data ? 'noDuplicates' : 'duplicatesHint';
  return (
    <Paper component="section" sx={{ p: '12px 16px' }} aria-live="polite">
      <Box sx={{ display: 'flex', alignItems: 'baseline', mb: 2 }}>
        <Box component="h2" sx={{ flex: 1 }}>
          {translate('consequence.duplicates')}
        </Box>
        <Box component="span" sx={{ color: tokens.ink3, ...type.caption }}>
          {translate('consequence.days')}
        </Box>
      </Box>
      {rows.length === 0 ? (
        <Box sx={{ color: tokens.ink3, ...type.meta }}>{translate(`consequence.${words}`)}</Box>
      ) : null}
      {rows.map((row) => (
        <Duplicate key={row.id} row={row} onDifferent={() => setDifferent([...different, row.id])} />
      ))}
    </Paper>
  );
};

const recent = (phone: string) => ({
  queryKey: ['complaints', 'duplicates', phone],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const receivedFrom = new Date(Date.now() - days * dayMilliseconds).toISOString();
    return (await request(ComplaintsDocument, { filter: { phone, receivedFrom }, page: { limit: 3 } }, signal))
      .complaints.items;
  },
  gcTime: 0,
});

const Duplicate = ({ row, onDifferent }: { row: ComplaintRow; onDifferent(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  return (
    <Box sx={{ p: 3, mb: 2, border: `1px solid ${tokens.line}`, borderRadius: `${radius.control}px` }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <LevelBadge level={row.level} />
        <Box component="span" sx={{ flex: 1, color: tokens.ink3, ...type.meta }}>
          {row.reference}
        </Box>
        <span>{word('status', row.status)}</span>
      </Box>
      <Box component="p" sx={{ my: 1.5, ...type.meta }}>
        {row.title}
      </Box>
      <Button size="small" component="a" href={`/complaints/${row.id}/show`} target="_blank" rel="noreferrer">
        {translate('consequence.look')}
      </Button>
      <Button size="small" variant="text" onClick={onDifferent}>
        {translate('consequence.different')}
      </Button>
    </Box>
  );
};
