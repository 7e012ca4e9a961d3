import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useTokens } from '../theme/tokens';

interface QuestionProps {
  title: string;
  hint: string;
  /** The verb on the button that goes on. */
  confirm: string;
  isSending?: boolean;
  onConfirm(): void;
  /** Absent where there is no way back. */
  onClose?: (() => void) | undefined;
  children?: ReactNode;
}

/** A small dialog with one thing to do, sent by Enter. */
export const Question = ({ title, hint, confirm, isSending = false, onConfirm, onClose, children }: QuestionProps) => {
  const id = useId();
  const tokens = useTokens();
  const translate = useTranslate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog over a form is inside of it for React, not for the eye.
    event.stopPropagation();
    if (!isSending) onConfirm();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} aria-describedby={`${id}-hint`} maxWidth="xs" fullWidth>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Box component="p" id={`${id}-hint`} sx={{ color: tokens.ink2 }}>
            {hint}
          </Box>
          {children}
        </DialogContent>
        <DialogActions>
          {onClose ? <Button onClick={onClose}>{translate('jiesu.cancel')}</Button> : null}
          <Button type="submit" variant="contained" disabled={isSending} autoFocus={!children}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
