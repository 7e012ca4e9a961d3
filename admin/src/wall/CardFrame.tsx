import Box from '@mui/material/Box';
import type { ReactNode, Ref } from 'react';
import { hatch } from '../patterns/hatch';
import { useNow } from '../patterns/useNow';
import { radius, useTokens, type Tokens } from '../theme/tokens';
import { toneOf, type WallEscalation } from './urgency';
import { useWall } from './wallContext';

interface CardFrameProps {
  escalation: WallEscalation;
  isSelected: boolean;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** The ground of a card with its edge in the clock's colour: hatched cinnabar or plain amber. */
export function CardFrame({ escalation, isSelected, ref, children }: CardFrameProps) {
  const tokens = useTokens();
  const { select, arrivedIds, blockedBy } = useWall();
  const isNear = toneOf(escalation, useNow('second')) === 'breach';
  const choose = () => select(escalation.id);
  return (
    <Box
      component="article"
      ref={ref}
      tabIndex={-1}
      aria-labelledby={`title-${escalation.id}`}
      aria-current={isSelected || undefined}
      onClick={choose}
      onFocus={choose}
      sx={{
        ...frame(tokens, Boolean(blockedBy)),
        '&, &:focus-visible': { outline: isSelected ? `3px solid ${tokens.primary}` : 'none', outlineOffset: 0 },
        animation: arrivedIds.has(escalation.id) ? 'arrive 200ms ease-out' : 'none',
      }}
    >
      <Box
        aria-hidden
        sx={{
          height: 6,
          flex: 'none',
          background: isNear ? hatch(tokens.breachSolid, tokens.breachSoft, 8) : tokens.warnUi,
        }}
      />
      <Box
        sx={{
          flex: 1,
          display: 'flex',
          flexDirection: 'column',
          p: '12px 20px 14px',
          '@media (max-height: 820px)': { p: '8px 20px 10px' },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

/** While the connection is cut the card is dashed: a stale picture never looks live. */
function frame(tokens: Tokens, isStale: boolean) {
  return {
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    minWidth: 0,
    overflow: 'hidden',
    border: `1px ${isStale ? 'dashed' : 'solid'} ${isStale ? tokens.edge : tokens.line}`,
    borderRadius: `${radius.wallCard}px`,
    background: tokens.surface,
    '@keyframes arrive': { from: { transform: 'translateY(-12px)', opacity: 0 } },
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  } as const;
}
