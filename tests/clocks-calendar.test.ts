import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../server/src/kernel/clock.js';
import { midnightAfter } from './clocking.js';
import {
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  RESOLVE,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(new Date('2026-12-30T02:00:00Z')) });
});
afterAll(() => bank.stop());

const FIELDS = `version nextDueAt clocks { kind dueAt isProvisional revisions { reason dueAt } } events { kind }`;
const read = async (id: string) => (await bank.ask('office', COMPLAINT(FIELDS), { id })).complaint;
const decisionOf = async (id: string) =>
  (await read(id)).clocks.find(({ kind }: { kind: string }) => kind === 'RESOLUTION');
const register = async () =>
  (await bank.ask('office', REGISTER('id version'), { input: plainComplaint() })).registerComplaint;

// Guard: `moveClocks` in complaints/clocks/clock.reactions.ts.
test('publishing a calendar moves open clocks once, as it was said beforehand', async () => {
  const { id } = await register();
  await bank.ask('office', RECORD, { id, input: progress() });
  const done = await register();
  await bank.ask('office', RESOLVE, {
    id: done.id,
    input: {
      expectedVersion: done.version,
      categoryCode: 'FEES',
      resolutionSummary: '已退还',
      customerConsents: true,
    },
  });
  const YEAR = 'query { calendar(year: 2027) { version isPublished } }';
  const seen = async () => (await bank.ask('admin', YEAR)).calendar.version;
  const change = async (day: string) =>
    bank.ask('admin', 'mutation ($input: ChangeCalendarDayInput!) { changeCalendarDay(input: $input) { id } }', {
      input: { expectedVersion: await seen(), day, kind: 'OFF', nameZh: '元旦', nameEn: "New Year's Day" },
    });
  await change('2027-01-01');
  const before = await decisionOf(id);
  expect(before).toMatchObject({ isProvisional: true, dueAt: midnightAfter('2027-01-04'), revisions: [] });
  const EFFECT = '{ calendarPublicationEffect(year: 2027) { clockCount moveCount moves { kind dueAt newDueAt } } }';
  const { calendarPublicationEffect: effect } = await bank.ask('admin', EFFECT);
  expect(effect.moves).toContainEqual({
    kind: 'RESOLUTION',
    dueAt: before.dueAt,
    newDueAt: midnightAfter('2027-01-05'),
  });
  expect(effect.moveCount).toBe(effect.moves.length);
  expect((await bank.refusal('office', EFFECT)).extensions.code).toBe('FORBIDDEN');
  await bank.ask('admin', 'mutation ($input: PublishCalendarInput!) { publishCalendar(input: $input) { id } }', {
    input: { year: 2027, expectedVersion: await seen() },
  });
  const moved = {
    isProvisional: false,
    dueAt: midnightAfter('2027-01-05'),
    revisions: [{ reason: 'CALENDAR', dueAt: before.dueAt }],
  };
  expect(await decisionOf(id)).toMatchObject(moved);
  expect((await decisionOf(done.id)).revisions).toEqual([]);
  const { events, nextDueAt } = await read(id);
  expect(events.filter(({ kind }: { kind: string }) => kind === 'CLOCK_MOVED')).toHaveLength(2);
  expect(nextDueAt).toBe(midnightAfter('2027-01-05'));
  expect((await bank.ask('admin', EFFECT)).calendarPublicationEffect).toMatchObject({ moveCount: 0, moves: [] });
  await change('2027-06-09');
  expect(await decisionOf(id)).toMatchObject(moved);
});
