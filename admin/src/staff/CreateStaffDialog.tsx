import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { VerbForm } from '../complaints/verbs/VerbForm';
import type { Post } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { wordsZh } from '../words/zh';
import { CreateStaffDocument } from './staff.graphql';

const posts = Object.keys(wordsZh.post) as Post[];
const empty = { username: '', name: '', password: '', phone: '', email: '' };
type TextName = keyof typeof empty;
const needed: readonly TextName[] = ['username', 'name', 'password'];

/** 新增员工: who, where, and the first password. */
export const CreateStaffDialog = ({ onClose }: { onClose(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const navigate = useNavigate();
  const { run, fields, ...sending } = useSend(onClose);
  const [texts, setTexts] = useState(empty);
  const [post, setPost] = useState<Post>();
  const [orgUnitId, setOrgUnitId] = useState<string>();
  const [isChecked, setIsChecked] = useState(false);
  const required = translate('units.required');
  const send = () => {
    setIsChecked(true);
    if (!orgUnitId || needed.some((name) => !texts[name].trim())) return;
    const { phone, email, ...rest } = texts;
    const input = { ...rest, orgUnitId, post, phone: phone.trim() || null, email: email.trim() || null };
    const create = async () => navigate(`/staff/${(await request(CreateStaffDocument, { input })).createStaff.id}`);
    void run(create, 'staff.created', { name: texts.name.trim() });
  };
  const field = (name: TextName, more: object = {}) => (
    <LabelledField
      label={translate(`staff.${name}`)}
      isOptional={!needed.includes(name)}
      value={texts[name]}
      autoComplete="off"
      onChange={({ target }) => setTexts({ ...texts, [name]: target.value })}
      problem={fields[name] ?? (isChecked && needed.includes(name) && !texts[name].trim() ? required : undefined)}
      {...more}
    />
  );
  return (
    <VerbForm
      verb={translate('staff.create')}
      complaint={{ reference: translate('staff.createHint'), title: '' }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      {field('name', { autoFocus: true })}
      {field('username')}
      <PickRecord
        resource="orgUnits"
        label={translate('staff.unit')}
        value={orgUnitId}
        onChange={setOrgUnitId}
        problem={fields['orgUnitId'] ?? (isChecked && !orgUnitId ? required : undefined)}
      />
      <ChooseOne
        label={translate('staff.post')}
        isOptional
        values={posts}
        value={post}
        onChange={setPost}
        nameOf={(each) => word('post', each)}
        none={translate('jiesu.none')}
      />
      {field('password', {
        end: (
          <Button size="small" onClick={() => setTexts({ ...texts, password: newPassword() })}>
            {translate('staff.generate')}
          </Button>
        ),
      })}
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta, mt: -3 }}>
        {translate('staff.passwordHint')}
      </Box>
      {field('phone')}
      {field('email')}
    </VerbForm>
  );
};

// Without characters that are mistaken for one another when read out.
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Sixteen random characters, some 92 bits. */
function newPassword(): string {
  const most = 256 - (256 % alphabet.length);
  const bytes: number[] = [];
  while (bytes.length < 16) bytes.push(...crypto.getRandomValues(new Uint8Array(16)).filter((byte) => byte < most));
  return bytes
    .slice(0, 16)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}
