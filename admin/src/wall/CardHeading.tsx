import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { LevelBadge } from '../patterns/LevelBadge';
import { useNow } from '../patterns/useNow';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { toneOf, unitLine, type WallEscalation } from './urgency';

interface CardHeadingProps {
  escalation: WallEscalation;
  /** What stands at the end of the first line. */
  end: ReactNode;
}

/** Why it was raised, how grave it is, what it is about and where. */
export function CardHeading({ escalation, end }: CardHeadingProps) {
  const tokens = useTokens();
  const word = useWord();
  const isNear = toneOf(escalation, useNow('second')) === 'breach';
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px' }}>
        <Box component="span" sx={{ ...type.section, color: isNear ? tokens.breach : tokens.warn }}>
          {word('trigger', escalation.trigger)}
        </Box>
        <LevelBadge level={escalation.complaint.level} />
        <Box component="span" sx={{ ml: 'auto' }}>
          {end}
        </Box>
      </Box>
      <Box
        component="h2"
        id={`title-${escalation.id}`}
        title={escalation.complaint.title}
        sx={{ ...type.detailTitle, ...clamp, m: 0, mt: '6px' }}
      >
        {escalation.complaint.title}
      </Box>
      <Box sx={{ ...type.body, color: tokens.ink2 }}>{unitLine(escalation)}</Box>
    </>
  );
}

const clamp = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  '@media (max-width: 899.95px)': { fontSize: 20, lineHeight: '28px' },
} as const;
