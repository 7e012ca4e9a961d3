import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { Countdown } from './Countdown';
import type { WallEscalation } from './urgency';
import { useWall } from './wallContext';

const rowsShown = 4;

/** Those that do not fit: cards never shrink. */
export function MoreCard({ escalations }: { escalations: readonly WallEscalation[] }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="section"
      aria-label={translate('wall.more', { count: escalations.length })}
      sx={{
        p: '16px 20px',
        border: `1px dashed ${tokens.edge}`,
        borderRadius: `${radius.wallCard}px`,
        minWidth: 0,
        // On a low screen the fourth line gives way, so that two rows of cards still fit.
        '@media (max-height: 820px)': { '& > button:nth-of-type(n + 4)': { display: 'none' } },
      }}
    >
      <Box component="h2" sx={{ ...type.sentence, m: 0 }}>
        {translate('wall.more', { count: escalations.length })}
      </Box>
      <Box sx={{ ...type.body, mb: '8px', color: tokens.ink2 }}>{translate('wall.moreHint')}</Box>
      {escalations.slice(0, rowsShown).map((escalation) => (
        <MoreRow key={escalation.id} escalation={escalation} />
      ))}
    </Box>
  );
}

function MoreRow({ escalation }: { escalation: WallEscalation }) {
  const tokens = useTokens();
  const word = useWord();
  const { select } = useWall();
  return (
    <ButtonBase
      onClick={() => select(escalation.id)}
      sx={{
        display: 'flex',
        justifyContent: 'flex-start',
        gap: '10px',
        width: '100%',
        py: '6px',
        borderTop: `1px solid ${tokens.line}`,
        textAlign: 'start',
      }}
    >
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Box
          component="span"
          sx={{ ...type.section, display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {escalation.complaint.title}
        </Box>
        <Box component="span" sx={{ ...type.caption, display: 'block', color: tokens.ink2 }}>
          {word('trigger', escalation.trigger)} · {escalation.orgUnit.name}
        </Box>
      </Box>
      <Countdown escalation={escalation} isSmall />
    </ButtonBase>
  );
}
