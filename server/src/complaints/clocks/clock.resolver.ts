import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { readWorkingDays } from '../../calendar/working-days.js';
import type { Context } from '../../kernel/context.js';
import { badInput } from '../../kernel/errors.js';
import type { Row } from '../../kernel/read/read.js';
import { requireAdministrator } from '../../org/org.access.js';
import { regulations } from '../../plans/regulations.js';
import { CalendarPublicationEffect } from './calendar-effect.js';
import { reckonYear } from './calendar-moves.js';
import { ClockPause } from './clock-pause.js';
import { ClockRevision } from './clock-revision.js';
import { DeadlineExplanation } from './deadline-explanation.js';
import { explainDeadline } from './explain-deadline.js';
import { SlaClock } from './sla-clock.js';

const mostMoves = 100;

@Resolver(() => SlaClock)
export class ClockResolver {
  @Authorized()
  @Query(() => DeadlineExplanation, {
    nullable: true,
    description:
      'Why a clock ends when it ends: the calculation, day by day (时限说明); for whoever may read its complaint, else `NOT_FOUND`.',
  })
  explainDeadline(@Ctx() ctx: Context, @Arg('clockId', () => ID, { description: 'Which clock.' }) clockId: string) {
    return explainDeadline(ctx, clockId);
  }

  @Authorized()
  @Query(() => CalendarPublicationEffect, {
    description:
      'Which open clocks would move if the calendar of a year were published as it stands; for administrators.',
  })
  async calendarPublicationEffect(
    @Ctx() ctx: Context,
    @Arg('year', () => Int, { description: 'The year (年份).' }) year: number,
  ): Promise<CalendarPublicationEffect> {
    requireAdministrator(ctx);
    if (year < 2000 || year > 2100)
      throw badInput({ year: { key: 'field.outOfRange', params: { min: 2000, max: 2100 } } });
    const em = ctx.app.orm.em.fork();
    const days = await readWorkingDays(em, year);
    const reckonings = await reckonYear(em, days, { year, now: ctx.clock.now(), lock: false });
    const moving = reckonings.filter(({ hasMoved }) => hasMoved);
    const moves = moving
      .slice(0, mostMoves)
      .map(({ clock: { kind, dueAt }, deadline }) => ({ kind, dueAt, newDueAt: deadline.dueAt }));
    return { clockCount: reckonings.length, moveCount: moving.length, moves };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The regulation that asks for it (监管规定), in the caller's language; null for the plan's own.",
  })
  regulationName(@Ctx() { locale }: Context, @Root() { regulation }: SlaClock) {
    return regulation === null ? null : regulations[regulation].name[locale];
  }

  @FieldResolver(() => [ClockPause], { description: 'When it stood still (时限暂停), earliest first; at most 100.' })
  pauses(@Root() clock: Row) {
    return clock['pauses'];
  }

  @FieldResolver(() => [ClockRevision], {
    description: 'What it said before (时限调整记录), earliest first; at most 20.',
  })
  revisions(@Root() clock: Row) {
    return clock['revisions'];
  }
}
