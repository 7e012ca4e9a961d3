import { Box, ButtonBase } from '@mui/material';
import { ClockCell } from '../patterns/ClockCell';
import { LevelBadge } from '../patterns/LevelBadge';
import { StageChip } from '../patterns/StageChip';
import { type, useTokens } from '../theme/tokens';
import type { ComplaintRow } from './complaints.graphql';
import { nearestClock } from './nearestClock';
import { RowMeta } from './RowMeta';
import { WhoHasIt } from './WhoHasIt';

/** One complaint on a narrow screen; opens the case beside it. */
export const RowCard = ({ row, onSelect }: { row: ComplaintRow; onSelect(): void }) => {
  const tokens = useTokens();
  const clock = nearestClock(row.clocks);
  return (
    <Box component="li" id={`row-${row.id}`} sx={{ borderBottom: `1px solid ${tokens.line}` }}>
      <ButtonBase
        onClick={onSelect}
        sx={{
          width: '100%',
          p: 4,
          display: 'grid',
          gridTemplateColumns: '1fr auto',
          gap: 2,
          textAlign: 'left',
          alignItems: 'start',
          ...type.body,
        }}
      >
        {clock ? <ClockCell clock={clock} /> : <span />}
        <Box sx={{ justifySelf: 'end' }}>
          <LevelBadge level={row.level} />
        </Box>
        <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
          <Box component="span" sx={{ display: 'block', ...type.section, color: tokens.ink }}>
            {row.title}
          </Box>
          <RowMeta row={row} />
        </Box>
        <WhoHasIt row={row} />
        <Box sx={{ justifySelf: 'end' }}>
          <StageChip status={row.status} />
        </Box>
      </ButtonBase>
    </Box>
  );
};
