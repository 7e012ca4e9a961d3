import { Appeal } from '../complaints/aftermath/appeal.js';
import { lowScore } from '../complaints/aftermath/dissatisfaction.js';
import { SlaClock } from '../complaints/clocks/sla-clock.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { isGraver } from '../complaints/complaint/least-level.js';
import { Cooperation } from '../complaints/cooperation/cooperation.js';
import type { ClockKind, Level, RiskFlag } from '../complaints/enumerations.js';
import type { Reactions } from '../kernel/application.js';
import type { Context } from '../kernel/context.js';
import { say } from '../kernel/messages.js';
import type { PendingEvent } from '../kernel/event-log.js';
import { Staff } from '../org/staff/staff.js';
import type { OrgUnit } from '../org/units/org-unit.js';
import { policyFor, type Policy } from '../plans/policy.js';
import { causeHolds, warned } from './cause-holds.js';
import { Escalation } from './escalation.js';
import { publish, raise, type Hit } from './raise.js';
import { breachTriggers, causeOf, causesIn, gravityOf, type Cause } from './triggers.js';

/** What follows for those above when something happens to complaints; in the same transaction. */
export const escalationReactions: Reactions = {
  'complaint.registered': async (ctx, events) => {
    await raiseUnder(ctx, events, (_, complaint, policy) => causesIn(complaint, policy));
  },
  'complaint.screened': async (ctx, events) => {
    await raiseFor(
      ctx,
      events.filter(({ data }) => data['isEmergency']),
      () => [{ trigger: 'MANUAL', level: 'E3', reason: say('zh', 'escalation.judgedEmergency') }],
    );
    const reclassified = events.filter(({ data }) => data['isReclassified']);
    await raiseUnder(ctx, reclassified, (_, complaint, policy) =>
      // A category that means an emergency counts whenever a complaint gets it (D3-2.4).
      causesIn(complaint, policy).filter(({ trigger }) => trigger === 'FRAUD_OR_ACCOUNT'),
    );
    await cancelBaseless(ctx, reclassified);
  },
  'complaint.riskFlagsSet': async (ctx, events) => {
    await raiseUnder(ctx, events, ({ data }, complaint, policy) => {
      const before = gravityOf({ ...complaint, riskFlags: data['before'] as RiskFlag[] }, policy);
      const now = gravityOf(complaint, policy).filter((trigger) => !before.includes(trigger));
      return now.flatMap((trigger) => causeOf(trigger, complaint));
    });
    await cancelBaseless(ctx, events);
  },
  'complaint.rejected': cancelBaseless,
  // What is grave in what was handed over stays with those above, as with what is withdrawn.
  'complaint.referred': cancelBaseless,
  // What is grave in it stays with those above until a person ends it: nobody is talked out of it.
  'complaint.withdrawn': cancelBaseless,
  'complaint.handoverReturned': (ctx, events) =>
    raiseFor(
      ctx,
      events.filter(({ data }) => Number(data['returns']) >= tooManyReturns),
      (_, complaint) => causeOf('HANDOVER_REFUSED', complaint),
    ),
  'complaint.handoverAccepted': cancelBaseless,
  'complaint.merged': cancelMerged,
  'complaint.levelChanged': async (ctx, events) => {
    const graver = events.filter(({ data }) => isGraver(data['to'] as Level, data['from'] as Level));
    await raiseUnder(ctx, graver, ({ data }, complaint, policy) =>
      // What a category or flag forces is told as that, where that reaches as high.
      data['isForced']
        ? causesIn(complaint, policy).filter(({ trigger }) => trigger === 'LEVEL_RAISED')
        : causeOf('LEVEL_RAISED', complaint),
    );
    await cancelBaseless(ctx, events);
  },
  'complaint.clockWarned': async (ctx, events) => {
    const told = (await escalating(ctx, events)).filter((event) => warned.includes(kindOf(event)));
    await raiseFor(ctx, told, (_, complaint) => causeOf('SLA_WARNING', complaint));
  },
  'complaint.clockBreached': async (ctx, events) => {
    const told = await escalating(ctx, events);
    const askedUnitOf = await unitsAsked(ctx, told);
    await raiseFor(ctx, told, (event, complaint) =>
      causeOf(breachTriggers[kindOf(event)], complaint).map((cause) => ({ ...cause, askedUnit: askedUnitOf(event) })),
    );
    // What was nearly due is late now: that is told instead.
    await cancelBaseless(
      ctx,
      told.filter((event) => warned.includes(kindOf(event))),
    );
  },
  'complaint.breachStands': (ctx, events) => raiseFor(ctx, events, () => [{ trigger: 'SLA_BREACH', level: 'E3' }]),
  'complaint.clockPaused': cancelBaseless,
  'complaint.clockMoved': cancelBaseless,
  'complaint.extended': cancelBaseless,
  'complaint.firstResponseGiven': cancelBaseless,
  'complaint.progressTold': cancelBaseless,
  'complaint.clockEnded': cancelBaseless,
  'complaint.resolvedImmediately': cancelBaseless,
  'complaint.replied': cancelBaseless,
  'complaint.closed': cancelBaseless,
  'complaint.surveyAnswered': async (ctx, events) => {
    const low = events.filter(({ data }) => Number(data['score']) <= lowScore);
    await raiseFor(ctx, low, (_, complaint) => causeOf('DISSATISFIED', complaint));
    await cancelBaseless(ctx, events);
  },
  'complaint.returnVisited': async (ctx, events) => {
    const bad = events.filter(({ data }) => data['outcome'] === 'DISSATISFIED');
    await raiseFor(ctx, bad, (_, complaint) => causeOf('DISSATISFIED', complaint));
    await cancelBaseless(ctx, events);
  },
  'complaint.appealFiled': raiseAppeals,
  'complaint.appealWithdrawn': cancelBaseless,
  'complaint.appealDecided': cancelBaseless,
  // What is grave in it is told again: those who handle it now are others.
  'complaint.reopened': async (ctx, events) => {
    await cancelBaseless(ctx, events);
    await raiseUnder(ctx, events, (_, complaint, policy) => causesIn(complaint, policy));
  },
};

