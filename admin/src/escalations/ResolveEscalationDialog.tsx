import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { LabelledField } from '../layout/LabelledField';
import { asApiError } from '../provider/ApiError';
import { dataProvider } from '../provider/dataProvider';
import type { EscalationRow } from './escalations.graphql';

/** 解除升级: end it, saying what was done. */
export const ResolveEscalationDialog = ({ escalation, onClose }: { escalation: EscalationRow; onClose(): void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [resolution, setResolution] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState('');
  const send = async () => {
    setIsChecked(true);
    if (!resolution.trim()) return;
    setIsSending(true);
    try {
      await dataProvider.resolveEscalation(escalation.id, {
        expectedVersion: escalation.version,
        resolution: resolution.trim(),
      });
      notify('escalations.resolved', { messageArgs: { reference: escalation.reference }, type: 'success' });
      onClose();
    } catch (error) {
      const { message } = asApiError(error);
      setProblem(translate(message, { _: message }));
      setIsSending(false);
    }
    await queries.invalidateQueries({ queryKey: ['escalations'] });
  };
  const missing = isChecked && !resolution.trim() ? translate('escalations.resolutionEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('escalations.resolve')}
      complaint={{ reference: escalation.reference, title: escalation.complaint.title }}
      problem={problem}
      isSending={isSending}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <LabelledField
        label={translate('escalations.resolution')}
        multiline
        minRows={3}
        autoFocus
        value={resolution}
        onChange={(event) => setResolution(event.target.value)}
        problem={missing}
      />
    </VerbForm>
  );
};
