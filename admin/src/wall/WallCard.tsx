import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { Ladder } from '../patterns/Ladder';
import { useNow } from '../patterns/useNow';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { Awaited } from './Awaited';
import { CardActions } from './CardActions';
import { CardFrame } from './CardFrame';
import { CardHeading } from './CardHeading';
import { Countdown, NextStep } from './Countdown';
import { toneOf, type WallEscalation } from './urgency';
import { useWall } from './wallContext';

interface WallCardProps {
  escalation: WallEscalation;
  isPhone?: boolean;
}

/** One escalation nobody has taken: what, how long until it climbs, who is awaited, what to do. */
export function WallCard({ escalation, isPhone = false }: WallCardProps) {
  const { selectedId } = useWall();
  const isSelected = escalation.id === selectedId;
  const trigger = useWord()('trigger', escalation.trigger);
  const frame = useSelectedFocus(isSelected);
  return (
    <CardFrame ref={frame} escalation={escalation} isSelected={isSelected && !isPhone}>
      <CardHeading escalation={escalation} end={isPhone ? null : <Reference escalation={escalation} />} />
      {escalation.cause !== trigger && <Cause text={escalation.cause} />}
      <Box sx={{ flex: 1 }} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: { xs: 'wrap', md: 'nowrap' },
          alignItems: 'flex-end',
          justifyContent: 'space-between',
          gap: '4px 12px',
        }}
      >
        <Box sx={{ flexShrink: { md: 0 } }}>
          <NextStep escalation={escalation} />
          <Countdown escalation={escalation} />
        </Box>
        <Awaited escalation={escalation} />
      </Box>
      <Box sx={{ mt: '8px', mb: '10px' }}>
        <Ladder level={escalation.level} tone={toneOf(escalation, useNow('second'))} />
      </Box>
      <CardActions escalation={escalation} {...(isPhone && { height: 48 })} />
    </CardFrame>
  );
}

/** After a verb or an arrow key the focus follows the selection, unless it is outside the cards. */
function useSelectedFocus(isSelected: boolean) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isFree = !activeElement || activeElement === document.body || activeElement.closest('article');
    if (isSelected && isFree && !frame.current?.contains(activeElement)) frame.current?.focus({ preventScroll: true });
  }, [isSelected]);
  return frame;
}

function Reference({ escalation }: { escalation: WallEscalation }) {
  const tokens = useTokens();
  return (
    <Box component="span" sx={{ ...type.body, color: tokens.ink2 }}>
      {escalation.complaint.reference}
    </Box>
  );
}

function Cause({ text }: { text: string }) {
  const tokens = useTokens();
  return (
    <Box
      title={text}
      sx={{
        ...type.reading,
        mt: '8px',
        mb: '8px',
        pl: '10px',
        borderLeft: `3px solid ${tokens.line}`,
        color: tokens.ink2,
        display: '-webkit-box',
        WebkitBoxOrient: 'vertical',
        WebkitLineClamp: 2,
        overflow: 'hidden',
        // On a low screen the fact gives way, so that two rows of cards still fit.
        '@media (min-width: 900px) and (max-height: 820px)': visuallyHidden,
      }}
    >
      {text}
    </Box>
  );
}
