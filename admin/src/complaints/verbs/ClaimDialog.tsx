import { useTranslate } from 'react-admin';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 认领: become first handler of what came in by an app. */
export const ClaimDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, ...verb } = useVerb({ verb: 'claimComplaint', complaint, onClose });
  const claim = () =>
    void run((expectedVersion) => dataProvider.claimComplaint(complaint.id, { expectedVersion }), 'verb.claimDone');
  return (
    <VerbForm
      verb={translate('verb.claimComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={claim}
      onClose={onClose}
    >
      <p>{translate('verb.claimAsk')}</p>
    </VerbForm>
  );
};
