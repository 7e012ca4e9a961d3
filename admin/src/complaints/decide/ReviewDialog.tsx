import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { Checks, noAnswers, reviewChecks } from './Checks';

/** 审核方案: six questions, approved or sent back with a comment. */
export const ReviewDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'reviewResolution', complaint, onClose });
  const [decision, setDecision] = useState<'APPROVE' | 'RETURN'>('APPROVE');
  const [checks, setChecks] = useState(noAnswers);
  const [comment, setComment] = useState('');
  const send = () =>
    void run(
      (expectedVersion) =>
        dataProvider.reviewResolution(complaint.id, {
          decision,
          checks,
          comment: comment.trim() || null,
          expectedVersion,
        }),
      'decide.done',
    );
  return (
    <VerbForm
      verb={translate('decide.reviewResolution')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <Choices
        label={translate('decide.decision')}
        values={['APPROVE', 'RETURN']}
        value={decision}
        onChange={setDecision}
        nameOf={(value) => translate(`decide.decisions.${value}`)}
      />
      <Checks names={reviewChecks} value={checks} onChange={setChecks} fields={fields} />
      <LabelledField
        label={translate('decide.comment')}
        isOptional={decision === 'APPROVE'}
        multiline
        minRows={2}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        problem={fields.comment}
      />
    </VerbForm>
  );
};
