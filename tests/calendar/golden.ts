import { dueAtOf, deadline } from '../../server/src/calendar/deadline.js';
import type { Limit } from '../../server/src/calendar/limit.js';
import { workingDaysOf, yearOf } from '../../server/src/calendar/working-days.js';
import { calendarDates } from '../../server/src/migrations/calendar-dates.js';

const exceptions = calendarDates.flatMap(([year, nameZh, nameEn, off, work]) =>
  (
    [
      ['OFF', off],
      ['WORK', work],
    ] as const
  ).flatMap(([kind, days]) =>
    days
      .split(' ')
      .filter(Boolean)
      .map((day) => ({ day: `${year}-${day}`, kind, nameZh, nameEn })),
  ),
);

/** The working days with which every bank begins. */
export const seededDays = workingDaysOf(new Set(exceptions.map(({ day }) => yearOf(day))), exceptions);

/** Received, limit, and the last day of the limit, by the notices for 2026; each ends at 24:00 in Shanghai. */
export const golden: readonly [receivedAt: string, limit: Limit, lastDay: string][] = [
  ['2026-09-30T16:00:00+08:00', { count: 3, unit: 'WORKING_DAY' }, '2026-10-10'],
  ['2026-09-30T16:00:00+08:00', { count: 5, unit: 'WORKING_DAY' }, '2026-10-13'],
  ['2026-02-13T10:00:00+08:00', { count: 3, unit: 'WORKING_DAY' }, '2026-02-25'],
  ['2026-02-13T10:00:00+08:00', { count: 5, unit: 'WORKING_DAY' }, '2026-02-27'],
  ['2025-12-31T23:59:59+08:00', { count: 3, unit: 'WORKING_DAY' }, '2026-01-06'],
  ['2025-12-31T00:00:00+08:00', { count: 5, unit: 'WORKING_DAY' }, '2026-01-08'],
  ['2026-09-20T09:00:00+08:00', { count: 3, unit: 'WORKING_DAY' }, '2026-09-23'],
  ['2026-09-20T09:00:00+08:00', { count: 5, unit: 'WORKING_DAY' }, '2026-09-28'],
  ['2026-09-30T16:00:00+08:00', { count: 15, unit: 'NATURAL_DAY' }, '2026-10-15'],
];

/** What the calculation says about each golden date: the end, the end by its own trace, and the trace. */
export const goldenAnswers = () =>
  golden.map(([receivedAt, limit]) => {
    const { dueAt, trace } = deadline(seededDays, new Date(receivedAt), limit);
    return { dueAt: dueAt.toISOString(), byTrace: dueAtOf(new Date(receivedAt), limit, trace).toISOString(), trace };
  });
