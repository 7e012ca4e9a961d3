import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadline, dueAtOf } from '../../server/src/calendar/deadline.js';
import type { Limit } from '../../server/src/calendar/limit.js';
import { bankDay, dayAfter, startOfBankDay } from '../../server/src/kernel/bank-day.js';
import { golden, seededDays } from './golden.js';

const hour = 3_600_000;
const at = (text: string) => new Date(`${text}+08:00`);
const lastDayOf = (dueAt: Date) => dayAfter(bankDay(dueAt), -1);
const workingDays = (count: number): Limit => ({ count, unit: 'WORKING_DAY' });

test.each(golden)('received %s with a limit of %o: ends on %s at 24:00', (receivedAt, limit, lastDay) => {
  const { dueAt, isProvisional, trace } = deadline(seededDays, new Date(receivedAt), limit);
  expect(dueAtOf(new Date(receivedAt), limit, trace)).toEqual(dueAt);
  expect(dueAt).toEqual(at(`${dayAfter(lastDay, 1)}T00:00:00`));
  expect(isProvisional).toBe(false);
});

test('the day on which the bank received it is listed and does not count; each day off says which holiday it is', () => {
  const { trace } = deadline(seededDays, at('2026-09-30T16:00:00'), workingDays(3));
  const line = ({ day, reason, counted, name }: (typeof trace)[number]) =>
    `${day} ${reason} ${counted} ${name?.zh ?? ''}`;
  expect(trace.map(line)).toEqual([
    '2026-09-30 RECEIPT 0 ',
    ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day} DAY_OFF 0 国庆节`),
    '2026-10-08 COUNTED 1 ',
    '2026-10-09 COUNTED 1 ',
    '2026-10-10 MAKE_UP 1 国庆节',
  ]);
});

test('hours pass at night and on days off, and each day of them is listed', () => {
  const { dueAt, trace } = deadline(seededDays, at('2026-10-01T22:00:00'), { count: 24, unit: 'CLOCK_HOUR' });
  expect(dueAt).toEqual(at('2026-10-02T22:00:00'));
  expect(trace.map(({ day, reason, counted }) => [day, reason, counted])).toEqual([
    ['2026-10-01', 'ELAPSED', 2],
    ['2026-10-02', 'ELAPSED', 22],
  ]);
});

test('a pause moves a limit in hours by its length, and skips the working days at whose end it lasted', () => {
  const pauses = [{ from: at('2026-11-03T12:00:00'), to: at('2026-11-05T12:00:00') }];
  const start = at('2026-11-02T09:00:00');
  const inDays = deadline(seededDays, start, workingDays(3), pauses);
  expect(lastDayOf(inDays.dueAt)).toBe('2026-11-09');
  expect(inDays.trace.filter(({ reason }) => reason === 'PAUSED').map(({ day }) => day)).toEqual([
    '2026-11-03',
    '2026-11-04',
  ]);
  expect(deadline(seededDays, start, { count: 48, unit: 'CLOCK_HOUR' }, pauses).dueAt).toEqual(
    at('2026-11-06T09:00:00'),
  );
});

test('a pause that lasts still moves nothing until it ends', () => {
  const start = at('2026-11-02T09:00:00');
  const pauses = [{ from: at('2026-11-03T12:00:00'), to: null }];
  expect(deadline(seededDays, start, workingDays(3), pauses)).toEqual(deadline(seededDays, start, workingDays(3)));
});

test('a deadline that reaches into a year without a published calendar is provisional', () => {
  const start = at('2026-12-29T09:00:00');
  expect(deadline(seededDays, start, workingDays(2)).isProvisional).toBe(false);
  const across = deadline(seededDays, start, workingDays(3));
  expect(across.isProvisional).toBe(true);
  expect(across.trace.filter(({ isProvisional }) => isProvisional).map(({ day }) => day)).toEqual(['2027-01-01']);
  expect(deadline(seededDays, start, { count: 10, unit: 'NATURAL_DAY' }).isProvisional).toBe(false);
});

const starts = fc
  .date({ min: at('2011-01-01T00:00:00'), max: at('2026-10-01T00:00:00'), noInvalidDate: true })
  .map((date) => new Date(date));
const counts = fc.integer({ min: 1, max: 30 });
const limits = fc.record({
  count: counts,
  unit: fc.constantFrom('WORKING_DAY' as const, 'NATURAL_DAY' as const, 'CLOCK_HOUR' as const),
});
const pausesAfter = (start: Date) =>
  fc.array(
    fc.tuple(fc.integer({ min: -48, max: 400 }), fc.integer({ min: 0, max: 100 * hour })).map(([after, length]) => {
      const from = new Date(start.getTime() + after * hour);
      return { from, to: new Date(from.getTime() + length) };
    }),
    { maxLength: 4 },
  );

test('working days agree with a walk from day to day over 2011 to 2026, and never end on a day off', () => {
  fc.assert(
    fc.property(starts, counts, (start, count) => {
      let day = bankDay(start);
      for (let left = count; left > 0; left -= seededDays.isWorkingDay(day) ? 1 : 0) day = dayAfter(day, 1);
      const { dueAt } = deadline(seededDays, start, workingDays(count));
      expect(dueAt).toEqual(startOfBankDay(dayAfter(day, 1)));
      expect(seededDays.isWorkingDay(lastDayOf(dueAt))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('whoever comes later, or has longer, is never due earlier', () => {
  fc.assert(
    fc.property(starts, limits, fc.integer({ min: 0, max: 40 * 24 * hour }), (start, limit, later) => {
      const due = (from: Date, count: number) => deadline(seededDays, from, { ...limit, count }).dueAt.getTime();
      const first = due(start, limit.count);
      expect(due(new Date(start.getTime() + later), limit.count)).toBeGreaterThanOrEqual(first);
      expect(due(start, limit.count + 1)).toBeGreaterThan(first);
    }),
    { numRuns: 300 },
  );
});

test('the listed days alone give the same end, whatever the pauses, and a pause never brings it forward', () => {
  const cases = starts.chain((start) => fc.tuple(fc.constant(start), limits, pausesAfter(start)));
  fc.assert(
    fc.property(cases, ([start, limit, pauses]) => {
      const { dueAt, trace } = deadline(seededDays, start, limit, pauses);
      const listed = trace.filter(({ reason }) => reason !== 'PAUSED').reduce((sum, { counted }) => sum + counted, 0);
      expect(listed).toBeCloseTo(limit.count, 6);
      expect(dueAtOf(start, limit, trace)).toEqual(dueAt);
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(deadline(seededDays, start, limit).dueAt.getTime());
    }),
    { numRuns: 300 },
  );
});
