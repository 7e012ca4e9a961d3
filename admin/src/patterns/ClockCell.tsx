import Box from '@mui/material/Box';
import { type, useTokens } from '../theme/tokens';
import type { ClockValue } from './clock';
import { clockColours } from './clockColours';
import { ClockMark } from './ClockMark';
import { DeadlineRail } from './DeadlineRail';
import { Explainable } from './Explainable';
import { fixedTerm } from './fixedTerm';
import { useClock } from './useClock';

interface ClockCellProps {
  clock: ClockValue;
  /** Name the kind after the due time; off where a heading says it already. */
  showsKind?: boolean;
  onExplain?: () => void;
}

/** How long is left, with the deadline rail and the due time below. */
export function ClockCell({ clock, showsKind = true, onExplain }: ClockCellProps) {
  const tokens = useTokens();
  const { kind, state, share, warnAt, text, time, spoken } = useClock(clock);
  const { text: ink, mark } = clockColours(tokens)[state];
  return (
    <Explainable spoken={spoken} onExplain={onExplain}>
      <Box component="span" sx={{ ...fixedTerm, display: 'block', width: 124, maxWidth: '100%' }}>
        <Box
          component="span"
          sx={{
            ...type.body,
            fontWeight: 600,
            lineHeight: '20px',
            display: 'flex',
            alignItems: 'center',
            gap: '7px',
            color: ink,
            textDecoration: state === 'CANCELLED' ? 'line-through' : 'none',
            whiteSpace: 'nowrap',
          }}
        >
          <Box component="span" sx={{ display: 'inline-flex', color: mark }}>
            <ClockMark state={state} share={share} />
          </Box>
          {text}
        </Box>
        <Box component="span" sx={{ display: 'block', my: '2px' }}>
          <DeadlineRail state={state} share={share} warnAt={warnAt} />
        </Box>
        <Box component="span" sx={{ ...type.caption, display: 'block', color: tokens.ink3, whiteSpace: 'nowrap' }}>
          {showsKind && kind ? `${time} · ${kind}` : time}
        </Box>
      </Box>
    </Explainable>
  );
}
