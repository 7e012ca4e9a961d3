import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CHANGE_LEVEL,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  RESOLVE,
  type TestBank,
} from './harness/bank.js';
import { ManualClock } from '../server/src/kernel/clock.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-01-05 09:00')) });
});
afterAll(() => bank.stop());

/** A time of the bank's watch. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const midnightAfter = (day: string) => new Date(at(`${day} 00:00`).getTime() + 86_400_000).toISOString();

const FIELDS = `version status level nextDueAt isOverdue
  clocks { id kind state startedAt warnAt dueAt isProvisional limitCount limitUnit clause totalPausedMinutes metAt
    breachedAt fulfilledAt pauses { startedAt endedAt reason { kind } }
    revisions { reason limitCount limitUnit dueAt } }
  levelHistory { from to reason by { name } createdAt }
  escalations { trigger level status } events { kind clock { kind } }`;
interface Clock {
  id: string;
  kind: string;
  state: string;
  dueAt: string;
}
const read = async (id: string) => (await bank.ask('office', COMPLAINT(FIELDS), { id })).complaint;
const clockOf = async (id: string, kind: string) =>
  (await read(id)).clocks.findLast((clock: Clock) => clock.kind === kind);
const liveOf = async (id: string) =>
  (await read(id)).escalations
    .filter(({ status }: { status: string }) => status === 'OPEN')
    .map(({ trigger, level }: { trigger: string; level: string }) => `${trigger} ${level}`)
    .sort();

/** Registers at a time and tells the customer a plan, so that the first response is no matter any more. */
async function registeredAt(time: string, more: object = {}, isTold = true): Promise<string> {
  bank.clock.set(at(time));
  const { registerComplaint } = await bank.ask('office', REGISTER('id'), { input: plainComplaint(more) });
  if (isTold) await tell(registerComplaint.id);
  return registerComplaint.id;
}
const tell = (id: string, more: object = {}) => bank.ask('office', RECORD, { id, input: progress(more) });
const askCustomer = (id: string) => tell(id, { kind: 'INFO_REQUEST' });
const hear = (id: string) => tell(id, { kind: 'LISTENING', direction: 'INBOUND' });
const sweepAt = async (time: string) => {
  bank.clock.set(at(time));
  await bank.sweep();
};
const settle = async (id: string) => {
  const { version } = await read(id);
  const input = { expectedVersion: version, categoryCode: 'FEES', resolutionSummary: '已退还', customerConsents: true };
  await bank.ask('office', RESOLVE, { id, input });
};
const changeLevel = async (id: string, level: string, who: 'office' | 'intake' = 'office', reason = '影响扩大') => {
  const { version } = await read(id);
  const input = { expectedVersion: version, level, reason };
  return bank.say(who, CHANGE_LEVEL, { id, input }, { locale: 'zh' });
};

// Guard: the limits of the default pack, `limit('RESOLUTION', …)` in plans/default-pack.ts.
test.each([
  ['GENERAL', 3, '2026-10-10'],
  ['MAJOR', 5, '2026-10-13'],
  ['SUGGESTION', 10, '2026-10-20'],
])('D5-五.3(1) the decision on level %s is due after %s working days, holidays skipped', async (level, count, day) => {
  const id = await registeredAt('2026-09-30 16:00', { level });
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({
    state: 'RUNNING',
    limitCount: count,
    limitUnit: 'WORKING_DAY',
    dueAt: midnightAfter(day),
    isProvisional: false,
  });
});

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

test('a reply meets every clock, and nothing is waited for any more', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  await settle(id);
  const { clocks, nextDueAt } = await read(id);
  expect(clocks.map(({ kind, state }: Clock) => [kind, state]).sort()).toEqual([
    ['FIRST_RESPONSE', 'MET'],
    ['PROGRESS', 'MET'],
    ['RESOLUTION', 'MET'],
  ]);
  expect(nextDueAt).toBeNull();
});

