import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { KeyHint } from '../patterns/KeyHint';
import { dayTimeText, spokenDuration } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { useCapability } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { BulkAssign } from './BulkAssign';
import { complaintCount } from './complaintCount';
import { ComplaintsDocument } from './complaints.graphql';
import { toDo } from './useWorklists';
import { nearestClock } from './nearestClock';

/** The page's name, the one sentence that says how things stand, and the way to a new complaint. */
export const BoardHeader = ({ title, name }: { title: string; name: string }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const mayRegister = useCapability('REGISTER_COMPLAINT');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 2 }}>
      <Box component="h1" sx={type.listTitle}>
        {title}
      </Box>
      <Box component="p" sx={{ flex: 1, minWidth: 200, color: tokens.ink2 }}>
        {name === 'complaints' ? null : (
          <>
            <ToDo /> <Sentence />
          </>
        )}
      </Box>
      <BulkAssign />
      {mayRegister ? (
        <Button component={Link} to="/register">
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('worklist.register')}
          <KeyHint keys="N" />
        </Button>
      ) : null}
    </Box>
  );
};

const ToDo = () => {
  const translate = useTranslate();
  const { data } = useQuery(complaintCount(toDo));
  if (!data) return null;
  const { totalCount: count } = data;
  return translate(count > 0 ? 'worklist.toDo' : 'worklist.nothingToDo', { count });
};

const nearest = {
  queryKey: ['complaints', 'count', 'nearest'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const variables = {
      filter: { isOpen: true },
      sort: { field: 'NEXT_DUE_AT', direction: 'ASC' },
      page: { limit: 1 },
    } as const;
    return (await request(ComplaintsDocument, variables, signal)).complaints.items[0] ?? null;
  },
};

const Sentence = () => {
  const translate = useTranslate();
  const locale = useTimeLocale();
  const now = useNow();
  const { data: overdue } = useQuery(complaintCount({ isOpen: true, isOverdue: true }));
  const { data: first } = useQuery(nearest);
  if (!overdue || first === undefined) return null;
  const clock = first && nearestClock(first.clocks);
  if (overdue.totalCount > 0) {
    const late = clock ? now - new Date(clock.dueAt).getTime() : 0;
    return translate('worklist.overdue', {
      count: overdue.totalCount,
      length: spokenDuration(Math.max(0, late), locale),
    });
  }
  if (!clock) return translate('worklist.calm');
  return translate('worklist.nextDue', { when: dayTimeText(clock.dueAt, now, locale), reference: first.reference });
};
