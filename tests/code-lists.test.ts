import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type TestBank } from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const FIELDS = 'id version code nameZh nameEn isActive retiredAt createdAt parent { code }';
const LIST = `query ($name: CodeListName!) { codeList(name: $name) { ${FIELDS} allowedActions { code } } }`;
const ADD = `mutation ($input: AddCodeInput!) { addCode(input: $input) { ${FIELDS} } }`;
const verb = (name: string, input: string) =>
  `mutation ($id: ID!, $input: ${input}!) { ${name}(id: $id, input: $input) { ${FIELDS} } }`;
const RENAME = verb('renameCode', 'RenameCodeInput');
const MOVE = verb('moveCode', 'MoveCodeInput');
const RETIRE = verb('retireCode', 'ChangeCodeInput');
const RESTORE = verb('restoreCode', 'ChangeCodeInput');

interface Entry {
  id: string;
  version: number;
  code: string;
  nameZh: string;
  isActive: boolean;
  parent: { code: string } | null;
  allowedActions: { code: string }[];
}
const entries = async (name = 'CATEGORY', who: 'admin' | 'intake' = 'admin'): Promise<Entry[]> =>
  (await bank.ask(who, LIST, { name })).codeList;
const entry = async (code: string, name = 'CATEGORY') => (await entries(name)).find((each) => each.code === code)!;
const add = async (code: string, more: object = {}): Promise<Entry> => {
  const input = { list: 'CATEGORY', code, nameZh: `名称${code}`, nameEn: `Name ${code}`, ...more };
  return (await bank.ask('admin', ADD, { input })).addCode;
};
const change = (query: string, { id, version }: Entry, more: object = {}) =>
  bank.ask('admin', query, { id, input: { expectedVersion: version, ...more } });
const refused = async (query: string, { id, version }: Entry, more: object = {}) =>
  (await bank.refusal('admin', query, { id, input: { expectedVersion: version, ...more } })).extensions;
const register = (more: object) =>
  bank.say('intake', REGISTER('id category { code nameZh isActive }'), {
    input: plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more }),
  });

test('the bank adds a code, and the next complaint can have it', async () => {
  const fees = await entry('FEES');
  const added = await add('CARD_FEES', { parentId: fees.id });
  expect(added).toMatchObject({ parent: { code: 'FEES' }, isActive: true, retiredAt: null });
  const { data } = await register({ categoryCode: 'CARD_FEES' });
  expect(data.registerComplaint.category).toMatchObject({ code: 'CARD_FEES', nameZh: '名称CARD_FEES' });
});

test('an entry stands behind its siblings, and each is followed by what lies below it', async () => {
  const codes = (await entries()).map(({ code }) => code);
  expect(codes.slice(0, 3)).toEqual(['BUSINESS_HANDLING', 'ACCOUNT_HANDLING', 'TRANSFER_HANDLING']);
  expect(codes.at(-1)).toBe('OTHER');
  await add('LAST');
  const all = await entries();
  expect(all.at(-1)!.code).toBe('LAST');
});

test('moved before another it takes along what lies below it', async () => {
  const [fraud, policy] = [await entry('FRAUD'), await entry('POLICY')];
  await change(MOVE, fraud, { beforeId: policy.id });
  const codes = (await entries()).map(({ code }) => code);
  const at = codes.indexOf('FRAUD');
  expect(codes.slice(at, at + 6)).toEqual([
    'FRAUD',
    'TELECOM_FRAUD',
    'CARD_SKIMMING',
    'PHISHING',
    'IDENTITY_THEFT',
    'POLICY',
  ]);
  // Nobody who edits another entry is disturbed by it.
  expect((await entry('POLICY')).version).toBe(policy.version);
  expect((await refused(MOVE, fraud, { beforeId: null })).code).toBe('CONFLICT');
  const moved = await entry('FRAUD');
  const inner = await entry('PHISHING');
  expect(await refused(MOVE, moved, { beforeId: inner.id })).toMatchObject({
    fields: { beforeId: expect.any(String) },
  });
  await change(MOVE, moved);
  expect((await entries()).at(-1)!.code).toBe('IDENTITY_THEFT');
});

