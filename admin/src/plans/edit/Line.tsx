import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { type, useTokens } from '../../theme/tokens';

/** A rule with its name, what it means, and its fields beside each other. */
export const Line = ({ name, note, children }: { name: string; note: string; children: ReactNode }) => {
  const tokens = useTokens();
  return (
    <Box role="group" aria-label={name}>
      <Box sx={{ mb: 1 }}>
        <b>{name}</b>
        <Box component="span" sx={{ ml: 2, color: tokens.ink2, ...type.meta }}>
          {note}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 2, '& > span': { pt: '7px' } }}>
        {children}
      </Box>
    </Box>
  );
};
