import { Box, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ComplaintFilter } from '../gql/graphql';
import { type, useTokens } from '../theme/tokens';
import { worklistsQuery } from './useWorklists';

const listOf = (filter: ComplaintFilter) => `/worklist?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** What the viewer does next: each kind of work that waits, with its number, leads to its rows. Nothing for whom no kind is usual. */
export const WaitingWork = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { data } = useQuery(worklistsQuery);
  if (!data || data.length === 0) return null;
  const waiting = data.filter(({ complaintCount }) => complaintCount > 0);
  return (
    <Paper
      component="section"
      aria-label={translate('worklist.waiting')}
      sx={{ p: '12px 16px', '@media print': { display: 'none' } }}
    >
      <h2>{translate('worklist.waiting')}</h2>
      {waiting.length === 0 ? (
        <Box component="p" sx={{ display: 'flex', gap: 2, alignItems: 'center', color: tokens.met }}>
          <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('worklist.nothingToDo')}
        </Box>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 5 }}>
        {waiting.map(({ awaits, complaintCount: count }) => (
          <li key={awaits}>
            <Box
              component={Link}
              to={listOf({ awaits: [awaits] })}
              sx={{ display: 'flex', alignItems: 'center', minHeight: 34, ...type.body, fontWeight: 600 }}
            >
              {translate('worklist.waitingCount', { count, kind: translate(`words.awaits.${awaits}`) })}
              <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" />
            </Box>
          </li>
        ))}
      </Box>
    </Paper>
  );
};
