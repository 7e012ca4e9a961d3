import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { Hint } from '../endings/Hint';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';

/** 提出申诉: why the customer asks the leadership group for another decision. */
export const AppealDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'fileAppeal', complaint, onClose });
  const [grounds, setGrounds] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const file = () => {
    setIsChecked(true);
    if (!grounds.trim()) return;
    const input = { grounds: grounds.trim(), idempotencyKey };
    void run(() => dataProvider.fileAppeal(complaint.id, input), 'aftermath.fileAppealDone');
  };
  return (
    <VerbForm
      verb={translate('aftermath.fileAppeal')}
      complaint={complaint}
      {...verb}
      onSubmit={file}
      onClose={onClose}
    >
      <LabelledField
        label={translate('aftermath.grounds')}
        multiline
        minRows={4}
        autoFocus
        value={grounds}
        onChange={({ target }) => setGrounds(target.value)}
        problem={isChecked && !grounds.trim() ? translate('aftermath.needed') : fields.grounds}
      />
      <Hint>{translate('aftermath.fileAppealHint')}</Hint>
    </VerbForm>
  );
};
