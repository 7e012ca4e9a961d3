import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleCheck } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { fixedTerm } from '../patterns/fixedTerm';
import { durationText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { WallEscalation } from './urgency';
import { useWall } from './wallContext';

/** Escalations somebody has signed for and not yet resolved. */
export function InHandList({ acknowledged }: { acknowledged: readonly WallEscalation[] }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="section" aria-labelledby="in-hand" sx={{ minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ ...type.section, display: 'flex', justifyContent: 'space-between', pb: '10px' }}>
        <Box component="h2" id="in-hand" sx={{ ...type.section, m: 0 }}>
          {translate('wall.inHand')}
        </Box>
        <Box component="span" sx={{ fontWeight: 400, color: tokens.ink2 }}>
          {acknowledged.length}
        </Box>
      </Box>
      {acknowledged.length === 0 && <Box sx={{ ...type.meta, color: tokens.ink2 }}>{translate('wall.noneInHand')}</Box>}
      {/* A list that scrolls must be reachable by key. */}
      <Box
        component="ul"
        tabIndex={0}
        aria-labelledby="in-hand"
        sx={{ m: 0, p: 0, listStyle: 'none', overflowY: 'auto', minHeight: 0 }}
      >
        {acknowledged.map((escalation) => (
          <InHandRow key={escalation.id} escalation={escalation} />
        ))}
      </Box>
    </Box>
  );
}

function InHandRow({ escalation }: { escalation: WallEscalation }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const locale = useTimeLocale();
  const now = useNow();
  const { acknowledgedAt, acknowledgedBy } = escalation;
  const ago = acknowledgedAt ? durationText(Math.max(60_000, now - new Date(acknowledgedAt).getTime()), locale) : '';
  const signed = translate('wall.signedBy', { name: acknowledgedBy?.name ?? translate('wall.unknown'), ago });
  return (
    <Box component="li" sx={{ display: 'flex', gap: '10px', py: '10px', borderTop: `1px solid ${tokens.line}` }}>
      <CircleCheck size={17} strokeWidth={1.75} color={tokens.met} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box
          title={escalation.complaint.title}
          sx={{ ...type.section, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {escalation.complaint.title}
        </Box>
        <Box
          sx={{
            ...type.caption,
            ...fixedTerm,
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: '10px',
            color: tokens.ink2,
          }}
        >
          <span>{word('trigger', escalation.trigger)}</span>
          <span>{signed}</span>
        </Box>
      </Box>
      <ResolveButton escalation={escalation} />
    </Box>
  );
}

function ResolveButton({ escalation }: { escalation: WallEscalation }) {
  const translate = useTranslate();
  const { blockedBy, askResolution } = useWall();
  const action = escalation.allowedActions.find(({ code }) => code === 'resolveEscalation');
  if (!action || action.blockedBy || blockedBy) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      onClick={() => askResolution(escalation)}
      sx={{ alignSelf: 'center', flex: 'none' }}
    >
      {translate('wall.resolve')}
    </Button>
  );
}
