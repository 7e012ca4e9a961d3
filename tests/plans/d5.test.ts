import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { at, clocking, midnightAfter } from '../clocking.js';
import { openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2025-12-31 09:00')) });
});
afterAll(() => bank.stop());

const ADD = `mutation ($input: AddCodeInput!) { addCode(input: $input) { id version code } }`;
const RETIRE = `mutation ($id: ID!, $input: ChangeCodeInput!) { retireCode(id: $id, input: $input) { isActive } }`;
const OPEN = 'mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id } }';
const register = async (more: object, fields: string) =>
  (await bank.ask('intake', REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;

// Guard: checkUnits in complaints/intake/check-intake.ts takes the unit that is named, whatever its kind.
test('D5-三 a unit of any level can be complained of and answers for it', async () => {
  const parentId = bank.unit.head;
  const provincial = { parentId, code: '9000', kind: 'PROVINCIAL_BRANCH', name: '省分行' };
  const department = { parentId, code: '0000-1', kind: 'DEPARTMENT', name: '办公室' };
  const open = async (input: object): Promise<string> => (await bank.ask('admin', OPEN, { input })).createOrgUnit.id;
  const { head, north, northSub, northOutlet } = bank.unit;
  const unitOf = {
    HEAD_OFFICE: head,
    PROVINCIAL_BRANCH: await open(provincial),
    BRANCH: north,
    SUB_BRANCH: northSub,
    OUTLET: northOutlet,
    DEPARTMENT: await open(department),
  };
  for (const [kind, orgUnitId] of Object.entries(unitOf)) {
    expect(await register({ orgUnitId }, 'orgUnit { id kind }')).toEqual({ orgUnit: { id: orgUnitId, kind } });
  }
});

// Guard: `codeList.taken` in addCode of work/code-list.actions.ts; the four are in work/code-list-seed.ts.
test('D5-五.1(2) complaints fall into four kinds and those that the bank adds; a code is never used again', async () => {
  for (const code of ['BUSINESS_HANDLING', 'SERVICE_ATTITUDE', 'PRODUCT', 'OTHER'])
    expect(await register({ categoryCode: code }, 'category { code }')).toEqual({ category: { code } });
  const input = { list: 'CATEGORY', code: 'QUEUE_MACHINE', nameZh: '叫号机', nameEn: 'Queue machine' };
  const { addCode } = await bank.ask('admin', ADD, { input });
  expect(await register({ categoryCode: input.code }, 'category { code }')).toEqual({ category: { code: input.code } });
  await bank.ask('admin', RETIRE, { id: addCode.id, input: { expectedVersion: addCode.version } });
  const { extensions } = await bank.refusal('admin', ADD, { input: { ...input, nameZh: '另一种' } });
  expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { code: expect.any(String) } });
});

const { read, clockOf, registeredAt, changeLevel } = clocking(() => bank);
const decisionOn = async (time: string, level: string) => clockOf(await registeredAt(time, { level }), 'RESOLUTION');
const within = (count: number, lastDay: string) => ({
  state: 'RUNNING',
  limitCount: count,
  limitUnit: 'WORKING_DAY',
  dueAt: midnightAfter(lastDay),
  isProvisional: false,
});

// Guard: the limit of GENERAL in plans/default-pack.ts; which days count is `isWorkingDay` in calendar/working-days.ts.
test.each([
  ['2025-12-31 10:00', '2026-01-06'],
  ['2026-02-13 17:30', '2026-02-25'],
  ['2026-09-20 09:00', '2026-09-23'],
  ['2026-09-30 16:00', '2026-10-10'],
])('D5-五.3(1) a general complaint of %s is decided within 3 working days, by the end of %s', async (time, lastDay) => {
  expect(await decisionOn(time, 'GENERAL')).toMatchObject({ ...within(3, lastDay), clause: 'D5-五.3(1)' });
});

// Guard: the limit of MAJOR in plans/default-pack.ts.
test.each([
  ['2025-12-31 10:00', '2026-01-08'],
  ['2026-02-13 17:30', '2026-02-27'],
  ['2026-09-20 09:00', '2026-09-28'],
  ['2026-09-30 16:00', '2026-10-13'],
])('D5-五.3(2) a major complaint of %s is decided within 5 working days, by the end of %s', async (time, lastDay) => {
  expect(await decisionOn(time, 'MAJOR')).toMatchObject({ ...within(5, lastDay), clause: 'D5-五.3(2)' });
});

// Guard: `reviseForLevel` in complaints/clocks/revise.actions.ts.
test('D5-五.3(2) another level has its own limit from receipt, and what was said before is kept', async () => {
  const id = await registeredAt('2026-09-30 16:00');
  bank.clock.set(at('2026-10-09 11:00'));
  await changeLevel(id, 'MAJOR');
  const general = { reason: 'LEVEL', limitCount: 3, limitUnit: 'WORKING_DAY', dueAt: midnightAfter('2026-10-10') };
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ ...within(5, '2026-10-13'), revisions: [general] });
  await changeLevel(id, 'GENERAL');
  const major = { ...general, limitCount: 5, dueAt: midnightAfter('2026-10-13') };
  const { revisions, ...clock } = await clockOf(id, 'RESOLUTION');
  expect(clock).toMatchObject(within(3, '2026-10-10'));
  expect(revisions).toHaveLength(2);
  expect(revisions).toEqual(expect.arrayContaining([general, major]));
  expect((await read(id)).nextDueAt).toBe(midnightAfter('2026-10-10'));
});
