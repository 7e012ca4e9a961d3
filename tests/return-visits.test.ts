import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANSWER, following } from './aftermath.js';
import { openTestBank, type TestBank } from './harness/bank.js';
import { wrong } from './handling.js';
import { CLOSE, VISIT } from './resolution.js';

let bank: TestBank;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openTestBank();
  make = following(bank);
});
afterAll(() => bank.stop());

const heard = async (id: string, more: object = {}) => ({
  expectedVersion: await make.versionOf(id),
  outcome: 'SATISFIED',
  comment: '客户表示满意',
  ...more,
});
const visited = async (id: string, more: object = {}, who: 'intake' | 'office' = 'intake') =>
  make.act(who, VISIT, id, await heard(id, more));
const visitClock = async (id: string) =>
  (await make.read(id, 'clocks { kind state }')).clocks.find(({ kind }: { kind: string }) => kind === 'RETURN_VISIT');

test('the reply starts the clock of the return visit, and the call ends it', async () => {
  const { id } = await make.answered();
  expect(await visitClock(id)).toMatchObject({ state: 'RUNNING' });
  await visited(id);
  expect(await visitClock(id)).toMatchObject({ state: 'MET' });
  const seen = await make.read(id, 'returnVisits { outcome by { id } contact { kind summary isCustomerVisible } }');
  expect(seen.returnVisits).toEqual([
    {
      outcome: 'SATISFIED',
      by: { id: bank.staff.intake },
      contact: { kind: 'RETURN_VISIT', summary: '客户表示满意', isCustomerVisible: false },
    },
  ]);
  expect(await make.refusal('intake', VISIT, { id, input: await heard(id) })).toMatchObject({ code: 'CONFLICT' });
});

test('the file is not closed before the customer was called', async () => {
  const { id } = await make.answered();
  const close = async () => ({ id, input: { expectedVersion: await make.versionOf(id) } });
  expect(await make.refusal('office', CLOSE, await close())).toMatchObject({ code: 'CONFLICT' });
  await visited(id);
  expect(await make.act('office', CLOSE, id, (await close()).input)).toMatchObject({ status: 'CLOSED' });
});

test('who is not reached three times need not be called again', async () => {
  const { id } = await make.answered();
  for (const state of ['RUNNING', 'RUNNING', 'MET']) {
    await visited(id, { outcome: 'NOT_REACHED', comment: null });
    expect(await visitClock(id)).toMatchObject({ state });
  }
  expect((await make.read(id, 'returnVisits { outcome }')).returnVisits).toHaveLength(3);
});

test('a customer who is not satisfied is brought to the desk, until they say otherwise', async () => {
  const { id, code } = await make.answered();
  await visited(id, { outcome: 'DISSATISFIED', comment: '客户认为赔付不足' });
  expect(await make.liveTriggers(id)).toEqual(['DISSATISFIED E2']);
  bank.clock.advance({ minutes: 1 });
  await bank.ask(null, ANSWER, { input: make.rating(4, { trackingCode: code }) });
  expect(await make.liveTriggers(id)).toEqual([]);
});

test('intake and the desk call, not who handled it, and say what they heard', async () => {
  const { id } = await make.settled();
  expect(await make.refusal('handler', VISIT, { id, input: await heard(id) })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make.refusal('intake', VISIT, { id, input: await heard(id) })).toMatchObject({ code: 'CONFLICT' });
  expect(await make.refusal('office', VISIT, { id, input: await heard(id, { comment: ' ' }) })).toEqual(
    wrong(['comment']),
  );
  await visited(id, {}, 'office');
  const open = await make.registered();
  const early = { expectedVersion: open.version, outcome: 'NOT_REACHED' };
  expect(await make.refusal('office', VISIT, { id: open.id, input: early })).toMatchObject({ code: 'CONFLICT' });
});
