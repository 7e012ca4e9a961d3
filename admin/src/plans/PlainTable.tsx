import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { type, useTokens } from '../theme/tokens';

/** A table of rules that scrolls by itself where it is wider than its place. */
export const PlainTable = ({ label, children }: { label: string; children: ReactNode }) => {
  const tokens = useTokens();
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflowX: 'auto', mx: -1 }}>
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          '& th, & td': { p: '7px 10px', minWidth: 92, textAlign: 'start', verticalAlign: 'baseline', fontWeight: 400 },
          '& thead th': { color: tokens.ink2, ...type.meta },
          '& tbody > tr': { borderTop: `1px solid ${tokens.line}` },
        }}
      >
        {children}
      </Box>
    </Box>
  );
};
