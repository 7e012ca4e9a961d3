import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { ChangedUnit } from './ChangedUnit';
import { DeactivateOrgUnitDocument, type UnitDetail } from './units.graphql';

/** 停用: the unit keeps its history; what is still at work in it stands against it. */
export const DeactivateUnitDialog = ({ unit, onClose }: { unit: UnitDetail; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const input = { expectedVersion: unit.version };
  const send = () =>
    void run(() => request(DeactivateOrgUnitDocument, { id: unit.id, input }), 'units.deactivated', {
      name: unit.name,
    });
  return (
    <VerbForm
      verb={translate('units.deactivate')}
      complaint={{ reference: unit.code, title: unit.pathNames.join(' › ') }}
      isUrgent
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{translate('units.deactivateAsk')}</p>
      <ChangedUnit unit={unit} />
    </VerbForm>
  );
};
