import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { CalendarOff, Check, type LucideIcon, Pause } from 'lucide-react';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../gql';
import type { DayReason, ExplainDeadlineQuery } from '../gql/graphql';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { ComplaintCase } from './complaints.graphql';

const ExplainDeadlineDocument = graphql(`
  query ExplainDeadline($clockId: ID!) {
    explainDeadline(clockId: $clockId) {
      sentence
      days {
        day
        reason
        text
      }
    }
  }
`);

type Explanation = NonNullable<ExplainDeadlineQuery['explainDeadline']>;

interface DeadlineDialogProps {
  clock: Pick<ComplaintCase['clocks'][number], 'id' | 'kind' | 'dueAt'>;
  onClose(): void;
}

/** 时限说明: each day that counts or does not, and why; the words are the server's. */
export const DeadlineDialog = ({ clock: { id, kind, dueAt }, onClose }: DeadlineDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const titleId = useId();
  const { data, error, refetch } = useQuery({
    queryKey: ['deadline', id, dueAt],
    queryFn: async ({ signal }) => (await request(ExplainDeadlineDocument, { clockId: id }, signal)).explainDeadline,
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth>
      <DialogTitle id={titleId}>
        {translate('complaint.deadline')} · {word('clockKind', kind)}
      </DialogTitle>
      <DialogContent>
        {error ? (
          <ErrorState
            title={translate('complaint.deadlineFailed')}
            errorId={asApiError(error).id}
            onRetry={() => void refetch()}
          />
        ) : null}
        {!data && !error ? <SkeletonRows count={4} height={28} /> : null}
        {data ? <Days explanation={data} label={translate('complaint.deadlineDays')} /> : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('jiesu.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

const Days = ({ explanation: { sentence, days }, label }: { explanation: Explanation; label: string }) => {
  const tokens = useTokens();
  return (
    <>
      <Box component="p" sx={{ mb: 3, fontWeight: 600 }}>
        {sentence}
      </Box>
      <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {days.map(({ day, reason, text }, at) => {
          const Icon = marks[reason];
          return (
            <Box
              component="li"
              key={`${day} ${at}`}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 2,
                py: 1,
                borderTop: at > 0 ? `1px solid ${tokens.line}` : 0,
                color: Icon === Check ? tokens.ink : tokens.ink3,
                ...type.meta,
              }}
            >
              <Icon size={15} strokeWidth={1.75} aria-hidden="true" style={{ flex: 'none' }} />
              {text}
            </Box>
          );
        })}
      </Box>
    </>
  );
};

const marks: Readonly<Record<DayReason, LucideIcon>> = {
  RECEIPT: CalendarOff,
  DAY_OFF: CalendarOff,
  WEEKEND: CalendarOff,
  PAUSED: Pause,
  COUNTED: Check,
  MAKE_UP: Check,
  ELAPSED: Check,
};
