import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../layout/LabelledField';
import { type, useTokens } from '../theme/tokens';
import type { WallEscalation } from './urgency';

interface ResolveDialogProps {
  escalation: WallEscalation;
  onClose: () => void;
  /** Says whether the server took it. */
  onResolve: (resolution: string) => Promise<boolean>;
}

/** Ends an escalation: repeats the facts, asks how it was resolved, and its button repeats the verb. */
export function ResolveDialog({ escalation, onClose, onResolve }: ResolveDialogProps) {
  const translate = useTranslate();
  const [resolution, setResolution] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = async () => {
    setMissing(!resolution.trim());
    if (resolution.trim() && (await onResolve(resolution.trim()))) onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="resolve-title" fullWidth maxWidth="sm">
      <DialogTitle id="resolve-title">{translate('wall.resolveTitle')}</DialogTitle>
      <DialogContent>
        <Facts escalation={escalation} />
        <LabelledField
          label={translate('wall.resolution')}
          value={resolution}
          onChange={(event) => setResolution(event.target.value)}
          problem={isMissing ? translate('wall.resolutionMissing') : undefined}
          required
          autoFocus
          multiline
          minRows={3}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {translate('wall.cancel')}
        </Button>
        <Button variant="contained" onClick={() => void submit()}>
          {translate('wall.resolve')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Facts({ escalation: { reference, complaint } }: { escalation: WallEscalation }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box sx={{ ...type.body, mb: '16px', color: tokens.ink2 }}>
      {translate('wall.resolveFact', { reference, title: complaint.title })}
    </Box>
  );
}
