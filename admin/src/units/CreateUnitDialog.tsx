import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { OrgUnitKind } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { CreateOrgUnitDocument, type UnitDetail } from './units.graphql';

const kinds: readonly OrgUnitKind[] = ['PROVINCIAL_BRANCH', 'BRANCH', 'SUB_BRANCH', 'OUTLET', 'DEPARTMENT'];

/** 新增下级: a unit below the one that is shown. */
export const CreateUnitDialog = ({ parent, onClose }: { parent: UnitDetail; onClose(): void }) => {
  const translate = useTranslate();
  const word = useWord();
  const navigate = useNavigate();
  const { run, fields, ...sending } = useSend(onClose);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrgUnitKind>();
  const [isChecked, setIsChecked] = useState(false);
  const missing = (value: string | undefined) =>
    isChecked && !value?.trim() ? translate('units.required') : undefined;
  const send = () => {
    setIsChecked(true);
    if (!code.trim() || !name.trim() || !kind) return;
    const input = { parentId: parent.id, code, name, kind };
    const create = async () => navigate(`/units/${(await request(CreateOrgUnitDocument, { input })).createOrgUnit.id}`);
    void run(create, 'units.created', { name: name.trim() });
  };
  return (
    <VerbForm
      verb={translate('units.create')}
      complaint={{ reference: parent.code, title: parent.pathNames.join(' › ') }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <LabelledField
        label={translate('units.name')}
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={fields['name'] ?? missing(name)}
      />
      <LabelledField
        label={translate('units.code')}
        value={code}
        onChange={({ target }) => setCode(target.value)}
        problem={fields['code'] ?? missing(code)}
      />
      <ChooseOne
        label={translate('units.kind')}
        values={kinds}
        value={kind}
        onChange={setKind}
        nameOf={(each) => word('orgUnitKind', each)}
        none={translate('units.chooseKind')}
        problem={fields['kind'] ?? missing(kind)}
      />
    </VerbForm>
  );
};
