import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cooperating } from '../cooperating.js';
import { openTestBank, type TestBank } from '../harness/bank.js';

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
