import type { Complaint } from '../complaints/complaint/complaint.js';
import { SlaClock } from '../complaints/sla-clock.js';
import type { Context } from '../kernel/context.js';
import type { Escalation } from './escalation.js';

/** Gravity holds until the decision is told, and what is raised about the decision after that; a missed first response until it is given. */
export async function causeHolds(ctx: Context, escalation: Escalation, complaint: Complaint): Promise<boolean> {
  if (escalation.trigger === 'NO_FIRST_RESPONSE') {
    const clock = await ctx.em.findOne(SlaClock, { complaint: complaint.id, kind: 'FIRST_RESPONSE' });
    return clock?.isPending ?? false;
  }
  return complaint.repliedAt === null || escalation.raisedAt > complaint.repliedAt;
}
