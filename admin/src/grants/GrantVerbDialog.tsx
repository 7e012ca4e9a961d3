import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { Facts } from '../complaints/Facts';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { ApproveGrantDocument, RevokeRoleDocument, type GrantRow } from './grants.graphql';

interface GrantVerbDialogProps {
  grant: GrantRow;
  /** The mutation's name. */
  verb: string;
  onClose(): void;
}

/** 复核 and 撤销: the facts once more, then the verb. */
export const GrantVerbDialog = ({ grant, verb, onClose }: GrantVerbDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const { id, staff, role, orgUnit, withSubtree, grantedBy } = grant;
  const isApproval = verb === 'approveGrant';
  const send = (): Promise<unknown> =>
    isApproval ? request(ApproveGrantDocument, { id }) : request(RevokeRoleDocument, { id });
  const place = withSubtree
    ? `${orgUnit.pathNames.join(' › ')} · ${translate('grants.withSubtree')}`
    : orgUnit.pathNames.join(' › ');
  const done = isApproval ? 'grants.approved' : 'grants.revoked';
  return (
    <VerbForm
      verb={translate(`grants.${verb}`)}
      complaint={{ reference: staff.username, title: staff.name }}
      isUrgent={!isApproval}
      {...sending}
      onSubmit={() => void run(send, done, { name: staff.name, role: word('role', role) })}
      onClose={onClose}
    >
      <Facts
        facts={[
          [translate('grants.role'), word('role', role)],
          [translate('grants.unit'), place],
          [translate('grants.grantedBy'), grantedBy?.name],
        ]}
      />
      <p>{translate(isApproval ? 'grants.approveAsk' : 'grants.revokeAsk')}</p>
    </VerbForm>
  );
};