test('a retired code is refused on new complaints and stays readable on old ones', async () => {
  await add('FADING');
  const { data } = await register({ categoryCode: 'FADING' });
  const { id } = data.registerComplaint;
  await change(RETIRE, await entry('FADING'));
  const { errors } = await register({ categoryCode: 'FADING' });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: { categoryCode: expect.any(String) },
  });
  const { complaint } = await bank.ask('office', COMPLAINT('category { code nameZh isActive }'), { id });
  expect(complaint.category).toEqual({ code: 'FADING', nameZh: '名称FADING', isActive: false });
  const retired = await entry('FADING');
  expect((await refused(RETIRE, retired)).code).toBe('CONFLICT');
  await change(RESTORE, retired);
  expect((await register({ categoryCode: 'FADING' })).errors).toBeUndefined();
});

test('what has active entries below it is not retired, nor restored below what is retired', async () => {
  const parent = await add('ABOVE');
  await add('BELOW', { parentId: parent.id });
  expect((await refused(RETIRE, await entry('ABOVE'))).code).toBe('CONFLICT');
  await change(RETIRE, await entry('BELOW'));
  await change(RETIRE, await entry('ABOVE'));
  expect((await refused(RESTORE, await entry('BELOW'))).code).toBe('CONFLICT');
  const input = { list: 'CATEGORY', code: 'MORE', nameZh: '更多', nameEn: 'More', parentId: parent.id };
  const { fields } = (await bank.refusal('admin', ADD, { input })).extensions;
  expect(Object.keys(fields!)).toEqual(['parentId']);
});

test('names change, the code never does; the log says who changed what', async () => {
  const policy = await entry('POLICY');
  await change(RENAME, policy, { nameZh: '政策与规定' });
  expect(await entry('POLICY')).toMatchObject({ nameZh: '政策与规定', nameEn: 'Policies and rules' });
  expect((await refused(RENAME, policy, { nameZh: '再改' })).code).toBe('CONFLICT');
  const { rows } = await bank.app.pool.query('select kind, actor_id, data from event where subject_id = $1', [
    policy.id,
  ]);
  expect(rows).toEqual([
    {
      kind: 'codeList.renamed',
      actor_id: bank.staff.admin,
      data: {
        code: 'POLICY',
        nameZh: '政策与规定',
        nameEn: 'Policies and rules',
        nameZhBefore: '政策规定',
        nameEnBefore: 'Policies and rules',
      },
    },
  ]);
});

test('every wrong field is named at once, and nothing is added', async () => {
  const before = (await entries()).length;
  const input = { list: 'CATEGORY', code: 'fraud case', nameZh: ' ', nameEn: 'x'.repeat(101), parentId: 'nonsense' };
  const { fields } = (await bank.refusal('admin', ADD, { input })).extensions;
  expect(Object.keys(fields!).toSorted()).toEqual(['code', 'nameEn', 'nameZh', 'parentId']);
  const again = { list: 'CATEGORY', code: 'FRAUD', nameZh: '欺诈', nameEn: 'Fraud' };
  expect((await bank.refusal('admin', ADD, { input: again })).extensions.fields).toHaveProperty('code');
  expect((await entries()).length).toBe(before);
});

test('two who add at once both have their place', async () => {
  await Promise.all(['TWIN_A', 'TWIN_B', 'TWIN_C'].map((code) => add(code, { list: 'PRODUCT' })));
  const all = await entries('PRODUCT');
  const last = all.slice(-3).map(({ code }) => code);
  expect(last.toSorted()).toEqual(['TWIN_A', 'TWIN_B', 'TWIN_C']);
  const { rows } = await bank.app.pool.query("select position from code_list_entry where list = 'PRODUCT' order by 1");
  expect(rows).toEqual(rows.map((_each, index) => ({ position: index + 1 })));
});

test('only administrators of the whole bank edit; everybody reads', async () => {
  const [first] = await entries('REASON', 'intake');
  expect(first!.allowedActions).toEqual([]);
  expect((await entries('REASON'))[0]!.allowedActions.map(({ code }) => code)).toEqual([
    'renameCode',
    'moveCode',
    'retireCode',
  ]);
  const input = { expectedVersion: first!.version };
  for (const query of [RENAME, MOVE, RETIRE, RESTORE])
    expect((await bank.refusal('office', query, { id: first!.id, input })).extensions.code).toBe('FORBIDDEN');
  const id = '00000000-0000-7000-8000-000000000000';
  expect((await bank.refusal('admin', RETIRE, { id, input })).extensions.code).toBe('NOT_FOUND');
});
