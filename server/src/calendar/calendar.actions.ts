import { ref } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { bankDay } from '../kernel/bank-day.js';
import { Checks } from '../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../kernel/context.js';
import { conflict, notFound, requireOpen } from '../kernel/errors.js';
import { actingStaff } from '../org/groups/roster.js';
import { mayChangeDays, mayPrepare, seesCalendar } from './calendar.access.js';
import type {
  ChangeCalendarDayInput,
  ClearCalendarDayInput,
  ImportCalendarInput,
  PublishCalendarInput,
} from './calendar.input.js';
import { BusinessCalendar, CalendarException } from './business-calendar.js';
import { namesOf, readContent } from './calendar-content.js';
import { isWeekend, yearOf } from './working-days.js';

const firstYear = 2011;
const yearsAhead = 2;
const longestContent = 100_000;

const noOther = () => [];

/** The calendar of a year; one that nobody has asked for yet begins unpublished and without exceptions. */
export const calendarOf = command(
  async (ctx: Context, year: number, path: string = 'year'): Promise<BusinessCalendar> => {
    if (!seesCalendar(ctx.viewer)) throw notFound();
    const checks = new Checks();
    checks.number(year, path, { min: firstYear, max: yearOf(bankDay(ctx.clock.now())) + yearsAhead });
    checks.done();
    const known = await ctx.em.findOne(BusinessCalendar, { year });
    if (known) return known;
    const begun = create(ctx, BusinessCalendar, { year });
    await ctx.em.flush();
    return begun;
  },
);

/** The days of a year are those of a file, instead of those before; `CONFLICT` once it is published. */
export const importCalendar = command(async (ctx: Context, input: ImportCalendarInput): Promise<BusinessCalendar> => {
  const calendar = await calendarToChange(ctx, input.year);
  requireOpen(mayPrepare(ctx.viewer, calendar), noOther);
  requireVersion(calendar, input.expectedVersion);
  const checks = new Checks();
  const content = checks.requiredText(input.content, 'content', { max: longestContent });
  checks.done();
  const days = readContent(checks, input.year, input.format, content);
  checks.done();
  await ctx.em.nativeDelete(CalendarException, { calendar: calendar.id });
  for (const day of days) create(ctx, CalendarException, { calendar: ref(calendar), ...day });
  await countChange(ctx, calendar);
  record(ctx, 'calendar.imported', calendar, { data: { year: input.year, days: days.length } });
  return calendar;
});

/** A day is off, or made up for; in a published year every open deadline may move. */
export const changeCalendarDay = command(
  async (ctx: Context, input: ChangeCalendarDayInput): Promise<BusinessCalendar> => {
    const { day, kind } = input;
    const calendar = await calendarToChange(ctx, yearOf(day), 'day');
    requireOpen(mayChangeDays(ctx.viewer), noOther);
    requireVersion(calendar, input.expectedVersion);
    const checks = new Checks();
    checks.that(kind === 'OFF' || isWeekend(day), 'kind', 'calendar.notWeekend');
    const names = namesOf(checks, input);
    checks.done();
    const known = await ctx.em.findOne(CalendarException, { day });
    if (known) Object.assign(known, { kind, ...names });
    else create(ctx, CalendarException, { calendar: ref(calendar), day, kind, ...names });
    await countChange(ctx, calendar);
    record(ctx, 'calendar.changed', calendar, { data: { year: calendar.year, day, kind, ...names } });
    return calendar;
  },
);

/** A day is as its weekday is; in a published year every open deadline may move. */
export const clearCalendarDay = command(
  async (ctx: Context, input: ClearCalendarDayInput): Promise<BusinessCalendar> => {
    const { day } = input;
    const calendar = await calendarToChange(ctx, yearOf(day), 'day');
    requireOpen(mayChangeDays(ctx.viewer), noOther);
    requireVersion(calendar, input.expectedVersion);
    const checks = new Checks();
    const cleared = await ctx.em.nativeDelete(CalendarException, { calendar: calendar.id, day });
    checks.that(cleared > 0, 'day', 'calendar.noException');
    checks.done();
    await countChange(ctx, calendar);
    record(ctx, 'calendar.changed', calendar, { data: { year: calendar.year, day, kind: null } });
    return calendar;
  },
);

/** Deadlines go by the days of a year from now on; `CONFLICT` when they do already, or when it has no holiday. */
export const publishCalendar = command(async (ctx: Context, input: PublishCalendarInput): Promise<BusinessCalendar> => {
  const calendar = await calendarToChange(ctx, input.year);
  requireOpen(mayPrepare(ctx.viewer, calendar), noOther);
  requireVersion(calendar, input.expectedVersion);
  if (!(await ctx.em.count(CalendarException, { calendar: calendar.id, kind: 'OFF' })))
    throw conflict('calendar.empty');
  Object.assign(calendar, { isPublished: true, publishedAt: ctx.clock.now(), publishedBy: actingStaff(ctx) });
  record(ctx, 'calendar.published', calendar, { data: { year: input.year } });
  return calendar;
});

const calendarToChange = async (ctx: Context, year: number, path?: string): Promise<BusinessCalendar> =>
  find(ctx, BusinessCalendar, (await calendarOf(ctx, year, path)).id);

/** Days are rows of their own; whoever has seen the year before must look again. */
async function countChange(ctx: Context, { id, version }: BusinessCalendar): Promise<void> {
  await ctx.em.nativeUpdate(BusinessCalendar, { id }, { version: version + 1, revision: uuidv7() });
}
