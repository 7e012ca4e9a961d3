import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import { KeyHint } from '../patterns/KeyHint';
import { type, useTokens } from '../theme/tokens';

const rows = [
  ['search', ['/']],
  ['list', ['?']],
  ['register', ['N']],
  ['rail', ['G', '1–8']],
  ['nextRow', ['J', '↓']],
  ['previousRow', ['K', '↑']],
  ['open', ['O']],
  ['main', ['⏎']],
  ['escape', ['Esc']],
  ['submit', ['Ctrl ⏎']],
  ['channel', ['1–9']],
] as const;

/** Every key the console listens to. */
export const ShortcutList = ({ open, onClose }: { open: boolean; onClose(): void }) => {
  const translate = useTranslate();
  const tokens = useTokens();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{translate('keys.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 20px', alignItems: 'center' }}
        >
          {rows.map(([name, keys]) => (
            <Box key={name} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ display: 'flex', gap: 1.5 }}>
                {keys.map((key) => (
                  <KeyHint key={key} keys={key} />
                ))}
              </Box>
              <dd>{translate(`keys.${name}`)}</dd>
            </Box>
          ))}
        </Box>
        <Box component="p" sx={{ mt: 4, color: tokens.ink3, ...type.meta }}>
          {translate('keys.note')}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('jiesu.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
