import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';

interface LeaveQuestionProps {
  onStay(): void;
  onLeave(): void;
}

/** Asks once before what was typed is given up; Esc stays. */
export const LeaveQuestion = ({ onStay, onLeave }: LeaveQuestionProps) => {
  const id = useId();
  const translate = useTranslate();
  return (
    <Dialog open onClose={onStay} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{translate('jiesu.leaveTitle')}</DialogTitle>
      <DialogContent>{translate('jiesu.leaveHint')}</DialogContent>
      <DialogActions>
        <Button onClick={onLeave}>{translate('jiesu.leave')}</Button>
        <Button variant="contained" onClick={onStay} autoFocus>
          {translate('jiesu.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
