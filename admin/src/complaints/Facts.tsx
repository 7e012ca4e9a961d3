import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { type, useTokens } from '../theme/tokens';

/** Name and value; without a value the line is left out. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts in two columns. */
export const Facts = ({ facts, width = 76 }: { facts: readonly Fact[]; width?: number }) => {
  const tokens = useTokens();
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: `minmax(${width}px, max-content) 1fr`,
        gap: '8px 14px',
        alignItems: 'baseline',
      }}
    >
      {facts.map(([name, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: tokens.ink2, ...type.meta }}>
              {name}
            </Box>
            <Box component="dd" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ),
      )}
    </Box>
  );
};
