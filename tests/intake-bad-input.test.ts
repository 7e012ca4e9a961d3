import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freshKey, openTestBank, REGISTER, rowCounts, type TestBank } from './harness/bank.js';
import { literal, merged, ownChecks, placed, typeChecks, wellFormed, type Wrong } from './harness/wrong-intake.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
  await bank.tokenOf('intake');
});
afterAll(() => bank.stop());

type Way = 'variables' | 'literals';
async function refused(input: object, way: Way, locale: 'zh' | 'en' = 'en') {
  const before = await rowCounts(bank);
  const inline = `mutation { registerComplaint(input: ${literal(input)}) { id } }`;
  const [query, variables] = way === 'variables' ? [REGISTER('id'), { input }] : [inline, {}];
  const { data, errors } = await bank.say('intake', query, variables, { locale });
  expect({ data: data ?? null, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({
    data: null,
    codes: ['BAD_USER_INPUT'],
  });
  expect(await rowCounts(bank)).toEqual(before);
  return errors![0]!;
}

const request = (wrong: readonly Wrong[]) => placed({ ...wellFormed(), idempotencyKey: freshKey() }, wrong);
const pathsOf = (wrong: readonly Wrong[]) => [...new Set(wrong.flatMap(({ named, path }) => named ?? [path]))].sort();

function expectUnquoted(answer: object, wrong: readonly Wrong[]) {
  const text = JSON.stringify(answer);
  const said = wrong.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value ?? '')));
  for (const words of said.filter(({ length }) => length > 5)) expect(text).not.toContain(words.slice(0, 40));
}

describe.each(['variables', 'literals'] as const)('with %s', (way) => {
  // A literal that is no well-formed text cannot be written down at all.
  const writable = ({ isUnwritable }: Wrong) => way === 'variables' || !isUnwritable;

  test.each([...typeChecks, ...ownChecks].filter(writable))('$path: $what', async (wrong) => {
    const answer = await refused(request([wrong]), way);
    expect(Object.keys(answer.extensions.fields!).sort()).toEqual(pathsOf([wrong]));
    expectUnquoted(answer, [wrong]);
  });

  test.each([
    ['types', typeChecks],
    ['checks of ours', ownChecks],
  ])('all wrong fields are named at once: %s', async (_pass, all) => {
    const wrong = merged(all.filter(writable));
    const english = await refused(request(wrong), way, 'en');
    expect(Object.keys(english.extensions.fields!).sort()).toEqual(pathsOf(wrong));
    expectUnquoted(english, wrong);
    const chinese = await refused(request(wrong), way, 'zh');
    expect(Object.keys(chinese.extensions.fields!).sort()).toEqual(pathsOf(wrong));
    for (const [path, words] of Object.entries(chinese.extensions.fields!)) {
      expect([path, words]).toEqual([path, expect.stringMatching(/\p{Script=Han}/u)]);
      expect(english.extensions.fields![path]).not.toMatch(/\p{Script=Han}/u);
    }
    expect(chinese.message).toMatch(/填写内容有误/);
  });
});

test('single values given as variables are named by their place in the input', async () => {
  const query = `mutation ($phone: String, $flag: RiskFlag!, $key: String!) { registerComplaint(input: {
    channel: PHONE, content: "很久没有答复", idempotencyKey: $key,
    complainant: { name: "张三", phone: $phone }, riskFlags: [MEDIA, $flag] }) { id } }`;
  const types = await bank.refusal('intake', query, { phone: 13800001111, flag: 'BAD' });
  expect(Object.keys(types.extensions.fields!).sort()).toEqual(['complainant.phone', 'idempotencyKey', 'riskFlags.1']);
  const ours = await bank.refusal('intake', query, { phone: '123', flag: 'MEDIA', key: 'short' });
  expect(Object.keys(ours.extensions.fields!).sort()).toEqual(['complainant.phone', 'idempotencyKey']);
});

test('a query that cannot be read repeats nothing that was in it', async () => {
  const answer = await bank.refusal('intake', 'mutation { registerComplaint(input: { "13800001111" }) { id } }');
  expect(answer.extensions.code).toBe('BAD_USER_INPUT');
  expect(JSON.stringify(answer)).not.toContain('13800001111');
});

test('a body that is no JSON, or too large, is refused without a word of it', async () => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await bank.tokenOf('intake')}` };
  for (const body of ['{"query": 13800001111', `{"query": "${'13800001111'.repeat(30_000)}"}`]) {
    const text = await (await fetch(`${bank.url}/graphql`, { method: 'POST', headers, body })).text();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toContain('13800001111');
  }
});

test.each([
  '忘记密码 APP 登录不了',
  '密码错误提示 3 次后锁卡',
  'I forgot my password and cannot sign in',
  'Your site says the password is incorrect',
  '柜员要求我当面输入密码，我认为不安全',
])('words about a password that tell none are taken: %s', async (content) => {
  const input = { ...wellFormed(), content, idempotencyKey: freshKey() };
  expect((await bank.ask('intake', REGISTER('content'), { input })).registerComplaint.content).toBe(content);
});
