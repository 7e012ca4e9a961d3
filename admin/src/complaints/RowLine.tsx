import { Box, TableCell, TableRow } from '@mui/material';
import { Link } from 'react-router-dom';
import { ClockCell } from '../patterns/ClockCell';
import { LevelBadge } from '../patterns/LevelBadge';
import { StageChip } from '../patterns/StageChip';
import { type, useTokens } from '../theme/tokens';
import type { ComplaintRow } from './complaints.graphql';
import { nearestClock } from './nearestClock';
import { NextStep } from './NextStep';
import { RowMeta } from './RowMeta';
import { WhoHasIt } from './WhoHasIt';

interface RowLineProps {
  row: ComplaintRow;
  isCompact: boolean;
  isSelected: boolean;
  onSelect(): void;
}

/** One complaint in the table: how long is left, what it is, whose it is, what to do now. */
export const RowLine = ({ row, isCompact, isSelected, onSelect }: RowLineProps) => {
  const tokens = useTokens();
  const clock = nearestClock(row.clocks);
  return (
    <TableRow
      id={`row-${row.id}`}
      selected={isSelected}
      onClick={onSelect}
      sx={{
        height: isCompact ? 44 : 62,
        cursor: 'pointer',
        boxShadow: isSelected ? `inset 3px 0 ${tokens.primary}` : 'none',
        '&:hover': { backgroundColor: isSelected ? tokens.primarySoft : tokens.canvas },
        '& td': { py: 0 },
      }}
    >
      <TableCell>
        <Clamp isCompact={isCompact}>{clock ? <ClockCell clock={clock} /> : null}</Clamp>
      </TableCell>
      <TableCell sx={{ minWidth: 0 }}>
        <Title row={row} isSelected={isSelected} />
        {isCompact ? null : <RowMeta row={row} />}
      </TableCell>
      <TableCell sx={{ px: 2 }}>
        <LevelBadge level={row.level} />
      </TableCell>
      <TableCell sx={{ px: 2 }}>
        <StageChip status={row.status} />
      </TableCell>
      <TableCell sx={{ px: 2 }}>
        <WhoHasIt row={row} isCompact={isCompact} />
      </TableCell>
      <TableCell sx={{ textAlign: 'right' }}>
        <NextStep row={row} isSelected={isSelected} />
      </TableCell>
    </TableRow>
  );
};

const Clamp = ({ isCompact, children }: { isCompact: boolean; children: React.ReactNode }) => (
  <Box sx={isCompact ? { height: 28, overflow: 'hidden' } : undefined}>{children}</Box>
);

const Title = ({ row, isSelected }: { row: ComplaintRow; isSelected: boolean }) => {
  const tokens = useTokens();
  return (
    <Box
      component={Link}
      to={`/complaints/${row.id}/show`}
      title={row.title}
      sx={{
        display: 'block',
        color: tokens.ink,
        textDecoration: 'none',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        ...type.body,
        fontWeight: isSelected ? 600 : 400,
        '&:hover': { textDecoration: 'underline' },
      }}
    >
      {row.title}
    </Box>
  );
};
