import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

/** A key that was just made, with its secret. */
export interface NewKey {
  name: string;
  secret: string;
}

/** The secret, this once; it closes by its button only, so that nobody loses it by a slip. */
export const SecretDialog = ({ made: { name, secret }, onClose }: { made: NewKey; onClose(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    // A browser may refuse; the text can still be selected and copied by hand.
    setIsCopied(
      await navigator.clipboard.writeText(secret).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <Dialog open fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{translate('keysPage.secretTitle', { name })}</DialogTitle>
      <DialogContent>
        <Box component="p" sx={{ color: tokens.warn, fontWeight: 600, mb: 3 }}>
          {translate('keysPage.secretOnce')}
        </Box>
        <Box
          component="code"
          sx={{
            display: 'block',
            p: 3,
            borderRadius: `${radius.control}px`,
            backgroundColor: tokens.sunken,
            overflowWrap: 'anywhere',
            userSelect: 'all',
            ...type.reading,
          }}
        >
          {secret}
        </Box>
        <Box role="status" sx={{ minHeight: 24, mt: 2, color: tokens.met, fontWeight: 600 }}>
          {isCopied ? translate('keysPage.copied') : ''}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void copy()}>
          <Copy size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('keysPage.copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('keysPage.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
