import { Box } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { radius, useTokens } from '../theme/tokens';

/** Something that its reader must know before anything else on the page. */
export const Notice = ({ children }: { children: ReactNode }) => {
  const tokens = useTokens();
  return (
    <Box
      role="note"
      sx={{
        display: 'flex',
        gap: 2,
        p: '10px 14px',
        borderRadius: `${radius.card}px`,
        color: tokens.warn,
        backgroundColor: tokens.warnSoft,
        '& a': { color: 'inherit', fontWeight: 600 },
      }}
    >
      <Box component={TriangleAlert} size={16} strokeWidth={1.75} aria-hidden="true" sx={{ flex: 'none', mt: '3px' }} />
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
};
