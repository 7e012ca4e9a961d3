import { allowedActions } from '../kernel/allowed-action.js';
import { Checks } from '../kernel/checks.js';
import { command, find, requireVersion, takeDue, type Context } from '../kernel/context.js';
import { requireOpen } from '../kernel/errors.js';
import { factsOf as complaintFactsOf, openActions } from '../complaints/complaint/complaint.actions.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { behalfAt } from '../org/groups/deputy.js';
import { Staff } from '../org/staff/staff.js';
import { policyFor } from '../plans/policy.js';
import { mayAcknowledge, mayResolve, type EscalationFacts } from './escalation.access.js';
import type { AcknowledgeEscalationInput, RaiseEscalationInput, ResolveEscalationInput } from './escalation.input.js';
import { EscalationNotice } from './escalation-notice.js';
import { Escalation } from './escalation.js';
import { mayRaise } from './escalation-on-complaint.js';
import { causeHolds } from './cause-holds.js';
import { ladderOf } from './ladder.js';
import { notify, publish, putOn, raise } from './raise.js';

interface Found extends EscalationFacts {
  complaintRow: Complaint;
  noticesToViewer: readonly EscalationNotice[];
}

async function factsOf(ctx: Context, escalation: Escalation): Promise<Found> {
  const complaintRow = await ctx.em.findOneOrFail(
    Complaint,
    { id: escalation.complaint.id },
    { populate: ['orgUnit'] },
  );
  const noticesToViewer = await ctx.em.find(EscalationNotice, { escalation: escalation.id, staff: ctx.viewer.id });
  return {
    status: escalation.status,
    complaint: { orgUnit: complaintRow.orgUnit.getEntity() },
    noticesToViewer,
    complaintRow,
  };
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
    return raise(ctx, complaint, { trigger: 'MANUAL', level: input.level, reason });
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
    const policy = await policyFor(ctx.em, facts.complaintRow.orgUnit.getEntity(), at);
    escalation.acknowledge(
      ctx.em.getReference(Staff, ctx.viewer.id!),
      at,
      policy.acknowledgementTimeoutMinutes(escalation.level),
    );
    escalation.note = input?.note?.trim() ?? null;
    for (const notice of facts.noticesToViewer) notice.acknowledgedAt ??= at;
    const { path } = facts.complaintRow.orgUnit.getEntity();
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
    const { path } = facts.complaintRow.orgUnit.getEntity();
    publish(ctx, 'escalation.resolved', escalation, await behalfAt(ctx, path));
    return escalation;
  },
);

/** Takes the longest due escalation: unsigned it climbs a step, signed it opens again; without its cause it is over. */
export const sweepEscalations = command(async (ctx: Context, skip: readonly string[]): Promise<string | null> => {
  const escalation = await takeDue(ctx, Escalation, skip);
  if (!escalation) return null;
  const complaint = await ctx.em.findOneOrFail(Complaint, { id: escalation.complaint.id }, { populate: ['orgUnit'] });
  if (!(await causeHolds(ctx, escalation, complaint))) {
    escalation.cancel(ctx.clock.now());
    publish(ctx, 'escalation.cancelled', escalation);
    return escalation.id;
  }
  const ladder = await ladderOf(ctx, complaint);
  if (escalation.status === 'ACKNOWLEDGED') {
    escalation.reopen();
    await putOn(ctx, escalation, complaint, { level: escalation.level, ladder });
    publish(ctx, 'escalation.reopened', escalation);
    return escalation.id;
  }
  const { level, staff } = ladder.above(escalation.level);
  await putOn(ctx, escalation, complaint, { level, ladder });
  await notify(ctx, escalation, complaint, staff);
  publish(ctx, 'escalation.advanced', escalation);
  return escalation.id;
});
