import { allowedActions } from '../kernel/allowed-action.js';
import { Checks } from '../kernel/checks.js';
import { command, find, requireVersion, takeDue, type Context, type Take } from '../kernel/context.js';
import { requireOpen } from '../kernel/errors.js';
import { factsOf as complaintFactsOf, openActions } from '../complaints/complaint/complaint.actions.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { behalfAt } from '../org/groups/deputy.js';
import { Staff } from '../org/staff/staff.js';
import type { OrgUnit } from '../org/units/org-unit.js';
import { policyFor } from '../plans/policy.js';
import { mayAcknowledge, mayResolve, type EscalationFacts } from './escalation.access.js';
import type { AcknowledgeEscalationInput, RaiseEscalationInput, ResolveEscalationInput } from './escalation.input.js';
import { EscalationNotice } from './escalation-notice.js';
import { Escalation } from './escalation.js';
import { mayRaise } from './escalation-on-complaint.js';
import { causeHolds } from './cause-holds.js';
import { standingsOf } from './ladder.js';
import { notify, type Call } from './notify.js';
import { publish, putOn, raise } from './raise.js';

interface Found extends EscalationFacts {
  /** The unit whose people are called. */
  place: OrgUnit;
  noticesToViewer: readonly EscalationNotice[];
}

async function factsOf(ctx: Context, escalation: Escalation): Promise<Found> {
  const complaintRow = await ctx.em.findOneOrFail(
    Complaint,
    { id: escalation.complaint.id },
    { populate: ['orgUnit'] },
  );
  await ctx.em.populate(escalation, ['askedUnit']);
  const noticesToViewer = await ctx.em.find(EscalationNotice, { escalation: escalation.id, staff: ctx.viewer.id });
  const orgUnit = complaintRow.orgUnit.getEntity();
  const askedUnit = escalation.askedUnit?.getEntity() ?? null;
  return { status: escalation.status, complaint: { orgUnit }, askedUnit, noticesToViewer, place: askedUnit ?? orgUnit };
}

const openVerbs = (ctx: Context, facts: EscalationFacts) =>
  allowedActions(ctx, Escalation, facts).flatMap(({ code, blockedBy }) => (blockedBy === null ? [code] : []));

/** The bank gets: those above hear of it at once, because somebody saw a need (D5-六.1). */
export const raiseEscalation = command(
  async (ctx: Context, complaintId: string, input: RaiseEscalationInput): Promise<Escalation> => {
    const complaint = await find(ctx, Complaint, complaintId);
    const facts = await complaintFactsOf(ctx, complaint);
    requireOpen(mayRaise(ctx.viewer, facts), () => openActions(ctx, facts));
    const checks = new Checks();
    const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
    checks.done();
    const [raised] = await raise(ctx, [{ complaint, trigger: 'MANUAL', level: input.level, reason }]);
    return raised!;
  },
);

/** The bank gets: somebody named is on it (D5-六.1); a second signature changes nothing. `CONFLICT` when it has ended. */
export const acknowledgeEscalation = command(
  async (ctx: Context, id: string, input: AcknowledgeEscalationInput | null): Promise<Escalation> => {
    const escalation = await find(ctx, Escalation, id);
    const facts = await factsOf(ctx, escalation);
    requireOpen(mayAcknowledge(ctx.viewer, facts), () => openVerbs(ctx, facts));
    const checks = new Checks();
    checks.freeText(input?.note, 'note', { max: 1000 });
    checks.done();
    if (escalation.status === 'ACKNOWLEDGED') return escalation;
    const at = ctx.clock.now();
    const policy = await policyFor(ctx.em, facts.place, at);
    escalation.acknowledge(
      ctx.em.getReference(Staff, ctx.viewer.id!),
      at,
      policy.acknowledgementTimeoutMinutes(escalation.level),
    );
    escalation.note = input?.note?.trim() ?? null;
    for (const notice of facts.noticesToViewer) notice.acknowledgedAt ??= at;
    const { path } = facts.place;
    publish(ctx, 'escalation.acknowledged', escalation, await behalfAt(ctx, path));
    return escalation;
  },
);

/** The bank gets: the matter is off the wall, with a word on how. `CONFLICT` before it is signed for, or once it has ended. */
export const resolveEscalation = command(
  async (ctx: Context, id: string, input: ResolveEscalationInput): Promise<Escalation> => {
    const escalation = await find(ctx, Escalation, id);
    const facts = await factsOf(ctx, escalation);
    requireOpen(mayResolve(ctx.viewer, facts), () => openVerbs(ctx, facts));
    requireVersion(escalation, input.expectedVersion);
    const checks = new Checks();
    const resolution = checks.requiredFreeText(input.resolution, 'resolution', { max: 2000 });
    checks.done();
    escalation.resolve(ctx.em.getReference(Staff, ctx.viewer.id!), ctx.clock.now(), resolution);
    const { path } = facts.place;
    publish(ctx, 'escalation.resolved', escalation, await behalfAt(ctx, path));
    return escalation;
  },
);

/** Takes the longest due escalations: unsigned one climbs a step, signed it opens again; without its cause it is over. */
export const sweepEscalations = command(async (ctx: Context, take: Take): Promise<number> => {
  const escalations = await takeDue(ctx, Escalation, take, { hangsOn: 'complaint' });
  if (!escalations.length) return 0;
  await ctx.em.populate(escalations, ['askedUnit']);
  const matterOf = ({ complaint, askedUnit }: Escalation) => ({
    complaint: complaint.getEntity(),
    askedUnit: askedUnit?.getEntity() ?? null,
  });
  const standingOf = await standingsOf(ctx, escalations.map(matterOf));
  const calls: Call[] = [];
  for (const escalation of escalations) {
    const complaint = escalation.complaint.getEntity();
    const standing = standingOf(matterOf(escalation));
    if (!(await causeHolds(ctx, escalation, complaint))) {
      escalation.cancel(ctx.clock.now());
      publish(ctx, 'escalation.cancelled', escalation);
    } else if (escalation.status === 'ACKNOWLEDGED') {
      escalation.reopen();
      putOn(ctx, escalation, escalation.level, standing);
      publish(ctx, 'escalation.reopened', escalation);
    } else {
      const above = standing.ladder.above(escalation.level);
      putOn(ctx, escalation, above.level, standing);
      calls.push({ escalation, complaint, ...above });
      publish(ctx, 'escalation.advanced', escalation);
    }
  }
  await notify(ctx, calls);
  return escalations.length;
});