// Guard: `noteProgress` in complaints/clocks/clocks.actions.ts starts the next round.
test('D3-2.2c each word to the customer starts the time until the next one', async () => {
  const id = await registeredAt('2026-03-02 10:00', { level: 'MAJOR' });
  expect(await clockOf(id, 'PROGRESS')).toMatchObject({ state: 'RUNNING', dueAt: midnightAfter('2026-03-05') });
  await sweepAt('2026-03-06 00:00');
  expect(await liveOf(id)).toContain('PROGRESS_MISSED E2');
  await tell(id);
  expect(await liveOf(id)).not.toContain('PROGRESS_MISSED E2');
  const rounds = (await read(id)).clocks.filter(({ kind }: Clock) => kind === 'PROGRESS');
  expect(rounds.map(({ state }: Clock) => state)).toEqual(['BREACHED', 'RUNNING']);
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

// Guard: `escalates: false` of SUGGESTION in plans/default-pack.ts, asked by `tellsOf` in escalation.reactions.ts.
test('a late suggestion is told to nobody, and is no nearest end', async () => {
  const id = await registeredAt('2026-03-02 10:00', { level: 'SUGGESTION' });
  await sweepAt('2026-03-20 00:00');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'BREACHED' });
  expect(await liveOf(id)).toEqual(['PROGRESS_MISSED E2']);
  const { nextDueAt } = await read(id);
  expect(nextDueAt).toBe((await clockOf(id, 'PROGRESS')).dueAt);
});

// Guard: `pauses` of the default pack names RESOLUTION only.
test('D6-四.2(2) asking the customer stops the time of the decision alone, until they are heard', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  bank.clock.set(at('2026-03-03 10:00'));
  await askCustomer(id);
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED', dueAt: midnightAfter('2026-03-05') });
  expect(await clockOf(id, 'PROGRESS')).toMatchObject({ state: 'RUNNING' });
  await askCustomer(id);
  await sweepAt('2026-03-09 10:00');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED', breachedAt: null });
  await hear(id);
  // Paused at the end of 3, 4, 5 and 6 March, which are worked: the 2nd day that counts is the 9th.
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({
    state: 'RUNNING',
    dueAt: midnightAfter('2026-03-11'),
    totalPausedMinutes: 6 * 24 * 60,
    pauses: [
      {
        startedAt: at('2026-03-03 10:00').toISOString(),
        endedAt: at('2026-03-09 10:00').toISOString(),
        reason: { kind: 'INFO_REQUEST' },
      },
    ],
  });
  const { events } = await read(id);
  const kinds = events.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => /PAUSED|RESUMED/.test(kind))).toEqual(['CLOCK_RESUMED', 'CLOCK_PAUSED']);
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

// Guard: `reviseForLevel` in changeLevel.
test('D5-五.3(2) a graver level has its own limit from receipt, and what was said is kept', async () => {
  const id = await registeredAt('2026-09-30 16:00');
  const { data } = await changeLevel(id, 'MAJOR');
  expect(data.changeLevel).toMatchObject({ level: 'MAJOR' });
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({
    limitCount: 5,
    dueAt: midnightAfter('2026-10-13'),
    revisions: [{ reason: 'LEVEL', limitCount: 3, limitUnit: 'WORKING_DAY', dueAt: midnightAfter('2026-10-10') }],
  });
  expect(await read(id)).toMatchObject({
    levelHistory: [{ from: 'GENERAL', to: 'MAJOR', reason: '影响扩大', by: { name: '员工office' } }],
  });
  expect(await liveOf(id)).toEqual(['LEVEL_RAISED E2']);
  await changeLevel(id, 'GENERAL');
  expect(await liveOf(id)).toEqual([]);
});

// Guard: `checks.that(!isGraver(least, to), …)` in changeLevel.
test('D3-1.2a no level below what the category or a flag forces, and no change without a reason', async () => {
  const fraud = await registeredAt('2026-03-02 10:00', { categoryCode: 'FRAUD' });
  const flagged = await registeredAt('2026-03-02 10:00', { riskFlags: ['FUND_SAFETY'] });
  for (const id of [fraud, flagged])
    expect((await changeLevel(id, 'GENERAL')).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: { level: '投诉类别或风险标识要求至少为更高的等级' },
    });
  const plain = await registeredAt('2026-03-02 10:00');
  for (const [level, reason, field] of [
    ['GENERAL', '影响扩大', 'level'],
    ['MAJOR', ' ', 'reason'],
  ] as const)
    expect((await changeLevel(plain, level, 'office', reason)).errors?.[0]?.extensions.fields).toHaveProperty(field);
  expect((await changeLevel(plain, 'MAJOR', 'intake')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await read(plain)).toMatchObject({ level: 'GENERAL', levelHistory: [] });
});
