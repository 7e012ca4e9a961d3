import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ReturnVisitOutcome } from '../../gql/graphql';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { Hint } from '../endings/Hint';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { ChoiceField } from './ChoiceField';

const outcomes = ['SATISFIED', 'DISSATISFIED', 'NOT_REACHED'] as const satisfies readonly ReturnVisitOutcome[];

/** 登记回访: what the customer thinks of the answer, or that nobody was reached. */
export const ReturnVisitDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'recordReturnVisit', complaint, onClose });
  const [outcome, setOutcome] = useState<ReturnVisitOutcome>();
  const [comment, setComment] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = outcome !== 'NOT_REACHED' && !comment.trim();
  const send = () => {
    setIsChecked(true);
    if (!outcome || isMissing) return;
    const input = { outcome, comment: comment.trim() || null };
    void run(
      (expectedVersion) => dataProvider.recordReturnVisit(complaint.id, { ...input, expectedVersion }),
      'aftermath.recordReturnVisitDone',
    );
  };
  return (
    <VerbForm
      verb={translate('aftermath.recordReturnVisit')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <ChoiceField
        label={translate('aftermath.outcome')}
        values={outcomes}
        value={outcome}
        onChange={setOutcome}
        nameOf={(value) => translate(`aftermath.outcomes.${value}`)}
        problem={isChecked && !outcome ? translate('aftermath.choose') : fields.outcome}
      />
      <LabelledField
        label={translate('aftermath.visitComment')}
        isOptional={outcome === 'NOT_REACHED'}
        multiline
        minRows={3}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        problem={isChecked && isMissing ? translate('aftermath.needed') : fields.comment}
      />
      <Hint>{translate('aftermath.returnVisitHint')}</Hint>
    </VerbForm>
  );
};
