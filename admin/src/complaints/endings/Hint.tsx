import { Box } from '@mui/material';
import { type, useTokens } from '../../theme/tokens';

/** What follows from a verb, below its fields. */
export const Hint = ({ children }: { children: string }) => {
  const tokens = useTokens();
  return (
    <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
      {children}
    </Box>
  );
};
