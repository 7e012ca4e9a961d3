import { Complaint } from '../complaints/complaint.js';
import type { Reactions } from '../kernel/application.js';
import type { Context } from '../kernel/context.js';
import { policyFor } from '../plans/policy.js';
import { Escalation } from './escalation.js';
import { publish, raise } from './raise.js';
import { causesIn } from './triggers.js';

const complaintOf = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(Complaint, { id }, { populate: ['orgUnit', 'category'] });

/** What follows for those above when something happens to a complaint; in the same transaction. */
export const escalationReactions: Reactions = {
  'complaint.registered': async (ctx, event) => {
    const complaint = await complaintOf(ctx, event.subjectId);
    for (const cause of causesIn(complaint, policyFor(complaint.orgUnit.getEntity(), complaint.receivedAt)))
      await raise(ctx, complaint, cause);
  },
  'complaint.clockBreached': async (ctx, event) => {
    if (event.data['clockKind'] !== 'FIRST_RESPONSE') return;
    await raise(ctx, await complaintOf(ctx, event.subjectId), { trigger: 'NO_FIRST_RESPONSE', level: 'E2' });
  },
  // The cause is gone: nobody need sign for it any more.
  'complaint.firstResponseGiven': async (ctx, event) => {
    const live = await ctx.em.find(Escalation, {
      complaint: event.subjectId,
      trigger: 'NO_FIRST_RESPONSE',
      status: ['OPEN', 'ACKNOWLEDGED'],
    });
    for (const escalation of live) {
      escalation.cancel(ctx.clock.now());
      publish(ctx, 'escalation.cancelled', escalation);
    }
  },
};
