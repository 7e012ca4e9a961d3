import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { RevokeApiKeyDocument, type KeyRow } from './keys.graphql';

/** 吊销密钥: the app is shut out at once, and for good. */
export const RevokeKeyDialog = ({ row, onClose }: { row: KeyRow; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const { id, name, prefix } = row;
  return (
    <VerbForm
      verb={translate('keysPage.revoke')}
      complaint={{ reference: name, title: `${prefix}…` }}
      isUrgent
      {...sending}
      onSubmit={() => void run(() => request(RevokeApiKeyDocument, { id }), 'keysPage.revokedDone', { name })}
      onClose={onClose}
    >
      <p>{translate('keysPage.revokeAsk')}</p>
    </VerbForm>
  );
};
