import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cooperating } from '../cooperating.js';
import { ASSIGN, openTestBank, REASSIGN, RETURN, SCREEN, type TestBank } from '../harness/bank.js';
import { takenUp, wrong, type Seen } from '../handling.js';
import { planning, withHandling } from '../plans.js';

let bank: TestBank;
let make: ReturnType<typeof cooperating>;
beforeAll(async () => {
  bank = await openTestBank();
  make = cooperating(bank);
});
afterAll(() => bank.stop());

// Guard: `requestCooperation` in complaints/cooperation/cooperation.actions.ts writes a request, and nothing of the complaint.
test('D2-三.3(3) the office asks departments to help by a day, and whose complaint it is stays the same', async () => {
  const WHOSE = 'orgUnit { id } responsible { id } lead { id } assignedUnit { id }';
  const held = await make.investigated();
  const before = await make.read(held.id, WHOSE);
  const today = bank.clock.now();
  const dueOn = new Date(today.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  const first = await make.asked(held, { dueOn }, 'office');
  await make.asked(first.complaint, { orgUnitId: bank.unit.south }, 'office');
  expect(await make.read(held.id, WHOSE)).toEqual(before);
  expect((await make.read(held.id, 'cooperations { state orgUnit { id } }')).cooperations).toEqual([
    { state: 'ASKED', orgUnit: { id: bank.unit.south } },
    { state: 'ASKED', orgUnit: { id: bank.unit.southOutlet } },
  ]);
  expect(first.request.clock.dueAt.slice(0, 10)).toBe(dueOn);
});

// Guards: `narrowest` in plans/policy.ts; `offerByRule` and `complaint.againstRoute` in complaints/handling/handover.actions.ts.
test('D2-四.3 D6-四.1(2) a rule picks the department by category and level; another is named with a reason', async () => {
  const to = (categoryCode: string | null, level: string | null, orgUnitId: string) => ({
    ...{ categoryCode, level, orgUnitId },
    ...{ groupId: null, clause: null },
  });
  const { north, northSub, northOutlet, south } = bank.unit;
  const routes = [to(null, null, north), to('FEES', null, northOutlet), to('FEES', 'MAJOR', northSub)] as never;
  await planning(bank).issue({ policy: withHandling({ routes }) });
  const taken = async (more: object, answers: object = {}): Promise<Seen> => {
    const { id, version } = await make.registered(more);
    return (await bank.ask('office', SCREEN, { id, input: takenUp(version, answers) })).screenComplaint;
  };
  const WHERE = 'status assignedUnit { id } handovers { reason }';
  const byRule = (id: string) => ({
    status: 'ASSIGNED',
    assignedUnit: { id },
    handovers: [{ reason: '按预案分派规则' }],
  });
  const fee = await taken({});
  expect(await make.read(fee.id, WHERE)).toEqual(byRule(northOutlet));
  expect(await make.read((await taken({ level: 'MAJOR' }, { handlingMode: 'JOINT' })).id, WHERE)).toEqual(
    byRule(northSub),
  );
  expect(await make.read((await taken({}, { categoryCode: 'TRANSFER_HANDLING' })).id, WHERE)).toEqual(byRule(north));
  // What comes back is offered anew: elsewhere only with a reason, and without a name where the rule says.
  const { version } = await make.read(fee.id, 'version');
  const back = { expectedVersion: version, reasonCode: 'WRONG_DEPARTMENT' };
  const returned: Seen = (await bank.ask('outlet', RETURN, { id: fee.id, input: back })).returnHandover;
  const other = { expectedVersion: returned.version, receiverId: south };
  expect(await make.refusal('office', ASSIGN, { id: fee.id, input: other })).toEqual(wrong(['reason']));
  const again = { expectedVersion: returned.version };
  const offered: Seen = (await bank.ask('office', ASSIGN, { id: fee.id, input: again })).assignComplaint;
  expect((await make.read(fee.id, 'assignedUnit { id }')).assignedUnit.id).toBe(northOutlet);
  const instead = { expectedVersion: offered.version, receiverId: south };
  await bank.ask('office', REASSIGN, { id: fee.id, input: { ...instead, reason: '涉及南分行柜台' } });
  expect((await make.read(fee.id, 'assignedUnit { id }')).assignedUnit.id).toBe(south);
});

test('D2-四.3 D6-四.1(2) without a rule somebody must be named', async () => {
  await planning(bank).issue({ policy: withHandling({ routes: [] }) });
  const { id, version: expectedVersion } = await make.screened();
  expect((await make.read(id, 'status')).status).toBe('SCREENED');
  expect(await make.refusal('office', ASSIGN, { id, input: { expectedVersion } })).toEqual(wrong(['receiverId']));
});
