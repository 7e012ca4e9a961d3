import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { PlanKind } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useViewer } from '../provider/viewer';
import { useWord } from '../words/useWord';
import { DraftPlanVersionDocument } from './verbs.graphql';

const kinds: readonly PlanKind[] = ['GENERAL', 'MASS', 'SPECIAL'];

/** 起草预案: for a unit and kind; what is in force there is what it begins with. */
export const DraftDialog = ({ onClose }: { onClose(): void }) => {
  const translate = useTranslate();
  const word = useWord();
  const navigate = useNavigate();
  const { run, fields, ...sending } = useSend(onClose);
  const home = useViewer()?.staff?.orgUnit;
  const [unitId, setUnitId] = useState(home?.id);
  const [kind, setKind] = useState<PlanKind>('GENERAL');
  const [name, setName] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const send = () => {
    setIsChecked(true);
    if (!unitId) return;
    const input = { orgUnitId: unitId, kind, name: name.trim() || null };
    const draft = async () => {
      const { draftPlanVersion } = await request(DraftPlanVersionDocument, { input });
      void navigate(`/plans/${draftPlanVersion.id}/edit`);
    };
    void run(draft, 'plans.drafted');
  };
  return (
    <VerbForm
      verb={translate('plans.draft')}
      complaint={{ reference: '', title: translate('plans.draftNote') }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <PickRecord
        resource="orgUnits"
        label={translate('plans.unit')}
        value={unitId}
        valueName={unitId === home?.id ? home?.name : undefined}
        onChange={setUnitId}
        problem={fields['orgUnitId'] ?? (isChecked && !unitId ? translate('plans.required') : undefined)}
      />
      <ChooseOne
        label={translate('plans.kind')}
        values={kinds}
        value={kind}
        onChange={(each) => setKind(each ?? 'GENERAL')}
        nameOf={(each) => word('planKind', each)}
      />
      <LabelledField
        label={translate('plans.name')}
        note={translate('plans.nameNote')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={fields['name']}
      />
    </VerbForm>
  );
};
