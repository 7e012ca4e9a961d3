import { Complaint } from '../complaints/complaint/complaint.js';
import type { Reactions } from '../kernel/application.js';
import type { Context } from '../kernel/context.js';
import { policyFor } from '../plans/policy.js';
import { causeHolds } from './cause-holds.js';
import { Escalation } from './escalation.js';
import { publish, raise } from './raise.js';
import { causeOf, causesIn } from './triggers.js';

const complaintOf = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(Complaint, { id }, { populate: ['orgUnit', 'category'] });

/** What follows for those above when something happens to a complaint; in the same transaction. */
export const escalationReactions: Reactions = {
  'complaint.registered': async (ctx, event) => {
    const complaint = await complaintOf(ctx, event.subjectId);
    const policy = await policyFor(ctx.em, complaint.orgUnit.getEntity(), complaint.receivedAt);
    for (const cause of causesIn(complaint, policy)) await raise(ctx, complaint, cause);
  },
  'complaint.clockBreached': async (ctx, event) => {
    if (event.data['clockKind'] !== 'FIRST_RESPONSE') return;
    const complaint = await complaintOf(ctx, event.subjectId);
    for (const cause of causeOf('NO_FIRST_RESPONSE', complaint)) await raise(ctx, complaint, cause);
  },
  'complaint.firstResponseGiven': (ctx, event) => cancelBaseless(ctx, event.subjectId),
  'complaint.resolvedImmediately': (ctx, event) => cancelBaseless(ctx, event.subjectId),
};

/** Ends what has lost its cause: nobody need sign for it any more. */
async function cancelBaseless(ctx: Context, complaintId: string): Promise<void> {
  const live = await ctx.em.find(Escalation, { complaint: complaintId, status: ['OPEN', 'ACKNOWLEDGED'] });
  if (!live.length) return;
  const complaint = await complaintOf(ctx, complaintId);
  for (const escalation of live) {
    if (await causeHolds(ctx, escalation, complaint)) continue;
    escalation.cancel(ctx.clock.now());
    publish(ctx, 'escalation.cancelled', escalation);
  }
}
