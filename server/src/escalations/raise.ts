import { ref } from '@mikro-orm/core';
import type { Complaint } from '../complaints/complaint/complaint.js';
import { ComplaintShare } from '../complaints/complaint/complaint-share.js';
import { create, nextReference, record, type Context } from '../kernel/context.js';
import type { EventData } from '../kernel/event.js';
import { Staff } from '../org/staff/staff.js';
import { policyFor } from '../plans/policy.js';
import { Escalation } from './escalation.js';
import { EscalationCause } from './escalation-cause.js';
import { EscalationNotice } from './escalation-notice.js';
import type { EscalationLevel, EscalationTrigger } from './enumerations.js';
import { delayedFrom, ladderOf, type Ladder } from './ladder.js';
import { rankOf } from './triggers.js';

/** Brings a complaint to those above, once per trigger: a later hit is added to the one that is live. */
export async function raise(
  ctx: Context,
  complaint: Complaint,
  cause: { trigger: EscalationTrigger; level: EscalationLevel; reason?: string },
): Promise<Escalation> {
  await ctx.em.populate(complaint, ['orgUnit']);
  const live = await ctx.em.findOne(Escalation, {
    complaint: complaint.id,
    trigger: cause.trigger,
    status: ['OPEN', 'ACKNOWLEDGED'],
  });
  if (live) return addCause(ctx, live, complaint, cause);
  const now = ctx.clock.now();
  const ladder = await ladderOf(ctx, complaint);
  const { level, staff } = ladder.from(cause.level) ?? { level: cause.level, staff: [] };
  const escalation = create(ctx, Escalation, {
    reference: await nextReference(ctx, 'SJ', 'escalation_reference', now),
    trigger: cause.trigger,
    level,
    reason: cause.reason ?? null,
    complaint: ref(complaint),
    raisedAt: now,
    raisedBy:
      cause.reason != null && ctx.viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null,
    acknowledgedBy: null,
    acknowledgedAt: null,
    resolvedBy: null,
    resolvedAt: null,
    resolution: null,
    isDrill: complaint.isDrill,
  });
  noteCause(ctx, escalation, cause);
  await putOn(ctx, escalation, complaint, { level, ladder });
  await notify(ctx, escalation, complaint, staff);
  publish(ctx, 'escalation.raised', escalation);
  return escalation;
}

/** A further hit goes on record; one that reaches higher climbs, and wants a signature again. */
async function addCause(
  ctx: Context,
  live: Escalation,
  complaint: Complaint,
  cause: { level: EscalationLevel; reason?: string },
): Promise<Escalation> {
  noteCause(ctx, live, cause);
  if (rankOf(cause.level) > rankOf(live.level)) {
    const ladder = await ladderOf(ctx, complaint);
    const rung = ladder.from(cause.level);
    if (rung) {
      if (live.status === 'ACKNOWLEDGED') live.reopen();
      await putOn(ctx, live, complaint, { level: rung.level, ladder });
      await notify(ctx, live, complaint, rung.staff);
    }
  }
  publish(ctx, 'escalation.causeAdded', live);
  return live;
}

function noteCause(ctx: Context, escalation: Escalation, cause: { level: EscalationLevel; reason?: string }): void {
  const by =
    cause.reason != null && ctx.viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null;
  create(ctx, EscalationCause, { escalation: ref(escalation), level: cause.level, by, reason: cause.reason ?? null });
}

/** Puts an escalation on a step from now on, with what comes after its delay. */
export async function putOn(
  { em, clock }: Context,
  escalation: Escalation,
  complaint: Complaint,
  { level, ladder }: { level: EscalationLevel; ladder: Ladder },
): Promise<void> {
  const now = clock.now();
  const at = delayedFrom(now, level, await policyFor(em, complaint.orgUnit.getEntity(), now));
  escalation.standOn(level, { at, level: ladder.above(level).level });
}

/** Tells the people of a step, once each, and lets them read what they are told of. */
export async function notify(
  ctx: Context,
  escalation: Escalation,
  complaint: Complaint,
  staff: readonly Staff[],
): Promise<void> {
  const ids = staff.map(({ id }) => id);
  const told = await ctx.em.find(EscalationNotice, {
    escalation: escalation.id,
    level: escalation.level,
    staff: { $in: ids },
  });
  const shared = await ctx.em.find(ComplaintShare, { complaint: complaint.id, staff: { $in: ids } });
  for (const person of staff) {
    if (!told.some((notice) => notice.staff.id === person.id)) {
      const { level } = escalation;
      create(ctx, EscalationNotice, {
        escalation: ref(escalation),
        staff: ref(person),
        level,
        channel: 'CONSOLE',
        pushedAt: null,
        acknowledgedAt: null,
      });
    }
    if (!shared.some((share) => share.staff.id === person.id)) {
      create(ctx, ComplaintShare, { complaint: ref(complaint), staff: ref(person), reason: 'escalation' });
    }
  }
  await ctx.em.flush();
}

/** Puts an event of an escalation into the log and the feeds. */
export function publish(ctx: Context, kind: string, escalation: Escalation, more: EventData = {}): void {
  record(ctx, kind, escalation, {
    audience: 'escalations',
    isDrill: escalation.isDrill,
    data: { reference: escalation.reference, trigger: escalation.trigger, level: escalation.level, ...more },
  });
}
