import type { Complaint } from '../complaints/complaint/complaint.js';
import { Appeal } from '../complaints/aftermath/appeal.js';
import { isDissatisfied } from '../complaints/aftermath/dissatisfaction.js';
import { SlaClock } from '../complaints/clocks/sla-clock.js';
import { Cooperation } from '../complaints/cooperation/cooperation.js';
import { openStatuses, type ClockKind } from '../complaints/enumerations.js';
import type { Context } from '../kernel/context.js';
import type { Escalation } from './escalation.js';
import { policyFor } from '../plans/policy.js';
import type { EscalationTrigger } from './enumerations.js';
import { breachTriggers, gravityOf, isAboutGravity } from './triggers.js';

/**
 * Time: as long as such a clock of work that goes on is late, or nearly. Returned hand-overs: until one is accepted. A level, a category, a flag: as long as it escalates. What is grave holds until the
 * decision is told, and what is raised about the decision after that.
 */
export async function causeHolds(ctx: Context, escalation: Escalation, complaint: Complaint): Promise<boolean> {
  const { trigger } = escalation;
  const isOpen = openStatuses.includes(complaint.status);
  const kinds = (Object.keys(breachTriggers) as ClockKind[]).filter(
    (kind) => breachTriggers[kind] === trigger && (isOpen || outlivesWork(kind)),
  );
  const of = { complaint: complaint.id, escalates: true };
  if (Object.values(breachTriggers).includes(trigger)) {
    const late = { ...of, ...(await subjectOf(ctx, escalation)), state: 'BREACHED', fulfilledAt: null } as const;
    return (await ctx.em.count(SlaClock, { ...late, kind: kinds })) > 0;
  }
  if (trigger === 'DISSATISFIED') return isDissatisfied(ctx, complaint);
  if (trigger === 'APPEAL_FILED')
    return (await ctx.em.count(Appeal, { complaint: complaint.id, state: 'ACCEPTED' })) > 0;
  if (trigger === 'HANDOVER_REFUSED') return complaint.status === 'SCREENED' || complaint.status === 'ASSIGNED';
  if (trigger === 'SLA_WARNING') return (await ctx.em.count(SlaClock, { ...of, kind: warned, state: 'WARNED' })) > 0;
  if (isAboutGravity(trigger) && !(await isGraveBy(ctx, trigger, complaint))) return false;
  if (trigger === 'LEVEL_RAISED' && complaint.level !== 'MAJOR' && complaint.level !== 'URGENT') return false;
  return complaint.repliedAt === null || escalation.raisedAt > complaint.repliedAt;
}

/** What the clocks of an escalation are about: the requests to one unit, where it is about that one's silence. */
async function subjectOf({ em }: Context, { complaint, askedUnit }: Escalation) {
  if (!askedUnit) return {};
  const requests = await em.find(Cooperation, { complaint: complaint.id, orgUnit: askedUnit.id });
  return { subjectId: requests.map(({ id }) => id) };
}

/** Whether a clock may run on after the decision was told. */
const outlivesWork = (kind: ClockKind) => kind === 'FULFILMENT' || kind === 'APPEAL' || kind === 'RETURN_VISIT';

/** Whether the category or a flag still says so. */
async function isGraveBy({ em }: Context, trigger: EscalationTrigger, complaint: Complaint): Promise<boolean> {
  await em.populate(complaint, ['orgUnit', 'category']);
  const policy = await policyFor(em, complaint.orgUnit.getEntity(), complaint.receivedAt);
  return gravityOf(complaint, policy).includes(trigger);
}

/** Clocks that are warned of: those without a trigger of their own. */
export const warned = (Object.keys(breachTriggers) as ClockKind[]).filter(
  (kind) => breachTriggers[kind] === 'SLA_BREACH',
);
