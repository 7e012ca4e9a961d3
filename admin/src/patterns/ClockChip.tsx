import Box from '@mui/material/Box';
import { radius, type, useTokens } from '../theme/tokens';
import type { ClockValue } from './clock';
import { clockColours } from './clockColours';
import { ClockMark } from './ClockMark';
import { Explainable } from './Explainable';
import { fixedTerm } from './fixedTerm';
import { useClock } from './useClock';

interface ClockChipProps {
  clock: ClockValue;
  onExplain?: () => void;
}

/** How long is left, as a chip: colour, shape and word change together. */
export function ClockChip({ clock, onExplain }: ClockChipProps) {
  const tokens = useTokens();
  const { state, share, text, spoken } = useClock(clock);
  const colours = clockColours(tokens)[state];
  const isCancelled = state === 'CANCELLED';
  return (
    <Explainable spoken={spoken} onExplain={onExplain}>
      <Box
        component="span"
        sx={{
          ...type.meta,
          ...fixedTerm,
          fontWeight: isCancelled ? 400 : 600,
          display: 'inline-flex',
          alignItems: 'center',
          gap: '6px',
          height: 24,
          px: '7px',
          borderRadius: `${radius.chip}px`,
          border: `1px ${isCancelled ? 'dashed' : 'solid'} ${isCancelled ? tokens.edge : 'transparent'}`,
          background: colours.ground,
          backgroundClip: 'border-box',
          color: colours.onGround,
          textDecoration: isCancelled ? 'line-through' : 'none',
          whiteSpace: 'nowrap',
        }}
      >
        <Box component="span" sx={{ display: 'inline-flex', color: colours.onGroundMark }}>
          <ClockMark state={state} share={share} />
        </Box>
        {text}
      </Box>
    </Explainable>
  );
}
