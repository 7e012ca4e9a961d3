import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { ChangedUnit } from './ChangedUnit';
import { UpdateOrgUnitDocument, type UnitDetail } from './units.graphql';

/** 改名: another name or number. */
export const UpdateUnitDialog = ({ unit, onClose }: { unit: UnitDetail; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields, ...sending } = useSend(onClose);
  const [name, setName] = useState(unit.name);
  const [code, setCode] = useState(unit.code);
  const send = () => {
    const input = { expectedVersion: unit.version, name, code };
    void run(() => request(UpdateOrgUnitDocument, { id: unit.id, input }), 'units.updated', { name: name.trim() });
  };
  return (
    <VerbForm
      verb={translate('units.update')}
      complaint={{ reference: unit.code, title: unit.pathNames.join(' › ') }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <LabelledField
        label={translate('units.name')}
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={fields['name']}
      />
      <LabelledField
        label={translate('units.code')}
        value={code}
        onChange={({ target }) => setCode(target.value)}
        problem={fields['code']}
      />
      <ChangedUnit unit={unit} />
    </VerbForm>
  );
};
