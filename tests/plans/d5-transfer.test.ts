import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACCEPT, ASSIGN, openTestBank, REASSIGN, SCREEN, type TestBank } from '../harness/bank.js';
import { handling, takenUp } from '../handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

// Guard: `sinceReceiptMinutes` in complaints/handling/transfer-time.resolver.ts.
test('D5-五.2(1) a complaint is registered, classified and passed on, and the minutes that this took are measured', async () => {
  const { id, version } = await make.registered();
  bank.clock.advance({ minutes: 7 });
  const screened = (await bank.ask('office', SCREEN, { id, input: takenUp(version) })).screenComplaint;
  bank.clock.advance({ minutes: 5 });
  const to = (receiverId: string, { version: expectedVersion }: { version: number }) => ({
    expectedVersion,
    receiverId,
  });
  const input = to(bank.unit.northOutlet, screened);
  const { assignComplaint: offered } = await bank.ask('office', ASSIGN, { id, input });
  bank.clock.advance({ minutes: 30 });
  const anew = { ...to(bank.unit.north, offered), reason: '改由分行办理' };
  await bank.ask('office', REASSIGN, { id, input: anew });
  const { category, level, handovers } = await make.read(
    id,
    'category { code } level handovers { sinceReceiptMinutes orgUnit { code } }',
  );
  expect({ category, level }).toEqual({ category: { code: 'FEES' }, level: 'GENERAL' });
  expect(handovers).toHaveLength(2);
  expect(handovers).toEqual(
    expect.arrayContaining([
      { sinceReceiptMinutes: 12, orgUnit: { code: '1101' } },
      { sinceReceiptMinutes: 42, orgUnit: { code: '1000' } },
    ]),
  );
});

const LIST = `query ($filter: ComplaintFilter) { complaints(filter: $filter) {
  items { id clocks { kind startedAt dueAt state } } } }`;

// Guard: `waits` in complaints/worklists/awaits.ts lists it for those who handle it, with its clocks.
test('D5-五.2(2) a department finds what it is given on its list, with the clock that it has left', async () => {
  const { id, version: expectedVersion } = await make.assigned();
  const of = async (who: 'outletMember' | 'southOutlet', awaits: string) =>
    (await bank.ask(who, LIST, { filter: { awaits: [awaits] } })).complaints.items.filter(
      (each: { id: string }) => each.id === id,
    );
  const clocks = expect.arrayContaining([
    { kind: 'RESOLUTION', state: 'RUNNING', startedAt: expect.any(String), dueAt: expect.any(String) },
  ]);
  expect(await of('outletMember', 'ACCEPTANCE')).toEqual([{ id, clocks }]);
  await bank.ask('outletMember', ACCEPT, { id, input: { expectedVersion } });
  expect(await of('outletMember', 'ACCEPTANCE')).toEqual([]);
  expect(await of('outletMember', 'INVESTIGATION')).toEqual([{ id, clocks }]);
  expect(await of('southOutlet', 'INVESTIGATION')).toEqual([]);
});
