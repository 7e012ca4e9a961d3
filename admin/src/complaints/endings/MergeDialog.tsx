import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { idOfReference } from './endings.provider';
import { Hint } from './Hint';

/** 合并: it is handled as a part of an earlier one by the same complainant. */
export const MergeDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'mergeComplaint', complaint, onClose });
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const merge = async () => {
    const targetId = reference.trim() ? await idOfReference(reference.trim()) : undefined;
    if (!targetId) {
      setProblem(translate(reference.trim() ? 'ending.targetUnknown' : 'ending.empty'));
      return;
    }
    setProblem(undefined);
    const input = { targetId, reason: reason.trim() || null };
    await run(
      (expectedVersion) => dataProvider.mergeComplaint(complaint.id, { ...input, expectedVersion }),
      'ending.mergeComplaintDone',
    );
  };
  return (
    <VerbForm
      verb={translate('ending.mergeComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={() => void merge()}
      onClose={onClose}
    >
      <LabelledField
        label={translate('ending.target')}
        autoFocus
        value={reference}
        onChange={(event) => setReference(event.target.value)}
        problem={problem ?? fields.targetId}
      />
      <LabelledField
        label={translate('ending.sameBecause')}
        isOptional
        multiline
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={fields.reason}
      />
      <Hint>{translate('ending.mergeComplaintHint')}</Hint>
    </VerbForm>
  );
};
