import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACCEPT, openTestBank, RESOLVE, SCREEN, type Speaker, type TestBank } from '../harness/bank.js';
import { handling, takenUp, type Seen } from '../handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
const made: Record<string, string> = {};
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
  const settled = await make.registered({ categoryCode: 'FEES' });
  const input = { expectedVersion: settled.version, resolutionSummary: '已解释', customerConsents: true };
  await bank.ask('intake', RESOLVE, { id: settled.id, input });
  const offered = await make.assigned();
  const taken = await make.assigned();
  await bank.ask('outlet', ACCEPT, { id: taken.id, input: { expectedVersion: taken.version } });
  const south = await make.registered({ orgUnitId: bank.unit.southOutlet }, 'southIntake');
  const rows: Record<string, Seen> = {
    settled,
    offered,
    taken,
    south,
    new: await make.registered(),
    screened: await make.screened(),
  };
  for (const [name, { id }] of Object.entries(rows)) made[name] = id;
});
afterAll(() => bank.stop());

const LIST = `query ($filter: ComplaintFilter) { complaints(filter: $filter, page: { limit: 100 }) {
  totalCount items { id status responsible { name } orgUnit { code } clocks { kind dueAt state } } } }`;
interface Listed {
  id: string;
  status: string;
  responsible: { name: string } | null;
  orgUnit: { code: string };
  clocks: { kind: string; dueAt: string; state: string }[];
}
const list = async (who: Speaker, filter: object): Promise<Listed[]> => {
  const { totalCount, items } = (await bank.ask(who, LIST, { filter })).complaints;
  expect(totalCount).toBe(items.length);
  return items;
};
const named = (rows: readonly Listed[]) =>
  rows.map(({ id }) => Object.keys(made).find((name) => made[name] === id)).toSorted();

// Guard: MANAGER in `readsAll` of complaints/complaint/complaint.access.ts, by which `reachOf` opens the leaders' subtree.
test('D2-三.2(2) leaders see all open work below their unit, each with its owner, state and clock, and none of others', async () => {
  const open = { isOpen: true, orgUnitId: bank.unit.north };
  const all = ['new', 'offered', 'screened', 'taken'];
  for (const who of ['northLeader', 'northDeputy', 'president'] as const)
    expect(named(await list(who, open))).toEqual(all);
  expect(named(await list('northLeader', { isOpen: true }))).toEqual(all);
  expect(named(await list('president', { isOpen: true }))).toEqual([...all, 'south'].toSorted());
  const rows = await list('northLeader', open);
  expect(rows.find(({ id }) => id === made['taken'])).toMatchObject({
    status: 'INVESTIGATING',
    responsible: { name: '员工outlet' },
    orgUnit: { code: '1101' },
  });
  for (const { clocks } of rows)
    expect(clocks).toContainEqual({ kind: 'RESOLUTION', state: 'RUNNING', dueAt: expect.any(String) });
  // Who leads nothing sees what they registered themselves, and what their unit has been given.
  expect(named(await list('teller', { isOpen: true }))).toEqual([]);
});

// Guard: `waits` in complaints/worklists/awaits.ts, and `isOverdue` in complaints/complaint/complaint-filter.ts.
test('D2-三.3(1) the office finds what waits for it, what nobody has been given and what is late', async () => {
  const { worklists } = await bank.ask('office', '{ worklists { awaits complaintCount } }');
  expect(worklists).toEqual(
    expect.arrayContaining([
      { awaits: 'SCREENING', complaintCount: 1 },
      { awaits: 'ASSIGNMENT', complaintCount: 1 },
    ]),
  );
  expect(named(await list('office', { awaits: ['SCREENING'] }))).toEqual(['new']);
  expect(named(await list('office', { awaits: ['ASSIGNMENT'] }))).toEqual(['screened']);
  expect(await list('office', { isOverdue: true })).toEqual([]);
  bank.clock.advance({ hours: 25 });
  await bank.sweep();
  const late = { isOverdue: true, isOpen: true };
  expect(named(await list('office', late))).toEqual(['new', 'offered', 'screened', 'taken']);
  expect(await list('southOffice', { ...late, orgUnitId: bank.unit.north })).toEqual([]);
  const input = takenUp((await make.read(made['new']!, 'version')).version);
  await bank.ask('office', SCREEN, { id: made['new'], input });
  expect(named(await list('office', { awaits: ['SCREENING', 'ASSIGNMENT'] }))).toEqual(['new', 'screened']);
});
