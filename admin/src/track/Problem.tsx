import { Box } from '@mui/material';
import { useTokens } from '../theme/tokens';

/** Why something was not done; nothing while there is nothing to say. */
export const Problem = ({ text }: { text: string }) => {
  const tokens = useTokens();
  return text ? (
    <Box role="alert" sx={{ color: tokens.breach }}>
      {text}
    </Box>
  ) : null;
};
