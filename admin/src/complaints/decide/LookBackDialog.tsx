import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { YesNo } from '../verbs/YesNo';

/** 个案总结: what is learnt, and who does what about it by when; or why nothing need be done. */
export const LookBackDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'reviewComplaint', complaint, onClose });
  const [assessment, setAssessment] = useState('');
  const [needsAction, setNeedsAction] = useState<boolean>();
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState<string>();
  const [dueOn, setDueOn] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const needed = translate('decide.needed');
  const missing = (value: string | undefined, field: string) => (isChecked && !value?.trim() ? needed : fields[field]);
  const send = () => {
    setIsChecked(true);
    const isWhole = needsAction === false || Boolean(ownerId && dueOn);
    if (!assessment.trim() || needsAction === undefined || !text.trim() || !isWhole) return;
    const said = needsAction
      ? { improvements: [{ text: text.trim(), ownerId: ownerId!, dueOn }] }
      : { improvements: [], noActionReason: text.trim() };
    void run(
      (expectedVersion) =>
        dataProvider.reviewComplaint(complaint.id, { assessment: assessment.trim(), ...said, expectedVersion }),
      'decide.done',
    );
  };
  return (
    <VerbForm
      verb={translate('decide.reviewComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <LabelledField
        label={translate('decide.assessment')}
        multiline
        minRows={3}
        autoFocus
        value={assessment}
        onChange={({ target }) => setAssessment(target.value)}
        problem={missing(assessment, 'assessment')}
      />
      <YesNo
        label={translate('decide.needsAction')}
        value={needsAction}
        onChange={setNeedsAction}
        problem={isChecked && needsAction === undefined ? needed : undefined}
      />
      {needsAction === undefined ? null : (
        <LabelledField
          label={translate(needsAction ? 'decide.improvement' : 'decide.noActionReason')}
          multiline
          minRows={2}
          value={text}
          onChange={({ target }) => setText(target.value)}
          problem={missing(text, needsAction ? 'improvements.0.text' : 'noActionReason')}
        />
      )}
      {needsAction ? (
        <>
          <PickRecord
            resource="staffMembers"
            filter={{ isActive: true }}
            label={translate('decide.owner')}
            value={ownerId}
            onChange={setOwnerId}
            problem={missing(ownerId, 'improvements.0.ownerId')}
          />
          <LabelledField
            label={translate('decide.dueOn')}
            type="date"
            value={dueOn}
            onChange={({ target }) => setDueOn(target.value)}
            problem={missing(dueOn, 'improvements.0.dueOn')}
          />
        </>
      ) : null}
    </VerbForm>
  );
};
