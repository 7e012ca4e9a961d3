import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { ReturnPlanVersionMutationVariables } from '../gql/graphql';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { RetirePlanVersionDocument, ReturnPlanVersionDocument } from './verbs.graphql';
import type { VersionDialogProps } from './VersionVerbs';

type ReasonVerb = 'returnPlanVersion' | 'retirePlanVersion';

const send: Record<ReasonVerb, (variables: ReturnPlanVersionMutationVariables) => Promise<unknown>> = {
  returnPlanVersion: (variables) => request(ReturnPlanVersionDocument, variables),
  retirePlanVersion: (variables) => request(RetirePlanVersionDocument, variables),
};

/** 退回修改 and 废止: each with the reason. */
export const ReasonDialog = ({ version, verb, label, onClose }: VersionDialogProps & { verb: ReasonVerb }) => {
  const translate = useTranslate();
  const { run, fields, ...sending } = useSend(onClose);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const { id, version: expectedVersion, plan, number } = version;
  const submit = () => {
    setIsChecked(true);
    if (!reason.trim()) return;
    void run(() => send[verb]({ id, input: { expectedVersion, reason } }), `plans.done.${verb}`);
  };
  return (
    <VerbForm
      verb={label}
      complaint={{ reference: plan.name, title: translate('plans.number', { number }) }}
      isUrgent={verb === 'retirePlanVersion'}
      {...sending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{translate(`plans.ask.${verb}`)}</p>
      <LabelledField
        label={translate('plans.reason')}
        multiline
        minRows={3}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        problem={fields['reason'] ?? (isChecked && !reason.trim() ? translate('plans.required') : undefined)}
      />
    </VerbForm>
  );
};
