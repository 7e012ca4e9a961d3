import type { CalendarDay } from './calendar.graphql';

const dayLength = 86_400_000;
const two = (value: number) => String(value).padStart(2, '0');
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;
const dayOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10);

/** The day that many days later; days are text such as `2026-10-01`, so that no time zone can shift them. */
export const shifted = (day: string, by: number): string => dayOf(numberOf(day) + by);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string): number => (numberOf(day) + 3) % 7;

/** The weeks of a month (1–12), Monday first; null where a week reaches into another month. */
export function weeksOf(year: number, month: number): readonly (readonly (string | null)[])[] {
  const first = `${year}-${two(month)}-01`;
  const start = shifted(first, -weekdayOf(first));
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((weekdayOf(first) + length) / 7) }, (_week, week) =>
    Array.from({ length: 7 }, (_day, at) => {
      const day = shifted(start, week * 7 + at);
      return day.startsWith(first.slice(0, 8)) ? day : null;
    }),
  );
}

/** Days one after another with the same rule and name. */
export interface Run {
  from: string;
  to: string;
  rule: CalendarDay;
}

/** What a month's list says: one line for each run of days, in their order. */
export function runsOf(days: readonly CalendarDay[]): readonly Run[] {
  const runs: Run[] = [];
  for (const rule of [...days].sort((one, other) => one.day.localeCompare(other.day))) {
    const last = runs.at(-1);
    const continues = last && shifted(last.to, 1) === rule.day && isSameRule(last.rule, rule);
    if (continues) last.to = rule.day;
    else runs.push({ from: rule.day, to: rule.day, rule });
  }
  return runs;
}

const isSameRule = (one: CalendarDay, other: CalendarDay) => one.kind === other.kind && one.nameZh === other.nameZh;

/** Noon of a day at the bank, for texts that want an instant. */
export const noonOf = (day: string): string => `${day}T12:00:00+08:00`;
