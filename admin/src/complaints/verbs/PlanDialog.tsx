import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 制定调查方案: what is looked into, and the one person who leads it. */
export const PlanDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'planInvestigation', complaint, onClose });
  const [scope, setScope] = useState('');
  const [leadId, setLeadId] = useState<string>();
  const [isChecked, setIsChecked] = useState(false);
  const plan = () => {
    setIsChecked(true);
    if (!scope.trim() || !leadId) return;
    const input = { scope: scope.trim(), leadId };
    void run(
      (expectedVersion) => dataProvider.planInvestigation(complaint.id, { ...input, expectedVersion }),
      'verb.planDone',
    );
  };
  const noScope = isChecked && !scope.trim() ? translate('verb.planScopeEmpty') : undefined;
  const noLead = isChecked && !leadId ? translate('verb.planLeadEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('verb.planInvestigation')}
      complaint={complaint}
      {...verb}
      onSubmit={plan}
      onClose={onClose}
    >
      <LabelledField
        label={translate('verb.planScope')}
        multiline
        minRows={3}
        autoFocus
        value={scope}
        onChange={(event) => setScope(event.target.value)}
        problem={noScope ?? fields.scope}
      />
      <PickRecord
        resource="staffMembers"
        filter={{ isActive: true }}
        label={translate('verb.planLead')}
        value={leadId}
        onChange={setLeadId}
        problem={noLead ?? fields.leadId}
      />
    </VerbForm>
  );
};
