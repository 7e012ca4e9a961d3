import { Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { Role } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { DayField } from '../layout/DayField';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { GrantRoleDocument } from './grants.graphql';

const roles: readonly Role[] = ['INTAKE', 'HANDLER', 'REVIEWER', 'DESK', 'MANAGER', 'TRAINER', 'AUDITOR', 'ADMIN'];

interface Values {
  staffId?: string | undefined;
  role?: Role | undefined;
  orgUnitId?: string | undefined;
  withSubtree: boolean;
  validFrom?: string | undefined;
  validTo?: string | undefined;
}

interface GrantDialogProps {
  /** The person, where the page is about one. */
  person?: { id: string; name: string; username: string; orgUnit: { id: string } };
  onClose(): void;
}

/** 授予岗位: who, which role, where, how long. */
export const GrantDialog = ({ person, onClose }: GrantDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...sending } = useSend(onClose);
  const [values, setValues] = useState<Values>({
    staffId: person?.id,
    orgUnitId: person?.orgUnit.id,
    withSubtree: true,
  });
  const [isChecked, setIsChecked] = useState(false);
  const change = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const problem = (name: 'staffId' | 'role' | 'orgUnitId') =>
    fields[name] ?? (isChecked && !values[name] ? translate('units.required') : undefined);
  const send = () => {
    setIsChecked(true);
    const { staffId, role, orgUnitId, ...rest } = values;
    if (!staffId || !role || !orgUnitId) return;
    const input = { staffId, role, orgUnitId, ...rest };
    void run(() => request(GrantRoleDocument, { input }), 'grants.granted', { role: word('role', role) });
  };
  return (
    <VerbForm
      verb={translate('grants.grant')}
      complaint={
        person
          ? { reference: person.username, title: person.name }
          : { reference: translate('grants.fourEyes'), title: '' }
      }
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      {person ? null : (
        <PickRecord
          resource="staffMembers"
          label={translate('grants.person')}
          value={values.staffId}
          onChange={(staffId) => change({ staffId })}
          problem={problem('staffId')}
        />
      )}
      <ChooseOne
        label={translate('grants.role')}
        values={roles}
        value={values.role}
        onChange={(role) => change({ role })}
        nameOf={(role) => word('role', role)}
        none={translate('grants.chooseRole')}
        problem={problem('role')}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('grants.unit')}
        value={values.orgUnitId}
        onChange={(orgUnitId) => change({ orgUnitId })}
        problem={problem('orgUnitId')}
      />
      <FormControlLabel
        control={
          <Checkbox checked={values.withSubtree} onChange={({ target }) => change({ withSubtree: target.checked })} />
        }
        label={translate('grants.withSubtreeLong')}
      />
      <DayField
        label={translate('grants.from')}
        value={values.validFrom}
        onChange={(validFrom) => change({ validFrom })}
      />
      <DayField
        label={translate('grants.to')}
        value={values.validTo}
        onChange={(validTo) => change({ validTo })}
        isEnd
        problem={fields['validTo']}
      />
    </VerbForm>
  );
};
