import { ref } from '@mikro-orm/core';
import { readWorkingDays } from '../../calendar/working-days.js';
import { create, type Context } from '../../kernel/context.js';
import type { Complaint } from '../complaint/complaint.js';
import type { RevisionReason } from '../enumerations.js';
import { ClockRevision } from './clock-revision.js';
import { clocksOf, nearestOf } from './clocks.actions.js';
import { isByLevel, limitOf, policyAtReceipt } from './limits.js';
import { pausesOf, reckoned } from './pause.actions.js';
import type { SlaClock } from './sla-clock.js';

/** The level changed: what runs is reckoned anew from its start, pauses kept; what has run out stays so (D5-五.3(2)). */
export async function reviseForLevel(ctx: Context, complaint: Complaint): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  const live = clocks.filter(({ isLive, kind }) => isLive && isByLevel(kind));
  const policy = await policyAtReceipt(ctx.em, complaint);
  const days = await readWorkingDays(ctx.em);
  const pauses = await pausesOf(ctx.em, live);
  const now = ctx.clock.now();
  for (const clock of live) {
    const before = standOf(clock);
    const limit = limitOf(policy, clock, complaint.level);
    if (limit) clock.allow(limit);
    else clock.cancel();
    clock.reckon(reckoned(days, clock, pauses.get(clock.id), now), now);
    keep(ctx, clock, before, 'LEVEL');
  }
  complaint.nextDueAt = nearestOf(clocks);
}

/** Keeps what a clock said, if it ends at another time now or its limit is another. */
export function keep(ctx: Context, clock: SlaClock, before: Stand, reason: RevisionReason): void {
  const isSame =
    clock.limitCount === before.limitCount &&
    clock.limitUnit === before.limitUnit &&
    clock.dueAt.getTime() === before.dueAt.getTime();
  if (!isSame) create(ctx, ClockRevision, { clock: ref(clock), reason, ...before });
}

type Stand = Pick<SlaClock, 'limitCount' | 'limitUnit' | 'dueAt' | 'isProvisional'>;

/** What a clock says now. */
export const standOf = ({ limitCount, limitUnit, dueAt, isProvisional }: SlaClock): Stand => ({
  limitCount,
  limitUnit,
  dueAt,
  isProvisional,
});
