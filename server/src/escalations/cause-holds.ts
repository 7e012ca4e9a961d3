import type { Complaint } from '../complaints/complaint/complaint.js';
import { SlaClock } from '../complaints/clocks/sla-clock.js';
import { openStatuses, type ClockKind } from '../complaints/enumerations.js';
import type { Context } from '../kernel/context.js';
import type { Escalation } from './escalation.js';
import { breachTriggers } from './triggers.js';

/**
 * Time: as long as such a clock of work that goes on is late, or nearly. Returned hand-overs: until one is accepted. A level: as long as it escalates. Other gravity holds until the
 * decision is told, and what is raised about the decision after that.
 */
export async function causeHolds(ctx: Context, escalation: Escalation, complaint: Complaint): Promise<boolean> {
  const { trigger } = escalation;
  const isOpen = openStatuses.includes(complaint.status);
  const kinds = (Object.keys(breachTriggers) as ClockKind[]).filter((kind) => breachTriggers[kind] === trigger);
  const of = { complaint: complaint.id, escalates: true };
  if (kinds.length)
    return isOpen && (await ctx.em.count(SlaClock, { ...of, kind: kinds, state: 'BREACHED', fulfilledAt: null })) > 0;
  if (trigger === 'HANDOVER_REFUSED') return complaint.status === 'SCREENED' || complaint.status === 'ASSIGNED';
  if (trigger === 'SLA_WARNING') return (await ctx.em.count(SlaClock, { ...of, kind: warned, state: 'WARNED' })) > 0;
  if (trigger === 'LEVEL_RAISED' && complaint.level !== 'MAJOR' && complaint.level !== 'URGENT') return false;
  return complaint.repliedAt === null || escalation.raisedAt > complaint.repliedAt;
}

/** Clocks that are warned of: those without a trigger of their own. */
export const warned = (Object.keys(breachTriggers) as ClockKind[]).filter(
  (kind) => breachTriggers[kind] === 'SLA_BREACH',
);
