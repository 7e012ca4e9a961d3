import { Box, Button } from '@mui/material';
import { ArrowUp } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { useTokens } from '../theme/tokens';

/** New complaints wait here, so that rows never jump under the hand. */
export const ArrivalsButton = ({ count, onShow }: { count: number; onShow(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box role="status" sx={{ display: count > 0 ? 'block' : 'contents' }}>
      {count > 0 ? (
        <Button
          fullWidth
          onClick={onShow}
          sx={{ borderColor: tokens.primary, color: tokens.primary, backgroundColor: tokens.primarySoft }}
        >
          <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('worklist.arrived', { smart_count: count })}
        </Button>
      ) : null}
    </Box>
  );
};
