import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ACCEPT,
  ASSIGN,
  COMPLAINT,
  openTestBank,
  REASSIGN,
  RETURN,
  SCREEN,
  type Speaker,
  type TestBank,
} from './harness/bank.js';
import { handling, takenUp, type Seen } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

const read = async (id: string, fields: string, who: Speaker = 'office') =>
  (await bank.ask(who, COMPLAINT(fields), { id })).complaint;
const refusal = async (who: Speaker, query: string, variables: object) => {
  const [error] = (await bank.say(who, query, variables)).errors ?? [];
  return error && { code: error.extensions.code, fields: Object.keys(error.extensions.fields ?? {}).toSorted() };
};
const wrong = (fields: string[]) => ({ code: 'BAD_USER_INPUT', fields });
const back = (version: number, more: object = {}) => ({
  expectedVersion: version,
  reasonCode: 'WRONG_DEPARTMENT',
  ...more,
});
const liveTriggers = async (id: string): Promise<string[]> =>
  (await read(id, 'escalations { trigger level status }')).escalations
    .filter(({ status }: { status: string }) => status === 'OPEN')
    .map(({ trigger, level }: { trigger: string; level: string }) => `${trigger} ${level}`)
    .toSorted();

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

test('the unit that accepts answers for the complaint; until then the first handler does', async () => {
  const offered = await make.assigned();
  const before = await read(offered.id, 'status orgUnit { id } responsible { id } assignedUnit { id }');
  expect(before).toMatchObject({ status: 'ASSIGNED', assignedUnit: { id: bank.unit.northOutlet } });
  expect(before.responsible.id).toBe(bank.staff.intake);
  const input = { expectedVersion: offered.version };
  const accepted = (await bank.ask('outletMember', ACCEPT, { id: offered.id, input })).acceptHandover;
  expect(accepted).toMatchObject({
    status: 'INVESTIGATING',
    orgUnit: { id: bank.unit.northOutlet },
    responsible: { id: bank.staff.outletMember },
  });
  expect((await read(offered.id, 'firstHandler { id }')).firstHandler.id).toBe(bank.staff.intake);
});

test('a person of another branch sees a complaint once it is offered to them, and takes it along', async () => {
  const to = { receiverId: bank.staff.southOutlet };
  const waiting = await make.screened();
  expect(await refusal('southOutlet', COMPLAINT('id'), waiting)).toMatchObject({ code: 'NOT_FOUND' });
  const input = { expectedVersion: waiting.version, ...to };
  const offered: Seen = (await bank.ask('office', ASSIGN, { id: waiting.id, input })).assignComplaint;
  expect(await read(waiting.id, 'status', 'southOutlet')).toEqual({ status: 'ASSIGNED' });
  await bank.ask('southOutlet', ACCEPT, { id: offered.id, input: { expectedVersion: offered.version } });
  expect(await read(waiting.id, 'orgUnit { id }', 'southOutlet')).toEqual({ orgUnit: { id: bank.unit.southOutlet } });
});

test('whoever assigns to themselves begins at once', async () => {
  const { id } = await make.assigned(bank.staff.office);
  expect(await read(id, 'status responsible { id } handovers { state }')).toEqual({
    status: 'INVESTIGATING',
    responsible: { id: bank.staff.office },
    handovers: [{ state: 'ACCEPTED' }],
  });
});

test('only an active unit or person can be asked', async () => {
  const { id, version: expectedVersion } = await make.screened();
  for (const receiverId of ['nonsense', '0198c0de-0000-7000-8000-000000000000'])
    expect(await refusal('office', ASSIGN, { id, input: { expectedVersion, receiverId } })).toEqual(
      wrong(['receiverId']),
    );
});

test('nobody complained of, and nobody under them, is asked to take it over (回避)', async () => {
  const { id, version: expectedVersion } = await make.screened({ staffComplainedOfIds: [bank.staff.outlet] });
  const { pool } = bank.app;
  await pool.query('update staff set manager_id = $1 where id = $2', [bank.staff.outlet, bank.staff.outletMember]);
  for (const receiverId of [bank.staff.outlet, bank.staff.outletMember])
    expect(await refusal('office', ASSIGN, { id, input: { expectedVersion, receiverId } })).toEqual(
      wrong(['receiverId']),
    );
  const input = { expectedVersion, receiverId: bank.unit.northOutlet };
  const offered: Seen = (await bank.ask('office', ASSIGN, { id, input })).assignComplaint;
  const take = { id, input: { expectedVersion: offered.version } };
  expect(await refusal('outlet', ACCEPT, take)).toMatchObject({ code: 'NOT_FOUND' });
  await pool.query('update staff set manager_id = null where id = $1', [bank.staff.outletMember]);
});

test('what is returned waits to be assigned again, and the second return calls the desk', async () => {
  const first = await make.assigned();
  const { id } = first;
  const returned: Seen = (await bank.ask('outlet', RETURN, { id, input: back(first.version) })).returnHandover;
  expect(
    await read(id, 'status responsible { id } assignedUnit { id } handovers { state returnCode { code } }'),
  ).toEqual({
    status: 'SCREENED',
    responsible: { id: bank.staff.intake },
    assignedUnit: null,
    handovers: [{ state: 'RETURNED', returnCode: { code: 'WRONG_DEPARTMENT' } }],
  });
  expect(await liveTriggers(id)).toEqual([]);
  const to = { expectedVersion: returned.version, receiverId: bank.staff.handler };
  const second: Seen = (await bank.ask('office', ASSIGN, { id, input: to })).assignComplaint;
  await bank.ask('handler', RETURN, { id, input: back(second.version, { reason: '不属本岗职责' }) });
  expect(await liveTriggers(id)).toEqual(['HANDOVER_REFUSED E2']);
  const { version } = await read(id, 'version');
  const last = { expectedVersion: version, receiverId: bank.staff.office };
  await bank.ask('office', ASSIGN, { id, input: last });
  expect(await liveTriggers(id)).toEqual([]);
});

test('what is reassigned is taken back from whoever was asked; who had it answers for it until the next accepts', async () => {
  const first = await make.assigned();
  const { id } = first;
  const to = (version: number, receiverId: string) => ({ expectedVersion: version, receiverId, reason: '分派有误' });
  const again: Seen = (await bank.ask('office', REASSIGN, { id, input: to(first.version, bank.staff.handler) }))
    .reassignComplaint;
  const states = (await read(id, 'handovers { state }')).handovers.map(({ state }: { state: string }) => state);
  expect(states).toEqual(['OFFERED', 'RECALLED']);
  const late = { id, input: { expectedVersion: again.version } };
  expect(await refusal('outlet', ACCEPT, late)).toMatchObject({ code: 'FORBIDDEN' });
  const held: Seen = (await bank.ask('handler', ACCEPT, late)).acceptHandover;
  expect(await refusal('office', REASSIGN, { id, input: to(held.version, bank.staff.handler) })).toEqual(
    wrong(['receiverId']),
  );
  await bank.ask('office', REASSIGN, { id, input: to(held.version, bank.staff.outletMember) });
  expect((await read(id, 'responsible { id }')).responsible.id).toBe(bank.staff.handler);
});

test('of two who accept at once one gets it, and the other is told so', async () => {
  const { id, version: expectedVersion } = await make.assigned();
  const take = (who: Speaker) => bank.say(who, ACCEPT, { id, input: { expectedVersion } });
  const answers = await Promise.all([take('outlet'), take('outletMember')]);
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted();
  expect(codes).toEqual(['CONFLICT', 'done']);
});
