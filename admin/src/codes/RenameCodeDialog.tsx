import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { RenameCodeDocument, type CodeRow } from './codes.graphql';
import { NameFields } from './NameFields';

/** 修改名称: everywhere and at once, also on complaints that have the code. */
export const RenameCodeDialog = ({ row, onClose }: { row: CodeRow; onClose(): void }) => {
  const translate = useTranslate();
  const { run, fields, ...sending } = useSend(onClose);
  const { id, version, code } = row;
  const [names, setNames] = useState({ nameZh: row.nameZh, nameEn: row.nameEn });
  const send = () => request(RenameCodeDocument, { id, input: { expectedVersion: version, ...names } });
  return (
    <VerbForm
      verb={translate('codes.rename')}
      complaint={{ reference: code, title: '' }}
      {...sending}
      onSubmit={() => void run(send, 'codes.renamed', { code })}
      onClose={onClose}
    >
      <NameFields names={names} onChange={setNames} fields={fields} />
      <p>{translate('codes.renameNote')}</p>
    </VerbForm>
  );
};
