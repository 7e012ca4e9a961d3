import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';

/** 结案: nothing is left open. */
export const CloseDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, isSending, problem, conflict } = useVerb({ verb: 'closeComplaint', complaint, onClose });
  const close = () =>
    void run((expectedVersion) => dataProvider.closeComplaint(complaint.id, { expectedVersion }), 'decide.done');
  return (
    <VerbForm
      verb={translate('decide.closeComplaint')}
      complaint={complaint}
      isSending={isSending}
      problem={problem}
      conflict={conflict}
      onSubmit={close}
      onClose={onClose}
    >
      <Box component="p">{translate('decide.closeHint')}</Box>
    </VerbForm>
  );
};
