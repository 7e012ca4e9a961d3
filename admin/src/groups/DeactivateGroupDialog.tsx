import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { DeactivateLeadershipGroupDocument, type Group } from './groups.graphql';

/** 停用: the rights that the group gave end at once. */
export const DeactivateGroupDialog = ({ group, onClose }: { group: Group; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const { id, version, name } = group;
  const send = () => request(DeactivateLeadershipGroupDocument, { id, input: { expectedVersion: version } });
  return (
    <VerbForm
      verb={translate('groups.deactivate')}
      complaint={{ reference: name, title: group.orgUnit.name }}
      isUrgent
      {...sending}
      onSubmit={() => void run(send, 'groups.deactivated', { name })}
      onClose={onClose}
    >
      <p>{translate('groups.deactivateAsk', { count: group.members.length })}</p>
    </VerbForm>
  );
};
