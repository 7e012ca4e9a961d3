import { Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { Channel } from '../gql/graphql';
import { ChooseMany } from '../layout/ChooseMany';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { CreateApiKeyDocument } from './keys.graphql';
import type { NewKey } from './SecretDialog';

const channels: readonly Channel[] = [
  'MOBILE_APP',
  'ONLINE',
  'PHONE',
  'ON_SITE',
  'LETTER',
  'EMAIL',
  'REGULATOR',
  'MEDIA',
  'OTHER',
];

/** 新建接口密钥: what it is for, where, and by which channels. */
export const CreateKeyDialog = ({ onMade, onClose }: { onMade(made: NewKey): void; onClose(): void }) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...sending } = useSend(onClose);
  const [name, setName] = useState('');
  const [orgUnitId, setOrgUnitId] = useState<string>();
  const [chosen, setChosen] = useState<Channel[]>(['MOBILE_APP']);
  const [mayImportHistory, setMayImportHistory] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const missing = (value: string | undefined) =>
    isChecked && !value?.trim() ? translate('keysPage.required') : undefined;
  const send = () => {
    setIsChecked(true);
    if (!name.trim() || !orgUnitId || chosen.length === 0) return;
    const input = { name, orgUnitId, channels: chosen, mayImportHistory };
    const create = async () => {
      const { secret, apiKey } = (await request(CreateApiKeyDocument, { input })).createApiKey;
      onMade({ name: apiKey.name, secret });
    };
    void run(create, 'keysPage.created', { name: name.trim() });
  };
  return (
    <VerbForm
      verb={translate('keysPage.create')}
      complaint={{ reference: '', title: '' }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      <LabelledField
        label={translate('keysPage.name')}
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={fields['name'] ?? missing(name)}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('keysPage.unit')}
        value={orgUnitId}
        onChange={setOrgUnitId}
        problem={fields['orgUnitId'] ?? missing(orgUnitId)}
      />
      <ChooseMany
        label={translate('keysPage.channels')}
        values={channels}
        chosen={chosen}
        onChange={(next) => setChosen(next.length > 0 ? next : chosen)}
        nameOf={(each) => word('channel', each)}
      />
      <FormControlLabel
        control={<Checkbox checked={mayImportHistory} onChange={({ target }) => setMayImportHistory(target.checked)} />}
        label={translate('keysPage.mayImport')}
      />
    </VerbForm>
  );
};
