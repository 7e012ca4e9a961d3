import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { GroupKind } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { LabelledField } from '../layout/LabelledField';
import { PickPeople, type ChosenPerson } from '../org/PickPeople';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { groupKinds } from './groupKinds';
import { CreateLeadershipGroupDocument, LeadershipGroupsDocument } from './groups.graphql';

/** 设立应急组织: a group with exactly one leader. */
export const CreateGroupDialog = ({ orgUnitId, onClose }: { orgUnitId: string | undefined; onClose(): void }) => {
  const translate = useTranslate();
  const word = useWord();
  const navigate = useNavigate();
  const { run, fields, ...sending } = useSend(onClose);
  const [kind, setKind] = useState<GroupKind>();
  const [name, setName] = useState('');
  const [unitId, setUnitId] = useState(orgUnitId);
  const [parentId, setParentId] = useState<string>();
  const [leadUnitId, setLeadUnitId] = useState<string>();
  const [leaderId, setLeaderId] = useState<string>();
  const [deputies, setDeputies] = useState<ChosenPerson[]>([]);
  const [members, setMembers] = useState<ChosenPerson[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const missing = (value: string | undefined) =>
    isChecked && !value?.trim() ? translate('groups.required') : undefined;
  const send = () => {
    setIsChecked(true);
    if (!kind || !name.trim() || !unitId || !leaderId) return;
    const people = [
      { staffId: leaderId, position: 'LEADER' as const },
      ...deputies.map(({ id }) => ({ staffId: id, position: 'DEPUTY' as const })),
      ...members.map(({ id }) => ({ staffId: id, position: 'MEMBER' as const })),
    ];
    const input = { kind, name, orgUnitId: unitId, parentId, leadUnitId, members: people };
    const create = async () =>
      navigate(`/groups/${(await request(CreateLeadershipGroupDocument, { input })).createLeadershipGroup.id}`);
    void run(create, 'groups.created', { name: name.trim() });
  };
  const peopleProblem = Object.entries(fields).find(([path]) => path.startsWith('members'))?.[1];
  return (
    <VerbForm
      verb={translate('groups.createLong')}
      complaint={{ reference: '', title: '' }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <ChooseOne
        label={translate('groups.kind')}
        values={groupKinds}
        value={kind}
        onChange={setKind}
        nameOf={(each) => word('groupKind', each)}
        none={translate('groups.chooseKind')}
        problem={fields['kind'] ?? missing(kind)}
      />
      <LabelledField
        label={translate('groups.groupName')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={fields['name'] ?? missing(name)}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('groups.unit')}
        value={unitId}
        onChange={setUnitId}
        problem={fields['orgUnitId'] ?? missing(unitId)}
      />
      {kind === 'PROJECT_TEAM' ? (
        <PickRecord
          resource="orgUnits"
          label={translate('groups.leadUnit')}
          value={leadUnitId}
          onChange={setLeadUnitId}
          problem={fields['leadUnitId'] ?? missing(leadUnitId)}
        />
      ) : null}
      <ParentField
        isOptional={kind !== 'WORKING_GROUP'}
        value={parentId}
        onChange={setParentId}
        problem={fields['parentId']}
      />
      <PickRecord
        resource="staffMembers"
        label={word('groupPosition', 'LEADER')}
        value={leaderId}
        onChange={setLeaderId}
        problem={peopleProblem ?? missing(leaderId)}
      />
      <PickPeople label={word('groupPosition', 'DEPUTY')} isOptional value={deputies} onChange={setDeputies} />
      <PickPeople label={word('groupPosition', 'MEMBER')} isOptional value={members} onChange={setMembers} />
    </VerbForm>
  );
};

interface ParentFieldProps {
  isOptional: boolean;
  value: string | undefined;
  onChange(id: string | undefined): void;
  problem: string | undefined;
}

/** The leadership group that it is to work under. */
const ParentField = ({ isOptional, value, onChange, problem }: ParentFieldProps) => {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['groups', 'parents'],
    queryFn: async ({ signal }) => {
      const filter = { kind: ['LEADERSHIP_GROUP' as const], isActive: true };
      return (await request(LeadershipGroupsDocument, { filter, page: { limit: 50 } }, signal)).leadershipGroups.items;
    },
  });
  const names = new Map(data?.map(({ id, name }) => [id, name]));
  return (
    <ChooseOne
      label={translate('groups.parent')}
      isOptional={isOptional}
      values={[...names.keys()]}
      value={value}
      onChange={onChange}
      nameOf={(id) => names.get(id) ?? ''}
      none={translate('jiesu.none')}
      problem={problem}
    />
  );
};
