import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { RestoreCodeDocument, RetireCodeDocument, type CodeRow } from './codes.graphql';

interface UseCodeDialogProps {
  row: CodeRow;
  verb: 'retireCode' | 'restoreCode';
  onClose(): void;
}

/** 停用 and 恢复使用: what it means for complaints, then the verb. */
export const UseCodeDialog = ({ row, verb, onClose }: UseCodeDialogProps) => {
  const translate = useTranslate();
  const { run, fields: _fields, ...sending } = useSend(onClose);
  const { id, version, code, nameZh } = row;
  const isRetiring = verb === 'retireCode';
  const variables = { id, input: { expectedVersion: version } };
  const send = (): Promise<unknown> =>
    isRetiring ? request(RetireCodeDocument, variables) : request(RestoreCodeDocument, variables);
  return (
    <VerbForm
      verb={translate(`codes.${verb}`)}
      complaint={{ reference: code, title: nameZh }}
      isUrgent={isRetiring}
      {...sending}
      onSubmit={() => void run(send, isRetiring ? 'codes.retired' : 'codes.restored', { code })}
      onClose={onClose}
    >
      <p>{translate(isRetiring ? 'codes.retireAsk' : 'codes.restoreAsk')}</p>
    </VerbForm>
  );
};
