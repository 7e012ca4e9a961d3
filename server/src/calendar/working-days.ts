import type { EntityManager } from '@mikro-orm/postgresql';
import { BusinessCalendar, CalendarException, type CalendarDayKind } from './business-calendar.js';

/** Which days the bank works; a day is text, `2026-10-01`, so that no time zone can shift it. */
export interface WorkingDays {
  isWorkingDay(day: string): boolean;
  /** What the day is called, if it has a rule of its own. */
  nameOf(day: string): { zh: string; en: string } | null;
  isPublished(year: number): boolean;
}

/** A day with a rule of its own. */
export interface ExceptionalDay {
  day: string;
  kind: CalendarDayKind;
  nameZh: string;
  nameEn: string;
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;

/** The year of a day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Working days by exceptions and published years; exceptions of other years are not heeded. */
export function workingDaysOf(published: ReadonlySet<number>, exceptions: readonly ExceptionalDay[]): WorkingDays {
  const heeded = exceptions.filter(({ day }) => published.has(yearOf(day)));
  const byDay = new Map(heeded.map((each) => [each.day, each]));
  return {
    isWorkingDay: (day) => (byDay.has(day) ? byDay.get(day)!.kind === 'WORK' : !isWeekend(day)),
    nameOf(day) {
      const found = byDay.get(day);
      return found ? { zh: found.nameZh, en: found.nameEn } : null;
    },
    isPublished: (year) => published.has(year),
  };
}

const remembered = new WeakMap<object, { revisions: string; days: WorkingDays }>();

/** The bank's working days; `draftYear` counts as published, to see what publishing it would change. */
export async function readWorkingDays(em: EntityManager, draftYear?: number): Promise<WorkingDays> {
  // Rows that are only looked at must not be compared with the database when the command ends.
  const apart = { disableIdentityMap: true };
  const calendars = await em.find(BusinessCalendar, { $or: [{ isPublished: true }, { year: draftYear ?? 0 }] }, apart);
  const revisions = calendars
    .map(({ revision }) => revision)
    .toSorted()
    .join();
  const known = remembered.get(em.getConnection());
  if (known?.revisions === revisions) return known.days;
  const exceptions = await em.find(CalendarException, {}, apart);
  const days = workingDaysOf(new Set(calendars.map(({ year }) => year)), exceptions);
  remembered.set(em.getConnection(), { revisions, days });
  return days;
}
