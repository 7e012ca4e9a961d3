import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ASSIGN, openTestBank, SCREEN, type TestBank } from './harness/bank.js';
import { handling, takenUp, wrong } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
let read: typeof make.read;
let refusal: typeof make.refusal;
let liveTriggers: typeof make.liveTriggers;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
  ({ read, refusal, liveTriggers } = make);
});
afterAll(() => bank.stop());

test('taking a complaint up asks for every answer at once and changes nothing without them', async () => {
  const { id, version } = await make.registered();
  const input = { expectedVersion: version, outcome: 'ACCEPT' };
  const all = ['authentic', 'categoryCode', 'complexity', 'handlingMode', 'isEmergency', 'withinScope'];
  expect(await refusal('office', SCREEN, { id, input })).toEqual(wrong(all));
  expect(await read(id, 'status version')).toEqual({ status: 'REGISTERED', version });
});

test('what is not genuine or not the bank’s is not taken up but rejected', async () => {
  const { id, version } = await make.registered();
  const doubtful = takenUp(version, { authentic: false, withinScope: false });
  expect(await refusal('office', SCREEN, { id, input: doubtful })).toEqual(wrong(['authentic', 'withinScope']));
});

test('complex and grave matters are handled by several departments or as an emergency', async () => {
  const { id, version } = await make.registered();
  for (const more of [{ complexity: 'COMPLEX' }, { level: 'MAJOR', levelReason: '影响多名客户' }])
    expect(await refusal('office', SCREEN, { id, input: takenUp(version, more) })).toEqual(wrong(['handlingMode']));
  const joint = takenUp(version, { complexity: 'COMPLEX', handlingMode: 'JOINT' });
  expect(await refusal('office', SCREEN, { id, input: joint })).toBeUndefined();
});

test('another level at screening needs a reason and is kept in the level’s history', async () => {
  const { id, version } = await make.registered();
  const graver = takenUp(version, { level: 'MAJOR', handlingMode: 'JOINT' });
  expect(await refusal('office', SCREEN, { id, input: graver })).toEqual(wrong(['levelReason']));
  await bank.ask('office', SCREEN, { id, input: { ...graver, levelReason: '影响多名客户' } });
  expect(await read(id, 'level levelHistory { from to reason }')).toEqual({
    level: 'MAJOR',
    levelHistory: [{ from: 'GENERAL', to: 'MAJOR', reason: '影响多名客户' }],
  });
});

test('a category that means fraud lifts the level by itself and calls the leaders', async () => {
  const { id, version } = await make.registered();
  await bank.ask('office', SCREEN, {
    id,
    input: takenUp(version, { categoryCode: 'FRAUD', handlingMode: 'EMERGENCY' }),
  });
  expect((await read(id, 'level')).level).toBe('MAJOR');
  expect(await liveTriggers(id)).toContain('FRAUD_OR_ACCOUNT E3');
});

test('an emergency found at screening calls the leadership group', async () => {
  const { id, version } = await make.registered();
  await bank.ask('office', SCREEN, { id, input: takenUp(version, { isEmergency: true }) });
  expect(await liveTriggers(id)).toContain('MANUAL E3');
});

test('the customer is told that the complaint is taken up, and reads nothing of hand-overs', async () => {
  const { id } = await make.assigned();
  const kinds = (await read(id, 'contacts { kind isCustomerVisible }')).contacts;
  expect(kinds).toContainEqual({ kind: 'ACCEPTANCE', isCustomerVisible: true });
  const brought = await make.registered({}, 'app');
  const taken = (await bank.ask('office', SCREEN, { id: brought.id, input: takenUp(brought.version) })).screenComplaint;
  const to = { expectedVersion: taken.version, receiverId: bank.unit.northOutlet, reason: '请尽快核实' };
  await bank.ask('office', ASSIGN, { id: brought.id, input: to });
  expect(await read(brought.id, 'status handovers { id }', 'app')).toEqual({ status: 'ASSIGNED', handovers: [] });
});

test('a rejection ends what runs, tells the customer why, and lets escalations go', async () => {
  const { id, version } = await make.registered({ riskFlags: ['REPUTATION'] });
  expect(await liveTriggers(id)).not.toEqual([]);
  const bare = { expectedVersion: version, outcome: 'REJECT' };
  const missing = ['authentic', 'notice', 'reasonCode', 'withinScope'];
  expect(await refusal('office', SCREEN, { id, input: bare })).toEqual(wrong(missing));
  const reasons = { authentic: true, withinScope: false, reasonCode: 'NOT_OUR_BUSINESS', notice: '请联系保险公司。' };
  await bank.ask('office', SCREEN, { id, input: { ...bare, ...reasons } });
  const after = await read(id, 'status rejectionReason { code } nextDueAt clocks { state } contacts { kind summary }');
  expect(after).toMatchObject({ status: 'REJECTED', rejectionReason: { code: 'NOT_OUR_BUSINESS' }, nextDueAt: null });
  expect(after.clocks.map(({ state }: { state: string }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
  const told = after.contacts.find(({ kind }: { kind: string }) => kind === 'REJECTION').summary;
  for (const part of ['不属于本行业务', '请联系保险公司。', '申诉']) expect(told).toContain(part);
  expect(await liveTriggers(id)).toEqual([]);
});

test('a grave complaint is never refused at the door', async () => {
  const { id, version } = await make.registered({ level: 'MAJOR' });
  const input = {
    expectedVersion: version,
    outcome: 'REJECT',
    authentic: false,
    withinScope: true,
    reasonCode: 'NOT_AUTHENTIC',
    notice: '经核实不属实。',
  };
  expect(await refusal('office', SCREEN, { id, input })).toEqual(wrong(['outcome']));
});
