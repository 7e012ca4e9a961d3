import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LevelBadge } from '../patterns/LevelBadge';
import { StageChip } from '../patterns/StageChip';
import { asEnding, type Stage } from '../patterns/stages';
import { StageStepper } from '../patterns/StageStepper';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { ComplaintCase } from './complaints.graphql';

/** Level, channel, reference, title and how far it has come. */
export const CaseHeader = ({ complaint }: { complaint: ComplaintCase }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const reference = complaint.isDrill
    ? translate('pattern.drill.reference', { reference: complaint.reference })
    : complaint.reference;
  return (
    <Box component="section" sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 1 }}>
        <LevelBadge level={complaint.level} />
        <Box
          component="span"
          sx={{ px: 2, borderRadius: `${radius.chip}px`, backgroundColor: tokens.sunken, ...type.meta }}
        >
          {word('channel', complaint.channel)}
        </Box>
        <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
          {reference}
        </Box>
        {asEnding(complaint.status) ? <StageChip status={complaint.status} /> : null}
      </Box>
      <Box component="h1" sx={{ ...type.detailTitle, mb: 3, overflowWrap: 'anywhere' }}>
        {complaint.title}
      </Box>
      <Steps complaint={complaint} />
    </Box>
  );
};

const Steps = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const { status } = complaint;
  if (status === 'REJECTED' || status === 'REFERRED' || status === 'WITHDRAWN') return null;
  const at = (...kinds: string[]) => complaint.events.find(({ kind }) => kinds.includes(kind))?.at ?? null;
  const times = {
    REGISTERED: complaint.receivedAt,
    SCREENED: at('SCREENED'),
    ASSIGNED: at('ASSIGNED', 'REASSIGNED'),
    INVESTIGATING: at('HANDOVER_ACCEPTED'),
    REPLIED: complaint.repliedAt ?? null,
    CLOSED: complaint.closedAt ?? null,
  };
  return (
    <Box role="group" aria-label={translate('worklist.stage')} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Box sx={{ minWidth: 640 }}>
        <StageStepper stage={status as Stage} times={times} />
      </Box>
    </Box>
  );
};
