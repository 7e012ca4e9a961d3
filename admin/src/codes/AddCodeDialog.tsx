import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { CodeListName } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { AddCodeDocument, type CodeRow } from './codes.graphql';
import { NameFields, type Names } from './NameFields';

interface AddCodeDialogProps {
  list: CodeListName;
  entries: readonly CodeRow[];
  onClose(): void;
}

/** 新增代码: the code stays for ever, the names may change. */
export const AddCodeDialog = ({ list, entries, onClose }: AddCodeDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...sending } = useSend(onClose);
  const [code, setCode] = useState('');
  const [names, setNames] = useState<Names>({ nameZh: '', nameEn: '' });
  const [parentId, setParentId] = useState<string>();
  const parents = entries.filter(({ isActive }) => isActive);
  const send = () => {
    const input = { list, code, ...names, parentId };
    void run(() => request(AddCodeDocument, { input }), 'codes.added', { code: code.trim() });
  };
  return (
    <VerbForm
      verb={translate('codes.add')}
      complaint={{ reference: word('codeList', list), title: '' }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <LabelledField
        label={translate('codes.code')}
        note={translate('codes.codeNote')}
        autoFocus
        value={code}
        onChange={({ target }) => setCode(target.value.toUpperCase())}
        problem={fields['code']}
      />
      <NameFields names={names} onChange={setNames} fields={fields} />
      <ChooseOne
        label={translate('codes.parent')}
        isOptional
        values={parents.map(({ id }) => id)}
        value={parentId}
        onChange={setParentId}
        nameOf={(id) => parents.find((each) => each.id === id)?.code ?? ''}
        none={translate('codes.top')}
        problem={fields['parentId']}
      />
    </VerbForm>
  );
};
