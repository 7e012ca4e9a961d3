import type { ExceptionalDay } from '../calendar/working-days.js';
import { calendarDates } from './calendar-dates.js';

/** The exceptions with which every bank begins, one for each day. */
export const calendarRows: readonly ExceptionalDay[] = calendarDates.flatMap(([year, nameZh, nameEn, off, work]) => {
  const days = (kind: 'OFF' | 'WORK', list: string) =>
    list
      .split(' ')
      .filter(Boolean)
      .map((day) => ({ day: `${year}-${day}`, kind, nameZh, nameEn }));
  return [...days('OFF', off), ...days('WORK', work)];
});
