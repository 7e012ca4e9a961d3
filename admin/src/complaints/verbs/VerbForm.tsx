import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useChangedForm } from '../../layout/changedForms';
import { LeaveQuestion } from '../../layout/LeaveQuestion';
import { BlockedAction } from '../../patterns/BlockedAction';
import { KeyHint } from '../../patterns/KeyHint';
import { useConnection } from '../../provider/live';
import { type, useTokens } from '../../theme/tokens';
import type { ComplaintRow } from '../complaints.graphql';
import type { Conflict } from './conflict';
import { ConflictNotice } from './ConflictNotice';

interface VerbFormProps {
  /** The verb, which is also the button's word. */
  verb: string;
  complaint: Pick<ComplaintRow, 'reference' | 'title'>;
  problem: string;
  /** What somebody else did in the meantime. */
  conflict?: Conflict | undefined;
  isSending: boolean;
  isUrgent?: boolean;
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}

/** A dialog that repeats the facts and whose button repeats the verb; Ctrl+Enter sends, Esc asks once when something was filled in. */
export const VerbForm = ({
  verb,
  complaint,
  problem,
  conflict,
  isSending,
  isUrgent,
  onSubmit,
  onClose,
  children,
}: VerbFormProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const id = useId();
  const { state } = useConnection();
  const isOver = conflict !== undefined && !conflict.canRedo;
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!isSending && !isOver && state !== 'offline') onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // A list of choices would open at the same key.
    event.stopPropagation();
    submit(event);
  };
  const [isChanged, setIsChanged] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  useChangedForm(() => isChanged);
  return (
    <Dialog open onClose={() => (isChanged ? setIsAsking(true) : onClose())} aria-labelledby={id} fullWidth>
      <form noValidate onSubmit={submit} onKeyDownCapture={onKeyDown} onChange={() => setIsChanged(true)}>
        <DialogTitle id={id}>{verb}</DialogTitle>
        <DialogContent>
          <Box component="p" sx={{ color: tokens.ink2, ...type.meta, mb: 4 }}>
            {[complaint.reference, complaint.title].filter(Boolean).join(' · ')}
          </Box>
          <Box sx={{ display: 'grid', gap: 4 }}>{children}</Box>
          {problem ? <Problem>{problem}</Problem> : null}
          {conflict ? <ConflictNotice conflict={conflict} /> : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate(isOver ? 'jiesu.close' : 'jiesu.cancel')}</Button>
          {isOver ? null : (
            <Submit
              verb={verb}
              words={conflict ? translate('verb.redo') : verb}
              isOffline={state === 'offline'}
              isSending={isSending}
              isUrgent={isUrgent}
            />
          )}
        </DialogActions>
      </form>
      {isAsking ? <LeaveQuestion onStay={() => setIsAsking(false)} onLeave={onClose} /> : null}
    </Dialog>
  );
};

interface SubmitProps {
  verb: string;
  /** What the button says: the verb, or that it is done once more. */
  words: string;
  isOffline: boolean;
  isSending: boolean;
  isUrgent: boolean | undefined;
}

const Submit = ({ verb, words, isOffline, isSending, isUrgent }: SubmitProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (isOffline) return <BlockedAction label={verb} reason={translate('pattern.connection.blocked')} />;
  return (
    <Button
      type="submit"
      variant="contained"
      color={isUrgent ? 'error' : 'primary'}
      disabled={isSending}
      sx={isUrgent ? { backgroundColor: tokens.breachSolid, color: tokens.onSolid } : undefined}
    >
      {isSending ? translate('verb.sending') : words}
      <KeyHint keys="Ctrl ⏎" isOnFilled />
    </Button>
  );
};

const Problem = ({ children }: { children: string }) => {
  const tokens = useTokens();
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        gap: 2,
        mt: 4,
        p: 3,
        borderRadius: '5px',
        color: tokens.breach,
        backgroundColor: tokens.breachSoft,
        ...type.meta,
      }}
    >
      <Box component={TriangleAlert} size={16} strokeWidth={1.75} aria-hidden="true" sx={{ flex: 'none', mt: '2px' }} />
      {children}
    </Box>
  );
};
