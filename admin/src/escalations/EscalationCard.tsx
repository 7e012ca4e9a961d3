import { Box } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActionBar } from '../patterns/ActionBar';
import { Ladder } from '../patterns/Ladder';
import { LevelBadge } from '../patterns/LevelBadge';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { dataProvider } from '../provider/dataProvider';
import { useConnection } from '../provider/live';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { EscalationRow } from './escalations.graphql';
import { ResolveEscalationDialog } from './ResolveEscalationDialog';

const known = ['acknowledgeEscalation', 'resolveEscalation'];

/** One escalation: why, about what, how far it has climbed, and what can be done. */
export const EscalationCard = ({ escalation }: { escalation: EscalationRow }) => {
  const tokens = useTokens();
  const isOpen = escalation.status === 'OPEN';
  return (
    <Box
      component="li"
      sx={{
        p: '14px 16px',
        borderBottom: `1px solid ${tokens.line}`,
        display: 'grid',
        gap: '10px 24px',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' },
        boxShadow: isOpen ? `inset 3px 0 ${tokens.breachUi}` : 'none',
      }}
    >
      <Matter escalation={escalation} />
      <Box>
        <Ladder level={escalation.level} tone={isOpen ? 'breach' : 'run'} />
      </Box>
      <Progress escalation={escalation} />
      <Actions escalation={escalation} />
    </Box>
  );
};

const Matter = ({
  escalation: { trigger, reference, complaint, cause, orgUnit, status },
}: {
  escalation: EscalationRow;
}) => {
  const tokens = useTokens();
  const word = useWord();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box component="span" sx={{ fontWeight: 600, color: status === 'OPEN' ? tokens.breach : tokens.ink2 }}>
          {word('trigger', trigger)}
        </Box>
        <LevelBadge level={complaint.level} />
        <Box component="span" sx={{ color: tokens.ink3, ...type.caption }}>
          {reference} · {complaint.reference} · {orgUnit.name}
        </Box>
      </Box>
      <Box
        component={Link}
        to={`/complaints/${complaint.id}/show`}
        sx={{
          display: 'block',
          mt: 1,
          color: tokens.ink,
          ...type.section,
          textDecoration: 'none',
          '&:hover': { textDecoration: 'underline' },
        }}
      >
        {complaint.title}
      </Box>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {cause}
      </Box>
    </Box>
  );
};

const Progress = ({ escalation }: { escalation: EscalationRow }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  const { nextAt, nextLevel, acknowledgedBy, acknowledgedAt, notices, raisedAt } = escalation;
  const proof = ({ acknowledgedAt: at, pushedAt }: EscalationRow['notices'][number]) =>
    translate(`pattern.delivery.${at ? 'acknowledged' : pushedAt ? 'pushed' : 'notPushed'}`);
  const lines = [
    translate('escalations.raised', { when: when(raisedAt) }),
    ...(nextAt && nextLevel
      ? [
          translate('escalations.nextAt', {
            when: when(nextAt),
            level: `${nextLevel} ${word('escalationLevel', nextLevel)}`,
          }),
        ]
      : []),
    ...(acknowledgedBy && acknowledgedAt
      ? [translate('escalations.by', { name: acknowledgedBy.name, when: when(acknowledgedAt) })]
      : []),
    ...notices.map((notice) => translate('escalations.notice', { name: notice.staff.name, proof: proof(notice) })),
  ];
  return <Box sx={{ color: tokens.ink2, ...type.meta }}>{lines.join('　')}</Box>;
};

const Actions = ({ escalation }: { escalation: EscalationRow }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const { state } = useConnection();
  const [isResolving, setIsResolving] = useState(false);
  const [pending, setPending] = useState<string>();
  const acknowledge = async () => {
    setPending('acknowledgeEscalation');
    try {
      await dataProvider.acknowledgeEscalation(escalation.id);
      notify('escalations.acknowledged', { messageArgs: { reference: escalation.reference }, type: 'success' });
    } catch (error) {
      notify(asApiError(error).message, { type: 'error' });
    }
    setPending(undefined);
    await queries.invalidateQueries({ queryKey: ['escalations'] });
  };
  return (
    <>
      <ActionBar
        actions={escalation.allowedActions.filter(({ code }) => known.includes(code))}
        onAction={(code) => (code === 'resolveEscalation' ? setIsResolving(true) : void acknowledge())}
        pendingCode={pending}
        blockedBy={state === 'offline' ? translate('pattern.connection.blocked') : null}
        hasMain={false}
        isOneLine
      />
      {isResolving ? <ResolveEscalationDialog escalation={escalation} onClose={() => setIsResolving(false)} /> : null}
    </>
  );
};
