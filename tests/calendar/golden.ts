import type { Limit } from '../../server/src/calendar/limit.js';
import { workingDaysOf, yearOf } from '../../server/src/calendar/working-days.js';
import { calendarRows } from '../../server/src/migrations/calendar-rows.js';

/** The working days with which every bank begins. */
export const seededDays = workingDaysOf(new Set(calendarRows.map(({ day }) => yearOf(day))), calendarRows);

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
