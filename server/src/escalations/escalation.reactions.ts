import { SlaClock } from '../complaints/clocks/sla-clock.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { isGraver } from '../complaints/complaint/least-level.js';
import type { ClockKind, Level } from '../complaints/enumerations.js';
import type { Reactions } from '../kernel/application.js';
import type { Context } from '../kernel/context.js';
import { say } from '../kernel/messages.js';
import type { PendingEvent } from '../kernel/event-log.js';
import { policyFor } from '../plans/policy.js';
import { causeHolds, warned } from './cause-holds.js';
import { Escalation } from './escalation.js';
import { publish, raise, type Hit } from './raise.js';
import { breachTriggers, causeOf, causesIn, type Cause } from './triggers.js';

/** What follows for those above when something happens to complaints; in the same transaction. */
export const escalationReactions: Reactions = {
  'complaint.registered': async (ctx, events) => {
    const hits: Hit[] = [];
    for (const complaint of (await complaintsOf(ctx, events)).values()) {
      const policy = await policyFor(ctx.em, complaint.orgUnit.getEntity(), complaint.receivedAt);
      hits.push(...causesIn(complaint, policy).map((cause) => ({ complaint, ...cause })));
    }
    await raise(ctx, hits);
  },
  'complaint.screened': async (ctx, events) => {
    await raiseFor(
      ctx,
      events.filter(({ data }) => data['isEmergency']),
      () => [{ trigger: 'MANUAL', level: 'E3', reason: say('zh', 'escalation.judgedEmergency') }],
    );
    await raiseForCategory(
      ctx,
      events.filter(({ data }) => data['isReclassified']),
    );
  },
  'complaint.rejected': cancelBaseless,
  'complaint.handoverReturned': (ctx, events) =>
    raiseFor(
      ctx,
      events.filter(({ data }) => Number(data['returns']) >= tooManyReturns),
      (_, complaint) => causeOf('HANDOVER_REFUSED', complaint),
    ),
  'complaint.handoverAccepted': cancelBaseless,
  'complaint.levelChanged': async (ctx, events) => {
    const graver = events.filter(({ data }) => isGraver(data['to'] as Level, data['from'] as Level));
    await raiseFor(ctx, graver, (_, complaint) => causeOf('LEVEL_RAISED', complaint));
    await cancelBaseless(ctx, events);
  },
  'complaint.clockWarned': async (ctx, events) => {
    const told = (await escalating(ctx, events)).filter((event) => warned.includes(kindOf(event)));
    await raiseFor(ctx, told, (_, complaint) => causeOf('SLA_WARNING', complaint));
  },
  'complaint.clockBreached': async (ctx, events) => {
    const told = await escalating(ctx, events);
    await raiseFor(ctx, told, (event, complaint) => causeOf(breachTriggers[kindOf(event)], complaint));
    // What was nearly due is late now: that is told instead.
    await cancelBaseless(
      ctx,
      told.filter((event) => warned.includes(kindOf(event))),
    );
  },
  'complaint.breachStands': (ctx, events) => raiseFor(ctx, events, () => [{ trigger: 'SLA_BREACH', level: 'E3' }]),
  'complaint.clockPaused': cancelBaseless,
  'complaint.clockMoved': cancelBaseless,
  'complaint.firstResponseGiven': cancelBaseless,
  'complaint.progressTold': cancelBaseless,
  'complaint.resolvedImmediately': cancelBaseless,
};

/** The second return shows that nobody takes it on by themselves (D7-二.3). */
const tooManyReturns = 2;

/** A category that means an emergency counts whenever a complaint gets it (D3-2.4). */
async function raiseForCategory(ctx: Context, events: readonly PendingEvent[]): Promise<void> {
  const complaints = [...(await complaintsOf(ctx, events)).values()];
  const hits: Hit[] = [];
  for (const complaint of complaints) {
    const policy = await policyFor(ctx.em, complaint.orgUnit.getEntity(), complaint.receivedAt);
    const causes = causesIn(complaint, policy).filter(({ trigger }) => trigger === 'FRAUD_OR_ACCOUNT');
    hits.push(...causes.map((cause) => ({ complaint, ...cause })));
  }
  await raise(ctx, hits);
}

const kindOf = ({ data }: PendingEvent) => data['clockKind'] as ClockKind;

/** The complaints of some events by id, in their order. */
async function complaintsOf(ctx: Context, events: readonly PendingEvent[]): Promise<Map<string, Complaint>> {
  const ids = events.map(({ subjectId }) => subjectId);
  const complaints = await ctx.em.find(Complaint, { id: ids }, { populate: ['orgUnit', 'category'] });
  return new Map(
    complaints.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((complaint) => [complaint.id, complaint]),
  );
}

async function raiseFor(
  ctx: Context,
  events: readonly PendingEvent[],
  causes: (event: PendingEvent, complaint: Complaint) => (Cause & { reason?: string })[],
): Promise<void> {
  const complaints = await complaintsOf(ctx, events);
  const hits = events.flatMap((event) => {
    const complaint = complaints.get(event.subjectId)!;
    return causes(event, complaint).map((cause) => ({ complaint, ...cause }));
  });
  await raise(ctx, hits);
}

/** The events about clocks of which those above hear: not where the plan says that a clock's end does not escalate. */
async function escalating(ctx: Context, events: readonly PendingEvent[]): Promise<PendingEvent[]> {
  const clocks = await ctx.em.find(SlaClock, { id: events.map(({ objectId }) => objectId!), escalates: true });
  const ids = new Set(clocks.map(({ id }) => id));
  return events.filter(({ objectId }) => ids.has(objectId!));
}

/** Ends what has lost its cause: nobody need sign for it any more. */
async function cancelBaseless(ctx: Context, events: readonly PendingEvent[]): Promise<void> {
  if (!events.length) return;
  const live = await ctx.em.find(
    Escalation,
    { complaint: events.map(({ subjectId }) => subjectId), status: ['OPEN', 'ACKNOWLEDGED'] },
    { populate: ['complaint'] },
  );
  for (const escalation of live) {
    if (await causeHolds(ctx, escalation, escalation.complaint.getEntity())) continue;
    escalation.cancel(ctx.clock.now());
    publish(ctx, 'escalation.cancelled', escalation);
  }
}
