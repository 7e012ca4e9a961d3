import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isWeekend } from '../../server/src/calendar/working-days.js';
import { dayAfter } from '../../server/src/kernel/bank-day.js';
import { seededDays } from './golden.js';

const { resolve } = createRequire(import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const chineseDays: Record<'holidays' | 'workdays', Record<string, string>> = json(
  join(resolve('chinese-days'), '../chinese-days.json'),
);
const holidayCalendar = new Map<string, string>(
  years().flatMap((year) => {
    const file = join(resolve('holiday-calendar/package.json'), `../data/CN/${year}.json`);
    const { dates } = json(file) as { dates: { date: string; type: string }[] };
    return dates.map(({ date, type }) => [date, type] as const);
  }),
);

function years(): number[] {
  return Array.from({ length: 16 }, (_, index) => 2011 + index);
}

const allDays: string[] = [];
for (let day = '2011-01-01'; day <= '2026-12-31'; day = dayAfter(day, 1)) allDays.push(day);
const differing = (isWorked: (day: string) => boolean) =>
  allDays.filter((day) => seededDays.isWorkingDay(day) !== isWorked(day));

test('the calendar begins with the 5,844 days of 2011 to 2026 as the package that it was made from has them', () => {
  expect(allDays).toHaveLength(5844);
  expect(
    differing((day) => day in chineseDays.workdays || (!isWeekend(day) && !(day in chineseDays.holidays))),
  ).toEqual([]);
  const named = Object.entries(chineseDays.holidays).filter(([day]) => day >= '2011');
  const nameOf = (day: string) => `${seededDays.nameOf(day)?.en},${seededDays.nameOf(day)?.zh}`;
  expect(named.filter(([day, names]) => !names.startsWith(`${nameOf(day)},`))).toEqual([]);
});

// Where the second package is wrong: it leaves out two make-up workdays of the notices for 2012 and 2015, and calls
// three Saturdays worked although the holiday on the Monday after them had no make-up day.
const mistaken = ['2011-12-31', '2015-01-04', '2016-04-02', '2018-06-16', '2018-09-22'];

test('a second package agrees, but for five days on which it is known to be wrong', () => {
  const isWorked = (day: string) => {
    const type = holidayCalendar.get(day);
    return type === 'transfer_workday' || (type !== 'public_holiday' && !isWeekend(day));
  };
  expect(differing(isWorked)).toEqual(mistaken);
});

test('the days of 2026 are those of the notice of 2025-11-04', () => {
  const worked = allDays.filter((day) => day >= '2026' && isWeekend(day) && seededDays.isWorkingDay(day));
  expect(worked).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
});
