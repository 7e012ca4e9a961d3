import { Arg, Authorized, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions, offer } from '../kernel/allowed-action.js';
import type { Context } from '../kernel/context.js';
import { computed, expose, readable } from '../kernel/read/registry.js';
import { readChanged } from '../kernel/read/read.js';
import { BusinessCalendar, CalendarException } from './business-calendar.js';
import { calendarFactNeeds, calendarKnownTo, calendarOffers, type CalendarFacts } from './calendar.access.js';
import {
  calendarOf,
  changeCalendarDay,
  clearCalendarDay,
  importCalendar,
  publishCalendar,
} from './calendar.actions.js';
import {
  ChangeCalendarDayInput,
  ClearCalendarDayInput,
  ImportCalendarInput,
  PublishCalendarInput,
} from './calendar.input.js';
import './calendar.messages.js';

readable(BusinessCalendar, { visibleTo: calendarKnownTo });
readable(CalendarException, { visibleTo: calendarKnownTo });
computed(CalendarException, 'name', ['nameZh', 'nameEn']);
expose(BusinessCalendar, 'exceptions', {
  many: () => CalendarException,
  by: 'calendar',
  orderBy: [{ field: 'day', direction: 'asc' }],
  limit: 366,
});
offer(BusinessCalendar, calendarFactNeeds, calendarOffers);

@Resolver(() => BusinessCalendar)
export class CalendarResolver {
  @Authorized()
  @Query(() => BusinessCalendar, {
    description: 'The working calendar of a year (工作日历); one that is new is unpublished and has no exceptions.',
  })
  async calendar(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('year', () => Int, { description: 'The year (年份), from 2011 to two years ahead.' }) year: number,
  ) {
    return readChanged(ctx, info, (await calendarOf(ctx, year)).id);
  }

  @Authorized()
  @Mutation(() => BusinessCalendar, {
    description:
      'Replaces the days of a year that is not published by those of a file (导入日历); for administrators of the head office.',
  })
  async importCalendar(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ImportCalendarInput, { description: 'The file.' }) input: ImportCalendarInput,
  ) {
    return readChanged(ctx, info, (await importCalendar(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => BusinessCalendar, {
    description: 'Makes a day a holiday or a make-up workday (修改日历), in a published year too: deadlines may move.',
  })
  async changeCalendarDay(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangeCalendarDayInput, { description: 'The day.' }) input: ChangeCalendarDayInput,
  ) {
    return readChanged(ctx, info, (await changeCalendarDay(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => BusinessCalendar, {
    description: 'Lets a day be as its weekday is (恢复为平常日), in a published year too: deadlines may move.',
  })
  async clearCalendarDay(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ClearCalendarDayInput, { description: 'The day.' }) input: ClearCalendarDayInput,
  ) {
    return readChanged(ctx, info, (await clearCalendarDay(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => BusinessCalendar, {
    description:
      'Lets deadlines go by the calendar of a year (发布日历), once; provisional ones become final and may move.',
  })
  async publishCalendar(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PublishCalendarInput, { description: 'The version that was seen.' })
    input: PublishCalendarInput,
  ) {
    return readChanged(ctx, info, (await publishCalendar(ctx, input)).id);
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now, and what only waits.' })
  allowedActions(@Ctx() ctx: Context, @Root() calendar: CalendarFacts) {
    return allowedActions(ctx, BusinessCalendar, calendar);
  }
}

@Resolver(() => CalendarException)
export class CalendarExceptionResolver {
  @FieldResolver(() => String, { description: "Name in the caller's language (名称)." })
  name(@Ctx() { locale }: Context, @Root() { nameZh, nameEn }: CalendarException) {
    return locale === 'zh' ? nameZh : nameEn;
  }
}
