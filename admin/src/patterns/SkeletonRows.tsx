import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { radius, useTokens } from '../theme/tokens';
import { visuallyHidden } from './visuallyHidden';

interface SkeletonRowsProps {
  count?: number;
  /** The real height of a row: 62 comfortable, 44 compact. */
  height?: number;
}

/** Rows to come, at their real height; they stay away for the first 200 ms and do not move. */
export function SkeletonRows({ count = 10, height = 62 }: SkeletonRowsProps) {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      sx={{
        position: 'relative',
        animation: 'appear 0s 200ms both',
        '@keyframes appear': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
      }}
    >
      <Box component="span" sx={visuallyHidden}>
        {translate('pattern.loading')}
      </Box>
      {Array.from({ length: count }, (_, row) => (
        <SkeletonRow key={row} height={height} />
      ))}
    </Box>
  );
}

const widths = [14, 44, 10, 16];

function SkeletonRow({ height }: { height: number }) {
  const tokens = useTokens();
  return (
    <Box
      aria-hidden
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '16px',
        height,
        px: '16px',
        borderBottom: `1px solid ${tokens.line}`,
      }}
    >
      {widths.map((width) => (
        <Box
          key={width}
          sx={{ width: `${width}%`, height: 12, borderRadius: `${radius.chip}px`, background: tokens.sunken }}
        />
      ))}
    </Box>
  );
}
