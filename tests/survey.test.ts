import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANSWER, following } from './aftermath.js';
import { openTestBank, type TestBank } from './harness/bank.js';
import { wrong } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openTestBank();
  make = following(bank);
});
afterAll(() => bank.stop());

const SURVEYS = 'surveys { state score comment channel answeredAt recordedBy { id } }';
const tokenOf = async (id: string): Promise<string> => {
  const { rows } = await bank.app.pool.query('select sealed_token from survey where complaint_id = $1', [id]);
  return bank.app.cipher.decrypt(rows[0].sealed_token);
};

test('whoever is told a decision is asked once how satisfied they are', async () => {
  const { id } = await make.settled();
  expect(await make.read(id, SURVEYS)).toEqual({
    surveys: [{ state: 'OPEN', score: null, comment: null, channel: null, answeredAt: null, recordedBy: null }],
  });
});

test('the customer answers once, by the code or by the token, and no sign-in is asked', async () => {
  const first = await make.settled();
  const byCode = make.rating(5, { trackingCode: first.code, comment: '我的电话 13800001111，谢谢' });
  expect((await bank.ask(null, ANSWER, { input: byCode })).answerSurvey).toMatchObject({
    state: 'ANSWERED',
    score: 5,
    comment: '我的电话 138****1111，谢谢',
    channel: null,
    recordedBy: null,
  });
  const other = await make.settled();
  const byToken = make.rating(4, { token: await tokenOf(other.id) });
  await bank.ask(null, ANSWER, { input: byToken });
  const again = { ...byToken, score: 1, idempotencyKey: 'another-key-0001' };
  expect(await make.refusal(null, ANSWER, { input: again })).toMatchObject({ code: 'CONFLICT' });
  expect((await make.read(other.id, 'surveys { score }')).surveys).toEqual([{ score: 4 }]);
});

test('the same try again has the same answer, and its key takes no other', async () => {
  const { id, code } = await make.settled();
  const input = make.rating(3, { trackingCode: code });
  const [one, two] = await Promise.all([1, 2].map(() => bank.ask(null, ANSWER, { input })));
  expect(two).toEqual(one);
  expect(await make.refusal(null, ANSWER, { input: { ...input, score: 5 } })).toMatchObject({ code: 'CONFLICT' });
  expect((await make.read(id, 'events { kind }')).events.filter(isAnswer)).toHaveLength(1);
});
const isAnswer = ({ kind }: { kind: string }) => kind === 'SURVEY_ANSWERED';

test('of two answers at once one counts', async () => {
  const { id, code } = await make.settled();
  const inputs = [1, 5].map((score) => make.rating(score, { trackingCode: code }));
  const answers = await Promise.all(inputs.map((input) => bank.say(null, ANSWER, { input })));
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
  expect((await make.read(id, 'surveys { state }')).surveys).toEqual([{ state: 'ANSWERED' }]);
});

test('wrong values are named at once; a wrong code is as though there were none', async () => {
  const { id, code } = await make.settled();
  const input = { score: 6, comment: '密码：abc12345', idempotencyKey: 'short', trackingCode: code };
  expect(await make.refusal(null, ANSWER, { input })).toEqual(wrong(['comment', 'idempotencyKey', 'score']));
  expect(await make.refusal(null, ANSWER, { id, input: make.rating(3, { trackingCode: code }) })).toEqual(
    wrong(['trackingCode']),
  );
  const unknown = make.rating(3, { token: '0000-0000-0000-0000-0000' });
  expect(await make.refusal(null, ANSWER, { input: unknown })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await make.refusal(null, ANSWER, { id, input: make.rating(3) })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('staff note it on the telephone, but not whoever handled it, and an app for what it registered', async () => {
  const { id } = await make.settled();
  expect(await make.refusal('intake', ANSWER, { id, input: make.rating(5) })).toMatchObject({ code: 'CONFLICT' });
  expect(await make.refusal('southIntake', ANSWER, { id, input: make.rating(5) })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await bank.ask('office', ANSWER, { id, input: make.rating(5) })).answerSurvey).toMatchObject({
    channel: 'PHONE',
    recordedBy: { id: bank.staff.office },
  });
  const brought = await make.settled({}, 'app');
  expect(await make.refusal('otherApp', ANSWER, { id: brought.id, input: make.rating(4) })).toMatchObject({
    code: 'NOT_FOUND',
  });
  await bank.ask('app', ANSWER, { id: brought.id, input: make.rating(4, { channel: 'MOBILE_APP' }) });
  expect((await make.read(brought.id, 'surveys { score channel }', 'app')).surveys).toEqual([
    { score: 4, channel: 'MOBILE_APP' },
  ]);
});

test('a low score calls the desk until the matter is answered anew; a good one calls nobody', async () => {
  const { id, code } = await make.settled();
  await bank.ask(null, ANSWER, { input: make.rating(2, { trackingCode: code }) });
  expect(await make.liveTriggers(id)).toEqual(['DISSATISFIED E2']);
  const content = await make.settled();
  await bank.ask(null, ANSWER, { input: make.rating(3, { trackingCode: content.code }) });
  expect(await make.liveTriggers(content.id)).toEqual([]);
});

test('nobody of the bank reads the token, and the log holds neither it nor the comment', async () => {
  const { id, code } = await make.settled();
  const token = await tokenOf(id);
  await bank.ask(null, ANSWER, { input: make.rating(5, { token, comment: '非常满意的评价内容' }) });
  const seen = await make.read(id, `contacts { summary } ${SURVEYS}`);
  expect(JSON.stringify(seen)).not.toContain(token);
  const { rows } = await bank.app.pool.query('select data::text from event where subject_id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain('非常满意');
  expect(code).not.toBe(token);
});
