import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTokens } from '../theme/tokens';

/** The buttons of a long form, in sight wherever one reads; above the navigation of a phone. */
export const StickyBar = ({ children }: { children: ReactNode }) => {
  const tokens = useTokens();
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: { xs: 60, md: 0 },
        zIndex: 10,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        px: { xs: 4, md: 5 },
        py: 3,
        backgroundColor: tokens.surface,
        borderTop: `1px solid ${tokens.line}`,
      }}
    >
      {children}
    </Box>
  );
};
