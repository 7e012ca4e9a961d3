import Box from '@mui/material/Box';
import { useTokens } from '../theme/tokens';
import type { ClockState } from './clock';
import { clockColours } from './clockColours';
import { dashes, hatch } from './hatch';

interface DeadlineRailProps {
  state: ClockState;
  /** The used-up share, 0 to 1. */
  share: number;
  /** Where the warning point stands, 0 to 1. */
  warnAt: number;
}

/** The thin bar of a limit with a tick at its warning point. */
export function DeadlineRail({ state, share, warnAt }: DeadlineRailProps) {
  const tokens = useTokens();
  const { rail } = clockColours(tokens)[state];
  const fills: Partial<Record<ClockState, string>> = {
    BREACHED: hatch(rail, tokens.surface),
    PAUSED: dashes(rail),
    CANCELLED: dashes(rail),
  };
  const isFull = state === 'BREACHED' || state === 'MET';
  const ticks = state === 'RUNNING' || state === 'WARNED';
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 4, background: fills[state] ? 'none' : tokens.sunken }}>
      <Box sx={{ height: 4, width: `${isFull ? 100 : Math.max(2, share * 100)}%`, background: fills[state] ?? rail }} />
      {ticks && (
        <Box
          sx={{
            position: 'absolute',
            bottom: 0,
            left: `${warnAt * 100}%`,
            width: '2px',
            height: 8,
            background: state === 'WARNED' ? tokens.warn : tokens.ink2,
          }}
        />
      )}
    </Box>
  );
}
