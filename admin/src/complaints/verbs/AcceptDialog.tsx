import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 接收: from now on the viewer answers for it. */
export const AcceptDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields: _none, ...verb } = useVerb({ verb: 'acceptHandover', complaint, onClose });
  const accept = () =>
    void run((expectedVersion) => dataProvider.acceptHandover(complaint.id, { expectedVersion }), 'verb.acceptDone');
  return (
    <VerbForm
      verb={translate('verb.acceptHandover')}
      complaint={complaint}
      {...verb}
      onSubmit={accept}
      onClose={onClose}
    >
      <Box component="p">{translate('verb.acceptAsk')}</Box>
    </VerbForm>
  );
};
