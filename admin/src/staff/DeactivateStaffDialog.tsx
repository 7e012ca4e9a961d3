import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { GrantRow } from '../grants/grants.graphql';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { DeactivateStaffDocument, type StaffDetail } from './staff.graphql';

interface DeactivateStaffDialogProps {
  person: StaffDetail;
  grants: readonly GrantRow[];
  onClose(): void;
}

/** 停用: what ends with it is said beforehand. */
export const DeactivateStaffDialog = ({ person, grants, onClose }: DeactivateStaffDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const ending = [
    ...grants
      .filter(({ state }) => state !== 'ENDED')
      .map(({ role, orgUnit }) => `${word('role', role)} · ${orgUnit.name}`),
    ...person.memberships
      .filter(({ group }) => group.isActive)
      .map(({ group, position }) => `${group.name} · ${word('groupPosition', position)}`),
  ];
  const input = { expectedVersion: person.version };
  return (
    <VerbForm
      verb={translate('staff.deactivate')}
      complaint={{ reference: person.username, title: person.name }}
      isUrgent
      {...sending}
      onSubmit={() =>
        void run(() => request(DeactivateStaffDocument, { id: person.id, input }), 'staff.deactivated', {
          name: person.name,
        })
      }
      onClose={onClose}
    >
      <p>{translate('staff.deactivateAsk')}</p>
      {ending.length > 0 ? (
        <div>
          <p>{translate('staff.ending')}</p>
          <ul style={{ paddingLeft: 20 }}>
            {ending.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </VerbForm>
  );
};
