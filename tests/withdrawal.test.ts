import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, WITHDRAW, type Speaker, type TestBank } from './harness/bank.js';
import { handling, wrong, type Seen } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

const takenBack = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  channel: 'PHONE',
  proof: '客户来电撤回，已核对身份',
  ...more,
});
const withdraw = async (who: Speaker, { id, version }: Seen, more: object = {}): Promise<Seen> =>
  (await bank.ask(who, WITHDRAW, { id, input: takenBack(version, more) })).withdrawComplaint;

test('what is withdrawn ends at once: its clocks are cancelled, and what was said is on file', async () => {
  const { id } = await withdraw('intake', await make.registered());
  const after = await make.read(id, 'status nextDueAt clocks { state } contacts { kind direction summary }');
  expect(after).toMatchObject({ status: 'WITHDRAWN', nextDueAt: null });
  expect(after.clocks.map(({ state }: { state: string }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
  expect(after.contacts).toContainEqual({
    kind: 'LISTENING',
    direction: 'INBOUND',
    summary: '客户来电撤回，已核对身份',
  });
});

test('an offer that nobody accepted yet is taken back with it', async () => {
  const { id } = await withdraw('intake', await make.assigned());
  expect(await make.read(id, 'assignedUnit { id } handovers { state }')).toEqual({
    assignedUnit: null,
    handovers: [{ state: 'RECALLED' }],
  });
});

test('nobody is talked out of what is grave: it stays with those above until a person ends it', async () => {
  const { id } = await withdraw('intake', await make.registered({ riskFlags: ['FUND_SAFETY'] }));
  expect(await make.liveTriggers(id)).toEqual(['FRAUD_OR_ACCOUNT E3']);
});

test('what is late no longer calls anybody once it is withdrawn', async () => {
  const made = await make.registered();
  bank.clock.advance({ hours: 25 });
  await bank.sweep();
  expect(await make.liveTriggers(made.id)).toContain('NO_FIRST_RESPONSE E2');
  const { version } = await make.read(made.id, 'version');
  await withdraw('intake', { id: made.id, version });
  expect(await make.liveTriggers(made.id)).toEqual([]);
});

test('an app withdraws what it brought, and may try again with the same key', async () => {
  const brought = await make.registered({}, 'app');
  const more = { channel: 'ONLINE', idempotencyKey: 'withdraw-0001' };
  const first = await withdraw('app', brought, more);
  expect(await withdraw('app', brought, more)).toEqual(first);
  const other = takenBack(brought.version, { ...more, proof: '另一说法' });
  expect(await make.refusal('app', WITHDRAW, { id: brought.id, input: other })).toMatchObject({ code: 'CONFLICT' });
});

test('without proof nothing is withdrawn, and a second time is refused', async () => {
  const made = await make.registered();
  const input = takenBack(made.version, { proof: ' ' });
  expect(await make.refusal('intake', WITHDRAW, { id: made.id, input })).toEqual(wrong(['proof']));
  const { version } = await withdraw('intake', made);
  const again = { id: made.id, input: takenBack(version) };
  expect(await make.refusal('intake', WITHDRAW, again)).toMatchObject({ code: 'CONFLICT' });
});
