import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ACCEPT,
  ASSIGN,
  CLAIM,
  COMPLAINT,
  openTestBank,
  PLAN,
  plainComplaint,
  REASSIGN,
  REGISTER,
  RETURN,
  SCREEN,
  type Speaker,
  type TestBank,
} from './harness/bank.js';
import { handling, takenUp, wrong, type Seen } from './handling.js';

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

const back = (version: number, more: object = {}) => ({
  expectedVersion: version,
  reasonCode: 'WRONG_DEPARTMENT',
  ...more,
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

test('whoever accepted answers for it, even when what an app brought is claimed afterwards', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  const { id, version } = (await bank.ask('app', REGISTER('id version'), { input })).registerComplaint as Seen;
  const taken: Seen = (await bank.ask('office', SCREEN, { id, input: takenUp(version) })).screenComplaint;
  const to = (seen: Seen, receiverId: string) => ({ expectedVersion: seen.version, receiverId });
  const offered: Seen = (await bank.ask('office', ASSIGN, { id, input: to(taken, bank.staff.handler) }))
    .assignComplaint;
  const held: Seen = (await bank.ask('handler', ACCEPT, { id, input: { expectedVersion: offered.version } }))
    .acceptHandover;
  expect(await refusal('intake', CLAIM, { id, version: held.version })).toMatchObject({ code: 'CONFLICT' });
  const again: Seen = (
    await bank.ask('office', REASSIGN, { id, input: { ...to(held, bank.unit.northOutlet), reason: '分派有误' } })
  ).reassignComplaint;
  await bank.ask('intake', CLAIM, { id, version: again.version });
  expect(await read(id, 'firstHandler { id } responsible { id }')).toEqual({
    firstHandler: { id: bank.staff.intake },
    responsible: { id: bank.staff.handler },
  });
});

test('of two who accept at once one gets it, and the other is told so', async () => {
  const { id, version: expectedVersion } = await make.assigned();
  const take = (who: Speaker) => bank.say(who, ACCEPT, { id, input: { expectedVersion } });
  const answers = await Promise.all([take('outlet'), take('outletMember')]);
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted();
  expect(codes).toEqual(['CONFLICT', 'done']);
});

test('the investigation has a scope and one lead, set by the desk while it waits and by the handlers once accepted', async () => {
  const offered = await make.assigned();
  const { id } = offered;
  const plan = (version: number, leadId: string, scope = '核实收费经过') => ({
    id,
    input: { expectedVersion: version, scope, leadId },
  });
  expect(await refusal('outlet', PLAN, plan(offered.version, bank.staff.outlet))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal('office', PLAN, plan(offered.version, 'nobody', ' '))).toEqual(wrong(['leadId', 'scope']));
  const planned: Seen = (await bank.ask('office', PLAN, plan(offered.version, bank.staff.outlet))).planInvestigation;
  const taken: Seen = (await bank.ask('outlet', ACCEPT, { id, input: { expectedVersion: planned.version } }))
    .acceptHandover;
  await bank.ask('outlet', PLAN, plan(taken.version, bank.staff.southOutlet, '核实收费及告知经过'));
  expect(await read(id, 'status lead { id } investigation { scope plannedBy { id } }', 'southOutlet')).toEqual({
    status: 'INVESTIGATING',
    lead: { id: bank.staff.southOutlet },
    investigation: { scope: '核实收费及告知经过', plannedBy: { id: bank.staff.outlet } },
  });
});

test('a channel app does not read how the bank investigates', async () => {
  const brought = await make.registered({}, 'app');
  const taken: Seen = (await bank.ask('office', SCREEN, { id: brought.id, input: takenUp(brought.version) }))
    .screenComplaint;
  const { id } = taken;
  const to = { expectedVersion: taken.version, receiverId: bank.staff.office };
  const begun: Seen = (await bank.ask('office', ASSIGN, { id, input: to })).assignComplaint;
  const plan = { expectedVersion: begun.version, scope: '内部核查', leadId: bank.staff.handler };
  await bank.ask('office', PLAN, { id, input: plan });
  const seen = await read(id, 'investigation { scope } lead { name }', 'app');
  expect(JSON.stringify(seen)).not.toContain('内部核查');
  expect(seen).toEqual({ investigation: null, lead: null });
});

test('nobody who takes no part leads the investigation (回避)', async () => {
  const { id, version: expectedVersion } = await make.assigned(bank.staff.handler, {
    staffComplainedOfIds: [bank.staff.outlet],
  });
  const input = { expectedVersion, scope: '核实收费经过', leadId: bank.staff.outlet };
  expect(await refusal('office', PLAN, { id, input })).toEqual(wrong(['leadId']));
});