/** Those hear of an appeal who decide it: leaders who had no part in the complaint (D5-五.4(2)). */
async function raiseAppeals(ctx: Context, events: readonly PendingEvent[]): Promise<void> {
  const accepted = events.filter(({ data }) => data['state'] === 'ACCEPTED');
  const appeals = await ctx.em.find(Appeal, { id: accepted.map(({ objectId }) => objectId!) });
  const staff = await ctx.em.find(Staff, { id: appeals.flatMap(({ deciderIds }) => deciderIds) });
  const decidersOf = ({ objectId }: PendingEvent) =>
    staff.filter(({ id }) => appeals.some((appeal) => appeal.id === objectId && appeal.deciderIds.includes(id)));
  await raiseFor(ctx, accepted, (event, complaint) =>
    causeOf('APPEAL_FILED', complaint).map((cause) => ({ ...cause, staff: decidersOf(event) })),
  );
}

/** The second return shows that nobody takes it on by themselves (D7-二.3). */
const tooManyReturns = 2;

const kindOf = ({ data }: PendingEvent) => data['clockKind'] as ClockKind;

/** For each event about the clock of a request to help: the unit asked. */
async function unitsAsked(
  ctx: Context,
  events: readonly PendingEvent[],
): Promise<(event: PendingEvent) => OrgUnit | null> {
  const clocks = events.filter((event) => kindOf(event) === 'COOPERATION').map(({ objectId }) => objectId!);
  if (!clocks.length) return () => null;
  const requests = await ctx.em.find(Cooperation, { clock: clocks }, { populate: ['orgUnit'] });
  const byClock = new Map(requests.map(({ clock, orgUnit }) => [clock!.id, orgUnit.$]));
  return ({ objectId }) => byClock.get(objectId!) ?? null;
}

/** The complaints of some events by id, in their order. */
async function complaintsOf(ctx: Context, events: readonly PendingEvent[]): Promise<Map<string, Complaint>> {
  const ids = events.map(({ subjectId }) => subjectId);
  const complaints = await ctx.em.find(Complaint, { id: ids }, { populate: ['orgUnit', 'category'] });
  return new Map(
    complaints.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((complaint) => [complaint.id, complaint]),
  );
}

type Causes = readonly (Cause & Pick<Hit, 'reason' | 'askedUnit' | 'staff'>)[];

/** Raises what some events say of their complaints. */
async function raiseFor(
  ctx: Context,
  events: readonly PendingEvent[],
  causes: (event: PendingEvent, complaint: Complaint) => Causes,
): Promise<void> {
  const complaints = await complaintsOf(ctx, events);
  const hits = events.flatMap((event): Hit[] => {
    const complaint = complaints.get(event.subjectId)!;
    return causes(event, complaint).map((cause) => ({ complaint, ...cause }));
  });
  await raise(ctx, hits);
}

/** As `raiseFor`, where the plan under which each was received says what is grave. */
async function raiseUnder(
  ctx: Context,
  events: readonly PendingEvent[],
  causes: (event: PendingEvent, complaint: Complaint, policy: Policy) => Causes,
): Promise<void> {
  const policies = new Map<string, Policy>();
  for (const { id, orgUnit, receivedAt } of (await complaintsOf(ctx, events)).values())
    policies.set(id, await policyFor(ctx.em, orgUnit.getEntity(), receivedAt));
  await raiseFor(ctx, events, (event, complaint) => causes(event, complaint, policies.get(complaint.id)!));
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
  const ids = events.map(({ subjectId }) => subjectId);
  for (const escalation of await liveOf(ctx, ids))
    if (!(await causeHolds(ctx, escalation, escalation.complaint.getEntity()))) letGo(ctx, escalation);
}

const liveOf = (ctx: Context, complaint: string[]) =>
  ctx.em.find(Escalation, { complaint, status: ['OPEN', 'ACKNOWLEDGED'] }, { populate: ['complaint'] });

function letGo(ctx: Context, escalation: Escalation): void {
  escalation.cancel(ctx.clock.now());
  publish(ctx, 'escalation.cancelled', escalation);
}

/**
 * What calls about a complaint that is handled as a part of another is called about there: it is let go, unless it is
 * grave in a way of which nobody is told there.
 */
async function cancelMerged(ctx: Context, events: readonly PendingEvent[]): Promise<void> {
  await cancelBaseless(ctx, events);
  for (const { subjectId, objectId } of events) {
    const [left, there] = [await liveOf(ctx, [subjectId]), await liveOf(ctx, [objectId!])];
    for (const escalation of left.filter(({ trigger }) => there.some((other) => other.trigger === trigger)))
      letGo(ctx, escalation);
  }
}
