import { z } from 'zod';
import { isDay } from '../kernel/bank-day.js';
import { readCsv } from '../kernel/csv.js';
import { badInput } from '../kernel/errors.js';
import type { Checks } from '../kernel/checks.js';
import type { CalendarFormat } from './calendar.input.js';
import { CalendarDayKind } from './business-calendar.js';
import { isWeekend, yearOf, type ExceptionalDay } from './working-days.js';

/** A day as it was written, and the path of its place in the input. */
interface WrittenDay {
  /** Path of a value of this day, by its name in the file. */
  at: (name: 'date' | 'kind' | 'nameZh' | 'nameEn') => string;
  date: string;
  kind: string;
  nameZh: string;
  nameEn: string;
}

const mostDays = 366;

/** The days of a file, each wrong one noted by its place; throws `BAD_USER_INPUT` where it cannot be read at all. */
export function readContent(checks: Checks, year: number, format: CalendarFormat, content: string): ExceptionalDay[] {
  const written = format === 'CSV' ? fromCsv(checks, content) : fromHolidayCn(checks, year, content);
  checks.that(written.length > 0, 'content', 'calendar.empty');
  if (!checks.that(written.length <= mostDays, 'content', { key: 'calendar.tooMany', params: { most: mostDays } }))
    return [];
  const seen = new Set<string>();
  return written.map((each) => {
    const { date, at } = each;
    const kind = each.kind as CalendarDayKind;
    const isDated = checks.that(isDay(date), at('date'), 'calendar.badDate');
    checks.that(!isDated || yearOf(date) === year, at('date'), { key: 'calendar.otherYear', params: { year } });
    checks.that(!seen.has(date), at('date'), 'calendar.twice');
    seen.add(date);
    checks.that(kind in CalendarDayKind, at('kind'), 'calendar.badKind');
    checks.that(!isDated || kind !== 'WORK' || isWeekend(date), at('kind'), 'calendar.notWeekend');
    return { day: date, kind, ...namesOf(checks, each, at) };
  });
}

/** The two names of a day. */
export const namesOf = (
  checks: Checks,
  { nameZh, nameEn }: { nameZh: string; nameEn: string },
  at: (name: 'nameZh' | 'nameEn') => string = (name) => name,
) => ({
  nameZh: checks.requiredText(nameZh, at('nameZh'), { max: 50 }),
  nameEn: checks.requiredText(nameEn, at('nameEn'), { max: 100 }),
});

const holidayCn = z.object({
  year: z.number().int(),
  days: z.array(z.object({ name: z.string(), date: z.string(), isOffDay: z.boolean() })),
});

function fromHolidayCn(checks: Checks, year: number, content: string): WrittenDay[] {
  const read = holidayCn.safeParse(json(content));
  if (!read.success)
    throw badInput(
      Object.fromEntries(read.error.issues.map(({ path }) => [['content', ...path].join('.'), 'calendar.badJson'])),
    );
  checks.that(read.data.year === year, 'content.year', { key: 'calendar.otherYear', params: { year } });
  return read.data.days.map(({ name, date, isOffDay }, index) => ({
    at: (part) => `content.days.${index}.${{ date: 'date', kind: 'isOffDay', nameZh: 'name', nameEn: 'name' }[part]}`,
    date,
    kind: isOffDay ? 'OFF' : 'WORK',
    nameZh: name,
    nameEn: inEnglish(name),
  }));
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw badInput({ content: 'calendar.badJson' });
  }
}

const englishNames: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-autumn Festival',
  国庆节: 'National Day',
};

/** Two holidays in one (国庆节、中秋节) have both names; one that has no English name here keeps the Chinese. */
const inEnglish = (name: string): string =>
  name
    .split('、')
    .map((each) => englishNames[each] ?? each)
    .join(', ');

const columns = ['date', 'kind', 'nameZh', 'nameEn'] as const;

function fromCsv(checks: Checks, content: string): WrittenDay[] {
  const read = readCsv(content);
  if (!read) throw badInput({ content: 'calendar.badCsv' });
  const [header, ...rows] = read;
  if (header?.cells.join() !== columns.join())
    throw badInput({ content: { key: 'calendar.badHeader', params: { header: columns.join() } } });
  return rows.flatMap(({ line, cells }) => {
    const place = `content.lines.${line}`;
    const most = columns.length;
    if (!checks.that(cells.length === most, place, { key: 'calendar.badColumns', params: { most } })) return [];
    const [date = '', kind = '', nameZh = '', nameEn = ''] = cells;
    return [{ at: (part) => `${place}.${part}`, date, kind, nameZh, nameEn } satisfies WrittenDay];
  });
}
