import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { ChangedUnit } from './ChangedUnit';
import { MoveConsequences } from './MoveConsequences';
import { MoveOrgUnitDocument, OrgUnitMoveDocument, type UnitDetail } from './units.graphql';

/** 移动: choose the new superior unit, see what it would bring, then do it. */
export const MoveUnitDialog = ({ unit, onClose }: { unit: UnitDetail; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields, problem, isSending } = useSend(onClose);
  const [parentId, setParentId] = useState<string>();
  const [isChecked, setIsChecked] = useState(false);
  const input = { expectedVersion: unit.version, parentId: parentId ?? '' };
  const preview = useQuery({
    queryKey: ['units', 'move', unit.id, input],
    queryFn: async ({ signal }) =>
      (await request(OrgUnitMoveDocument, { id: unit.id, input }, signal)).previewOrgUnitMove,
    enabled: parentId !== undefined,
    staleTime: 0,
    retry: false,
  });
  const refusal = preview.error ? asApiError(preview.error) : undefined;
  const missing = isChecked && !parentId ? translate('units.required') : undefined;
  const send = () => {
    setIsChecked(true);
    if (!preview.data) return;
    void run(() => request(MoveOrgUnitDocument, { id: unit.id, input }), 'units.moved', { name: unit.name });
  };
  return (
    <VerbForm
      verb={translate('units.move')}
      complaint={{ reference: unit.code, title: unit.pathNames.join(' › ') }}
      problem={
        problem || (refusal && !refusal.fields['parentId'] ? translate(refusal.message, { _: refusal.message }) : '')
      }
      isSending={isSending}
      onSubmit={send}
      onClose={onClose}
    >
      <PickRecord
        resource="orgUnits"
        label={translate('units.newParent')}
        value={parentId}
        onChange={setParentId}
        placeholder={translate('units.search')}
        problem={refusal?.fields['parentId'] ?? fields['parentId'] ?? missing}
      />
      <div aria-live="polite">
        {preview.isFetching ? translate('units.trying') : null}
        {preview.data && parentId ? <MoveConsequences preview={preview.data} /> : null}
      </div>
      <ChangedUnit unit={unit} />
    </VerbForm>
  );
};
