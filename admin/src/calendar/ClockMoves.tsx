import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../patterns/ErrorState';
import { dueText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { CalendarPublicationEffectDocument } from './calendar.graphql';

/** What publishing the year would do to open clocks: how many move, and each end before and after. */
export const ClockMoves = ({ year }: { year: number }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const locale = useTimeLocale();
  const now = useNow();
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', year, 'effect'],
    queryFn: async ({ signal }) =>
      (await request(CalendarPublicationEffectDocument, { year }, signal)).calendarPublicationEffect,
    staleTime: 0,
  });
  if (error)
    return (
      <ErrorState
        title={translate('calendar.effectFailed')}
        errorId={asApiError(error).id}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <p aria-live="polite">{translate('calendar.reckoning')}</p>;
  const { clockCount, moveCount, moves } = data;
  const rest = moveCount - moves.length;
  return (
    <Box component="section" aria-label={translate('calendar.effect')} sx={{ display: 'grid', gap: 2 }}>
      <Box component="p" sx={{ fontWeight: 600 }}>
        {translate(moveCount > 0 ? 'calendar.moves' : 'calendar.noMoves', { clocks: clockCount, moves: moveCount })}
      </Box>
      {moves.length > 0 ? (
        <Box
          tabIndex={0}
          role="region"
          aria-label={translate('calendar.moveList')}
          sx={{ maxHeight: 260, overflow: 'auto', border: `1px solid ${tokens.line}`, borderRadius: '5px' }}
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                {(['limit', 'dueAt', 'newDueAt'] as const).map((name) => (
                  <TableCell key={name}>{translate(`calendar.${name}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {moves.map(({ kind, dueAt, newDueAt }, at) => (
                <TableRow key={`${at}`}>
                  <TableCell>{word('clockKind', kind)}</TableCell>
                  <TableCell>{dueText(dueAt, now, locale)}</TableCell>
                  <TableCell sx={{ fontWeight: 600 }}>{dueText(newDueAt, now, locale)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      ) : null}
      {rest > 0 ? (
        <Box component="p" sx={type.meta}>
          {translate('calendar.moreMoves', { count: rest })}
        </Box>
      ) : null}
    </Box>
  );
};
