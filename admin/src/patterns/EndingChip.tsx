import Box from '@mui/material/Box';
import { ArrowUpRight, Check, Undo2, X, type LucideIcon } from 'lucide-react';
import { useWord } from '../words/useWord';
import { radius, type, useTokens } from '../theme/tokens';
import type { Ending } from './stages';

const marks: Record<Ending, LucideIcon> = { CLOSED: Check, REJECTED: X, REFERRED: ArrowUpRight, WITHDRAWN: Undo2 };

/** How a complaint ended: a neutral chip with a mark. */
export function EndingChip({ ending }: { ending: Ending }) {
  const tokens = useTokens();
  const word = useWord();
  const Mark = marks[ending];
  return (
    <Box
      component="span"
      sx={{
        ...type.meta,
        display: 'inline-flex',
        alignItems: 'center',
        gap: '6px',
        height: 24,
        px: '8px',
        borderRadius: `${radius.chip}px`,
        background: tokens.sunken,
        color: tokens.ink2,
        whiteSpace: 'nowrap',
      }}
    >
      <Mark size={14} strokeWidth={1.75} aria-hidden />
      {word('status', ending)}
    </Box>
  );
}
