import { deadline, type Deadline } from '../../calendar/deadline.js';
import type { Limit } from '../../calendar/limit.js';
import { readWorkingDays, type WorkingDays } from '../../calendar/working-days.js';
import type { Context } from '../../kernel/context.js';
import { regulations } from '../../plans/regulations.js';
import { clocksOf } from '../clocks/clocks.actions.js';
import { pausesOf, reckoned } from '../clocks/pause.actions.js';
import type { SlaClock } from '../clocks/sla-clock.js';
import type { Complaint } from '../complaint/complaint.js';

/** A clock that gets a longer limit, and its end by that. */
export interface Longer {
  clock: SlaClock;
  limit: Limit;
  end: Deadline;
}

/** What more time for the decision means for every clock, first that of the decision, and why it cannot be, if so. */
export interface Outlook {
  longer: readonly [Longer, ...Longer[]];
  /** Whether a regulation asks for the approval of those above. */
  needsLeaders: boolean;
  /** Key of the words that say why not. */
  problem: string | null;
}

/**
 * Reckons a longer limit of the decision. A regulation's own limit moves only as far as it must and as the regulation
 * allows (办法: 15 days, 30 for what is complex, 60 with approval, the customer told each time); never beyond.
 */
export async function outlookOf(
  ctx: Context,
  complaint: Complaint,
  clock: SlaClock,
  workingDayCount: number,
): Promise<Outlook> {
  const days = await readWorkingDays(ctx.em);
  const pauses = (await pausesOf(ctx.em, [clock])).get(clock.id);
  const limit: Limit = { count: workingDayCount, unit: 'WORKING_DAY' };
  const end = reckoned(days, { startedAt: clock.startedAt, limit }, pauses, ctx.clock.now());
  const decision = { clock, limit, end };
  if (end.dueAt <= clock.dueAt) return { longer: [decision], needsLeaders: false, problem: 'extension.notLonger' };
  const inTheWay = (await clocksOf(ctx, complaint)).filter(
    ({ kind, isLive, dueAt }) => kind === 'REGULATORY' && isLive && dueAt < end.dueAt,
  );
  const legal = inTheWay.map((each) => lengthened(days, each, complaint, end.dueAt));
  const reached = legal.filter((each) => each !== null);
  return {
    longer: [decision, ...reached],
    needsLeaders: reached.some(({ isLongest }) => isLongest),
    problem: reached.length < legal.length ? 'extension.beyondRegulation' : null,
  };
}

/** The least limit of its regulation by which a clock reaches an instant; null where even the longest does not. */
function lengthened(
  days: WorkingDays,
  clock: SlaClock,
  { complexity }: Complaint,
  until: Date,
): (Longer & { isLongest: boolean }) | null {
  const { complexLimit, longestLimit } = regulations[clock.regulation!];
  const steps = [
    ...(complexity === 'COMPLEX' ? [{ limit: complexLimit, isLongest: false }] : []),
    { limit: longestLimit, isLongest: true },
  ];
  const ends = steps.map((step) => ({ ...step, clock, end: deadline(days, clock.startedAt, step.limit) }));
  return ends.find(({ end }) => end.dueAt >= until) ?? null;
}
