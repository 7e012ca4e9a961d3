import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../server/src/kernel/clock.js';
import { at, clocking, midnightAfter } from './clocking.js';
import { openTestBank, progress, RECORD, REQUEST_INFO, type TestBank } from './harness/bank.js';
import { handling, wrong } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-03-02 09:00')) });
  make = handling(bank);
});
afterAll(() => bank.stop());
const { registeredAt, askCustomer, clockOf, sweepAt, hear, read } = clocking(() => bank);

const question = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  question: '请补充转账凭证。',
  replyBy: '2026-03-06',
  ...more,
});

test('the customer is asked in words with a day, by the channel of the complaint unless another is said', async () => {
  bank.clock.set(at('2026-03-02 10:00'));
  const { id, version } = await make.investigated();
  const sent = (await bank.ask('handler', REQUEST_INFO, { id, input: question(version) })).requestInfo;
  await bank.ask('handler', REQUEST_INFO, { id, input: question(sent.version, { channel: 'EMAIL' }) });
  const { contacts } = await make.read(id, 'contacts { kind channel replyBy summary isCustomerVisible by { id } }');
  const asked = {
    kind: 'INFO_REQUEST',
    replyBy: '2026-03-06',
    summary: '请补充转账凭证。 请您于 2026-03-06 前回复，以便我行继续办理。',
    isCustomerVisible: true,
    by: { id: bank.staff.handler },
  };
  expect(contacts.slice(0, 2)).toEqual(
    expect.arrayContaining([
      { ...asked, channel: 'EMAIL' },
      { ...asked, channel: 'PHONE' },
    ]),
  );
});

test('a question without words, or for a day that is past or far away, is refused', async () => {
  const { id, version } = await make.investigated();
  const blank = question(version, { question: ' ', replyBy: '2026-03-01' });
  expect(await make.refusal('handler', REQUEST_INFO, { id, input: blank })).toEqual(wrong(['question', 'replyBy']));
  const far = question(version, { replyBy: '2026-09-01' });
  expect(await make.refusal('handler', REQUEST_INFO, { id, input: far })).toEqual(wrong(['replyBy']));
  const input = question(version);
  expect(await make.refusal('reviewer', REQUEST_INFO, { id, input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await make.refusal('auditor', REQUEST_INFO, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
});

test('nobody stops time by asking: when the day has passed, the clock runs on from its end, however late that is seen', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  bank.clock.set(at('2026-03-03 10:00'));
  await askCustomer(id, '2026-03-04');
  await sweepAt('2026-03-04 23:59');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED' });
  await sweepAt('2026-03-05 06:00');
  // Paused at the end of the 3rd and the 4th: the days that count are the 5th, 6th and 9th.
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({
    state: 'RUNNING',
    dueAt: midnightAfter('2026-03-09'),
    pauses: [{ startedAt: at('2026-03-03 10:00').toISOString(), endedAt: at('2026-03-05 00:00').toISOString() }],
  });
  expect((await read(id)).nextDueAt).toBe(midnightAfter('2026-03-05'));
});

test('asked once more, the customer has until the later day', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  await askCustomer(id, '2026-03-03');
  await askCustomer(id, '2026-03-06');
  await sweepAt('2026-03-04 10:00');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED' });
  await hear(id);
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'RUNNING' });
});

test('whoever does not accept what was explained is told of the right to appeal, and that they refused is on file', async () => {
  const { id } = await make.investigated();
  const explained = progress({ kind: 'EXPLANATION', outcome: null, customerAccepts: false });
  await bank.ask('handler', RECORD, { id, input: explained });
  const { contacts } = await make.read(id, 'contacts { kind customerAccepts summary isCustomerVisible }');
  expect(contacts[0]).toMatchObject({ kind: 'EXPLANATION', customerAccepts: false, isCustomerVisible: true });
  expect(contacts[0].summary).toMatch(/^已告知客户处理方案\n您不接受该方案.*30 日内.*提出申诉。$/);
  await bank.ask('handler', RECORD, { id, input: { ...explained, customerAccepts: true } });
  expect((await make.read(id, 'contacts { summary customerAccepts }')).contacts[0]).toEqual({
    summary: '已告知客户处理方案',
    customerAccepts: true,
  });
});

test.each([
  [{ kind: 'SOOTHING', outcome: null }, ['outcome']],
  [{ kind: 'LISTENING', direction: 'INBOUND', outcome: null }, ['outcome']],
  [{ kind: 'EXPLANATION', outcome: null }, ['outcome']],
  [{ kind: 'PROGRESS', outcome: 'CALM' }, ['outcome']],
  [{ kind: 'SOOTHING', outcome: 'PRESSURED' }, ['outcome']],
  [{ kind: 'PROGRESS', customerAccepts: true }, ['customerAccepts']],
  [{ kind: 'EXPLANATION', outcome: 'NOT_REACHED', customerAccepts: true }, ['customerAccepts']],
])('what a talk came to belongs to it: %j', async (talk, fields) => {
  const { id } = await make.registered();
  expect(await make.refusal('intake', RECORD, { id, input: progress(talk) })).toEqual(wrong(fields));
});
