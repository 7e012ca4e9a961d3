import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bankDay } from '../../layout/bankDay';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useCase } from '../useCase';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { Hint } from './Hint';

/** 申请延期: more time for the decision, which somebody else gives. */
export const RequestExtensionDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'requestExtension', complaint, onClose });
  const [days, setDays] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const workingDayCount = /^\d{1,3}$/.test(days.trim()) ? Number(days) : undefined;
  const ask = () => {
    setIsChecked(true);
    if (!workingDayCount || !reason.trim()) return;
    const input = { workingDayCount, reason: reason.trim() };
    void run(
      (expectedVersion) => dataProvider.requestExtension(complaint.id, { ...input, expectedVersion }),
      'ending.requestExtensionDone',
    );
  };
  const noDays = isChecked && !workingDayCount ? translate('ending.workingDaysEmpty') : undefined;
  const noReason = isChecked && !reason.trim() ? translate('ending.empty') : undefined;
  return (
    <VerbForm
      verb={translate('ending.requestExtension')}
      complaint={complaint}
      {...verb}
      onSubmit={ask}
      onClose={onClose}
    >
      <LabelledField
        label={translate('ending.workingDays')}
        inputMode="numeric"
        autoFocus
        value={days}
        onChange={(event) => setDays(event.target.value)}
        problem={noDays ?? fields.workingDayCount}
      />
      <LabelledField
        label={translate('ending.extensionReason')}
        multiline
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={noReason ?? fields.reason}
      />
      <Hint>{translate('ending.requestExtensionHint')}</Hint>
    </VerbForm>
  );
};

const decisions = ['APPROVE', 'REFUSE'] as const;

/** 审批延期: somebody else decides about what was asked for. */
export const ReviewExtensionDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'reviewExtension', complaint, onClose });
  const open = useCase(complaint.id).data?.extensions.find(({ state }) => state === 'REQUESTED');
  const [decision, setDecision] = useState<(typeof decisions)[number]>('APPROVE');
  const [comment, setComment] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = decision === 'REFUSE' && !comment.trim();
  const decide = () => {
    setIsChecked(true);
    if (isMissing) return;
    const input = { decision, comment: comment.trim() || null };
    void run(
      (expectedVersion) => dataProvider.reviewExtension(complaint.id, { ...input, expectedVersion }),
      'ending.reviewExtensionDone',
    );
  };
  return (
    <VerbForm
      verb={translate('ending.reviewExtension')}
      complaint={complaint}
      {...verb}
      onSubmit={decide}
      onClose={onClose}
    >
      {open ? (
        <Hint>
          {translate('ending.asks', {
            name: open.requestedBy.name,
            until: lastDayOf(open.dueAt),
            reason: open.reason,
          })}
        </Hint>
      ) : null}
      <Choices
        label={translate('ending.decision')}
        values={decisions}
        value={decision}
        onChange={setDecision}
        nameOf={(value) => translate(`ending.decision_${value}`)}
      />
      <LabelledField
        label={translate('ending.comment')}
        isOptional={decision === 'APPROVE'}
        multiline
        minRows={2}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        problem={isChecked && isMissing ? translate('ending.empty') : fields.comment}
      />
    </VerbForm>
  );
};

/** The last day before an end at midnight. */
export const lastDayOf = (dueAt: string) => bankDay(new Date(new Date(dueAt).getTime() - 1).toISOString());
