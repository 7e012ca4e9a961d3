import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { GroupPosition, Post } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { Choices } from '../layout/Choices';
import { DayField } from '../layout/DayField';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { EffectNote } from './EffectNote';
import { AppointMemberDocument, type Group } from './groups.graphql';
import { posts } from './posts';

const positions: readonly GroupPosition[] = ['LEADER', 'DEPUTY', 'MEMBER'];

/** 任命成员: who, in which position and for how long; what they gain by it is shown before. */
export const AppointDialog = ({ group, onClose }: { group: Group; onClose(): void }) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...sending } = useSend(onClose);
  const [staffId, setStaffId] = useState<string>();
  const [position, setPosition] = useState<GroupPosition>('MEMBER');
  const [basis, setBasis] = useState<Post>();
  const [validFrom, setValidFrom] = useState<string>();
  const [validTo, setValidTo] = useState<string>();
  const [isChecked, setIsChecked] = useState(false);
  const leads = position === 'LEADER';
  const send = () => {
    setIsChecked(true);
    if (!staffId) return;
    const term = leads ? {} : { validFrom, validTo };
    const member = { staffId, position, basis, ...term };
    // What it replaces stands in the note above the button.
    const input = { expectedVersion: group.version, member, replacesLeader: leads };
    void run(() => request(AppointMemberDocument, { groupId: group.id, input }), 'groups.appointed');
  };
  const staffProblem = fields['member.staffId'] ?? (isChecked && !staffId ? translate('groups.required') : undefined);
  return (
    <VerbForm
      verb={translate('groups.appoint')}
      complaint={{ reference: group.name, title: group.orgUnit.name }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <PickRecord
        resource="staffMembers"
        label={translate('groups.person')}
        value={staffId}
        onChange={setStaffId}
        placeholder={translate('groups.personHint')}
        problem={staffProblem}
      />
      <Choices
        label={translate('groups.position')}
        values={positions}
        value={position}
        onChange={setPosition}
        nameOf={(each) => word('groupPosition', each)}
      />
      <ChooseOne
        label={translate('groups.basis')}
        isOptional
        values={posts}
        value={basis}
        onChange={setBasis}
        nameOf={(each) => word('post', each)}
        none={translate('groups.inPerson')}
      />
      {leads ? null : (
        <>
          <DayField label={translate('groups.validFrom')} value={validFrom} onChange={setValidFrom} />
          <DayField label={translate('groups.validTo')} value={validTo} onChange={setValidTo} isEnd />
        </>
      )}
      {staffId ? <EffectNote groupId={group.id} staffId={staffId} position={position} /> : null}
    </VerbForm>
  );
};
