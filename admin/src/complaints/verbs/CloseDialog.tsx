import { useTranslate } from 'react-admin';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 结案: everything promised is done, and the file is complete. */
export const CloseDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields: _none, ...verb } = useVerb({ verb: 'closeComplaint', complaint, onClose });
  const close = () =>
    void run((expectedVersion) => dataProvider.closeComplaint(complaint.id, { expectedVersion }), 'verb.closeDone');
  return (
    <VerbForm
      verb={translate('verb.closeComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={close}
      onClose={onClose}
    >
      <p>{translate('verb.closeAsk')}</p>
    </VerbForm>
  );
};
