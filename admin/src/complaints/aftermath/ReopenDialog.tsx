import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { Hint } from '../endings/Hint';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { asBefore, ReopeningFields } from './ReopeningFields';

/** 重新办理: why what has ended is taken up again by others. */
export const ReopenDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'reopenComplaint', complaint, onClose });
  const [reason, setReason] = useState('');
  const [how, setHow] = useState(asBefore);
  const [isChecked, setIsChecked] = useState(false);
  const reopen = () => {
    setIsChecked(true);
    if (!reason.trim()) return;
    const input = { ...how, reason: reason.trim() };
    void run(
      (expectedVersion) => dataProvider.reopenComplaint(complaint.id, { ...input, expectedVersion }),
      'aftermath.reopenComplaintDone',
    );
  };
  return (
    <VerbForm
      verb={translate('aftermath.reopenComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={reopen}
      onClose={onClose}
    >
      <LabelledField
        label={translate('aftermath.reopenReason')}
        multiline
        minRows={3}
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={isChecked && !reason.trim() ? translate('aftermath.needed') : fields.reason}
      />
      <ReopeningFields value={how} onChange={setHow} fields={fields} />
      <Hint>{translate('aftermath.reopenHint')}</Hint>
    </VerbForm>
  );
};
