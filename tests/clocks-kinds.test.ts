import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { at, clocking, midnightAfter, type Clock } from './clocking.js';
import { openTestBank, type TestBank } from './harness/bank.js';
import { planning } from './plans.js';
import { defaultPack } from '../server/src/plans/default-pack.js';
import { ManualClock } from '../server/src/kernel/clock.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-01-05 09:00')) });
});
afterAll(() => bank.stop());

const { read, clockOf, liveOf, registeredAt, tell, askCustomer, hear, sweepAt, settle, changeLevel } = clocking(
  () => bank,
);

test('a deadline that reaches into a year without a calendar says that it may move', async () => {
  const id = await registeredAt('2026-12-30 10:00');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ isProvisional: true });
});

const EXPLAIN = `query ($clockId: ID!) { explainDeadline(clockId: $clockId) {
  startedAt limitCount limitUnit dueAt isProvisional sentence days { day reason counted name text } } }`;

test('a deadline is explained day by day, and the days alone give its end', async () => {
  const id = await registeredAt('2026-09-30 16:00');
  const { id: clockId, dueAt } = await clockOf(id, 'RESOLUTION');
  const { explainDeadline } = await bank.ask('office', EXPLAIN, { clockId }, { locale: 'zh' });
  expect(explainDeadline).toMatchObject({ dueAt, limitCount: 3, limitUnit: 'WORKING_DAY', isProvisional: false });
  expect(explainDeadline.sentence).toBe('自 2026-09-30 16:00 起算，限 3 个工作日，2026-10-10 24:00 到期。');
  const { days } = explainDeadline as { days: { day: string; reason: string; counted: number; text: string }[] };
  expect(days[0]).toMatchObject({ day: '2026-09-30', reason: 'RECEIPT', counted: 0 });
  expect(days.find(({ day }) => day === '2026-10-01')?.text).toContain('国庆');
  expect(days.reduce((sum, { counted }) => sum + counted, 0)).toBe(3);
  const last = days.findLast(({ counted }) => counted > 0)!;
  expect(last).toMatchObject({ day: '2026-10-10', reason: 'MAKE_UP' });
  expect(midnightAfter(last.day)).toBe(dueAt);
});

test('an explanation is for whoever may read the complaint', async () => {
  const id = await registeredAt('2026-09-30 16:00');
  const { id: clockId } = await clockOf(id, 'RESOLUTION');
  for (const [who, given] of [
    ['southOffice', clockId],
    ['office', id],
    ['office', 'nonsense'],
  ] as const)
    expect((await bank.refusal(who, EXPLAIN, { clockId: given })).extensions.code).toBe('NOT_FOUND');
});

test('a reply meets every clock, and what is waited for then is a call to the customer', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  await settle(id);
  const { clocks, nextDueAt } = await read(id);
  expect(clocks.map(({ kind, state }: Clock) => [kind, state]).sort()).toEqual([
    ['FIRST_RESPONSE', 'MET'],
    ['PROGRESS', 'MET'],
    ['RESOLUTION', 'MET'],
    ['RETURN_VISIT', 'RUNNING'],
  ]);
  expect(nextDueAt).toBe(clocks.find(({ kind }: Clock) => kind === 'RETURN_VISIT').dueAt);
});

test('nearly due tells the team leader, late the desk, late for a day the leaders; a reply ends it', async () => {
  const id = await registeredAt('2026-03-02 10:00', { orgUnitId: bank.unit.northOutlet });
  await sweepAt('2026-03-05 12:00');
  expect(await liveOf(id)).toEqual(['SLA_WARNING E1']);
  await tell(id);
  await sweepAt('2026-03-06 00:00');
  expect(await liveOf(id)).toEqual(['SLA_BREACH E2']);
  expect(await read(id)).toMatchObject({ isOverdue: true });
  await sweepAt('2026-03-07 00:00');
  expect((await liveOf(id)).join()).toMatch(/^SLA_BREACH E[34]$/);
  await settle(id);
  expect(await liveOf(id)).toEqual([]);
});

// Guard: `escalates: false` of SUGGESTION in plans/default-pack.ts, asked by `escalating` in escalation.reactions.ts.
test('a late suggestion is told to nobody, and is no nearest end', async () => {
  const id = await registeredAt('2026-03-02 10:00', { level: 'SUGGESTION' });
  await sweepAt('2026-03-20 00:00');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'BREACHED' });
  expect(await liveOf(id)).toEqual(['PROGRESS_MISSED E2']);
  const { nextDueAt } = await read(id);
  expect(nextDueAt).toBe((await clockOf(id, 'PROGRESS')).dueAt);
});

test('whatever the pauses, the listed days alone give the end that the clock has', async () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(gaps, async (hours) => {
      const id = await registeredAt('2026-04-28 15:00');
      for (const gap of hours) {
        await askCustomer(id);
        bank.clock.advance({ hours: gap });
        await hear(id);
      }
      const { id: clockId, dueAt } = await clockOf(id, 'RESOLUTION');
      const { days } = (await bank.ask('office', EXPLAIN, { clockId })).explainDeadline;
      const counted = days.filter((day: { counted: number }) => day.counted > 0);
      expect(counted).toHaveLength(3);
      expect(midnightAfter(counted.at(-1).day)).toBe(dueAt);
      await settle(id);
    }),
    { numRuns: 6 },
  );
});

test('a graver level is told to the desk, until it is changed back', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  await changeLevel(id, 'MAJOR');
  expect(await liveOf(id)).toEqual(['LEVEL_RAISED E2']);
  await changeLevel(id, 'GENERAL');
  expect(await liveOf(id)).toEqual([]);
});

// Guards: `policy.regulations` in `startClocks`; `pausesFor` in complaints/clocks/limits.ts.
test('a regulation runs beside the plan from receipt; neither a pause nor another level moves it', async () => {
  bank.clock.set(at('2026-05-06 09:00'));
  await planning(bank).issue({ policy: { ...defaultPack, regulations: ['CN_2020_3'] } });
  const id = await registeredAt('2026-05-06 10:00');
  const regulatory = { state: 'RUNNING', limitCount: 15, limitUnit: 'NATURAL_DAY', dueAt: midnightAfter('2026-05-21') };
  expect(await clockOf(id, 'REGULATORY')).toMatchObject(regulatory);
  bank.clock.set(at('2026-05-07 11:00'));
  await askCustomer(id);
  await changeLevel(id, 'MAJOR');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED', limitCount: 5 });
  bank.clock.set(at('2026-05-11 11:00'));
  await hear(id);
  const decision = { state: 'RUNNING', limitCount: 5, dueAt: midnightAfter('2026-05-15') };
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject(decision);
  expect(await clockOf(id, 'REGULATORY')).toMatchObject(regulatory);
  await sweepAt('2026-05-22 00:00');
  expect(await clockOf(id, 'REGULATORY')).toMatchObject({ state: 'BREACHED' });
});
