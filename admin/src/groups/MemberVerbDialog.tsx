import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { EffectNote } from './EffectNote';
import { ApproveMemberDocument, DismissMemberDocument, type Action, type Group, type Member } from './groups.graphql';

interface MemberVerbDialogProps {
  group: Group;
  member: Member;
  action: Action;
  onClose(): void;
}

/** 复核任命 and 免去: what it means, then the verb. */
export const MemberVerbDialog = ({ group, member, action, onClose }: MemberVerbDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const { staff, position } = member;
  const isApproval = action.code === 'approveMember';
  const ids = { groupId: group.id, memberId: member.id };
  const send = (): Promise<unknown> =>
    isApproval ? request(ApproveMemberDocument, ids) : request(DismissMemberDocument, ids);
  const done = isApproval ? 'groups.approved' : 'groups.dismissed';
  return (
    <VerbForm
      verb={action.label}
      complaint={{ reference: group.name, title: `${staff.name} · ${word('groupPosition', position)}` }}
      isUrgent={!isApproval}
      {...sending}
      onSubmit={() => void run(send, done, { name: staff.name })}
      onClose={onClose}
    >
      <p>{translate(isApproval ? 'groups.approveAsk' : 'groups.dismissAsk')}</p>
      {isApproval ? <EffectNote groupId={group.id} staffId={staff.id} position={position} isApproval /> : null}
    </VerbForm>
  );
};
