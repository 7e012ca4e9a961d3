import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { FieldProblems } from './FieldProblems';
import { SubmitPlanVersionDocument } from './verbs.graphql';
import type { VersionDialogProps } from './VersionVerbs';

/** 提交审核: the leadership group has it next; what is not whole is told place by place. */
export const SubmitDialog = ({ version, label, onClose }: VersionDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...sending } = useSend(onClose);
  const { id, version: expectedVersion, plan, number } = version;
  return (
    <VerbForm
      verb={label}
      complaint={{ reference: plan.name, title: translate('plans.number', { number }) }}
      {...sending}
      onSubmit={() =>
        void run(() => request(SubmitPlanVersionDocument, { id, input: { expectedVersion } }), 'plans.submitted')
      }
      onClose={onClose}
    >
      <p>{translate('plans.submitAsk')}</p>
      <FieldProblems version={version} fields={fields} />
    </VerbForm>
  );
};
