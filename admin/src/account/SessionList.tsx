import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { SessionsQuery } from '../gql/graphql';
import { ErrorState } from '../patterns/ErrorState';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { radius, type, useTokens } from '../theme/tokens';
import { EndSessionDocument, SessionsDocument } from './account.graphql';

type Session = SessionsQuery['sessions']['items'][number];

/** Open sessions of a person, one's own unless said otherwise, each with its end. */
export const SessionList = ({ staffId }: { staffId?: string }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions', staffId ?? 'own'],
    queryFn: async ({ signal }) =>
      (await request(SessionsDocument, { staffId: staffId ?? null }, signal)).sessions.items,
  });
  if (error && !data)
    return (
      <ErrorState title={translate('account.failed')} errorId={asApiError(error).id} onRetry={() => void refetch()} />
    );
  if (data?.length === 0) return <Box sx={{ color: tokens.ink3 }}>{translate('account.noSessions')}</Box>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {data?.map((session, index) => (
        <Box
          component="li"
          key={session.id}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            py: 2,
            borderTop: index > 0 ? `1px solid ${tokens.line}` : 0,
          }}
        >
          <Line session={session} />
          {session.isCurrent ? null : <End session={session} onEnded={() => void refetch()} />}
        </Box>
      ))}
    </Box>
  );
};

const Line = ({ session }: { session: Session }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, overflowWrap: 'anywhere' }}>
        {session.device ?? translate('account.unknownDevice')}
        {session.isCurrent ? <Current /> : null}
      </Box>
      <Box sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('account.sessionFacts', {
          address: session.address ?? translate('jiesu.notGiven'),
          at: when(session.createdAt),
          used: when(session.lastUsedAt),
        })}
      </Box>
    </Box>
  );
};

const Current = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="span"
      sx={{
        px: 1.5,
        borderRadius: `${radius.chip}px`,
        backgroundColor: tokens.primarySoft,
        color: tokens.primary,
        whiteSpace: 'nowrap',
        ...type.caption,
      }}
    >
      {translate('account.current')}
    </Box>
  );
};

const End = ({ session, onEnded }: { session: Session; onEnded(): void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [isSending, setIsSending] = useState(false);
  const end = async () => {
    setIsSending(true);
    try {
      await request(EndSessionDocument, { id: session.id });
      notify('account.ended', { type: 'success' });
      onEnded();
    } catch (thrown) {
      notify(asApiError(thrown).message, { type: 'error' });
      setIsSending(false);
    }
  };
  return (
    <Button size="small" disabled={isSending} onClick={() => void end()} sx={{ whiteSpace: 'nowrap' }}>
      {translate('account.end')}
    </Button>
  );
};
