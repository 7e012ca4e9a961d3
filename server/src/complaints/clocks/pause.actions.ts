import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { deadline, type Deadline } from '../../calendar/deadline.js';
import { readWorkingDays, type WorkingDays } from '../../calendar/working-days.js';
import { dayAfter, startOfBankDay } from '../../kernel/bank-day.js';
import { create, record, type Context } from '../../kernel/context.js';
import type { Complaint } from '../complaint/complaint.js';
import type { Contact } from '../contact.js';
import { ClockPause } from './clock-pause.js';
import { clocksOf, nearestOf } from './clocks.actions.js';
import { pausesFor, policyAtReceipt } from './limits.js';
import type { SlaClock } from './sla-clock.js';

/**
 * The customer was asked for something: what the plan lets stand still does, until they are heard or the day by which
 * they were to answer has passed (D6-四.2(2)). Asked once more, they have until the later of both.
 */
export async function pauseClocks(ctx: Context, complaint: Complaint, reason: Contact): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  const policy = await policyAtReceipt(ctx.em, complaint);
  const from = ctx.clock.now();
  const until = reason.replyBy === null ? null : startOfBankDay(dayAfter(reason.replyBy, 1));
  for (const clock of clocks) {
    if (clock.state === 'PAUSED' && clock.nextAt && until && clock.nextAt < until) clock.pause(until);
    if (!clock.isLive || clock.state === 'PAUSED' || from >= clock.dueAt || !pausesFor(policy, clock)) continue;
    clock.pause(until);
    create(ctx, ClockPause, { clock: ref(clock), startedAt: from, endedAt: null, reason: ref(reason) });
    publish(ctx, 'complaint.clockPaused', complaint, clock);
  }
  complaint.nextDueAt = nearestOf(clocks);
}

/** The customer was heard: what stood still runs on, with the time it lost. */
export async function resumeClocks(ctx: Context, complaint: Complaint): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  await runOn(ctx, complaint, clocks, () => ctx.clock.now());
}

/** The customer did not answer in time: what stood still for that runs on since, however late that is noticed. */
export async function endWait(ctx: Context, complaint: Complaint): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  const isOver = ({ nextAt }: SlaClock) => nextAt !== null && nextAt <= ctx.clock.now();
  await runOn(ctx, complaint, clocks, (clock) => (isOver(clock) ? clock.nextAt! : null));
}

async function runOn(
  ctx: Context,
  complaint: Complaint,
  clocks: readonly SlaClock[],
  since: (clock: SlaClock) => Date | null,
): Promise<void> {
  const paused = clocks.filter((clock) => clock.state === 'PAUSED' && since(clock) !== null);
  if (!paused.length) return;
  const days = await readWorkingDays(ctx.em);
  const pauses = await pausesOf(ctx.em, paused);
  for (const clock of paused) {
    const own = pauses.get(clock.id)!;
    const open = own.find(({ endedAt }) => endedAt === null)!;
    const endedAt = since(clock)!;
    open.endedAt = endedAt;
    clock.resume(reckoned(days, clock, own, endedAt), open.startedAt, endedAt);
    publish(ctx, 'complaint.clockResumed', complaint, clock);
  }
  complaint.nextDueAt = nearestOf(clocks);
}

const publish = (ctx: Context, kind: string, complaint: Complaint, clock: SlaClock) =>
  record(ctx, kind, complaint, { audience: 'complaints', objectId: clock.id, data: { clockKind: clock.kind } });

/** The pauses of clocks, by the clock's id. */
export async function pausesOf(em: EntityManager, clocks: readonly SlaClock[]): Promise<Map<string, ClockPause[]>> {
  const found = await em.find(ClockPause, { clock: clocks.map(({ id }) => id) }, { orderBy: { startedAt: 'asc' } });
  return Map.groupBy(found, ({ clock }) => clock.id);
}

/** When a clock ends by a calendar; while it stands still, as if it went on now. */
export const reckoned = (
  days: WorkingDays,
  clock: Pick<SlaClock, 'startedAt' | 'limit'>,
  pauses: readonly ClockPause[] = [],
  now: Date,
): Deadline =>
  deadline(
    days,
    clock.startedAt,
    clock.limit,
    pauses.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt ?? now })),
  );
