import { Complaint } from '../complaints/complaint/complaint.js';
import type { Reactions } from '../kernel/application.js';
import type { Context } from '../kernel/context.js';
import type { PendingEvent } from '../kernel/event-log.js';
import { policyFor } from '../plans/policy.js';
import { causeHolds } from './cause-holds.js';
import { Escalation } from './escalation.js';
import { publish, raise, type Hit } from './raise.js';
import { causeOf, causesIn } from './triggers.js';

/** The complaints of some events, in their order. */
async function complaintsOf(ctx: Context, events: readonly PendingEvent[]): Promise<Complaint[]> {
  const ids = events.map(({ subjectId }) => subjectId);
  const complaints = await ctx.em.find(Complaint, { id: ids }, { populate: ['orgUnit', 'category'] });
  return complaints.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** What follows for those above when something happens to complaints; in the same transaction. */
export const escalationReactions: Reactions = {
  'complaint.registered': async (ctx, events) => {
    const hits: Hit[] = [];
    for (const complaint of await complaintsOf(ctx, events)) {
      const policy = await policyFor(ctx.em, complaint.orgUnit.getEntity(), complaint.receivedAt);
      hits.push(...causesIn(complaint, policy).map((cause) => ({ complaint, ...cause })));
    }
    await raise(ctx, hits);
  },
  'complaint.clockBreached': async (ctx, events) => {
    const late = events.filter(({ data }) => data['clockKind'] === 'FIRST_RESPONSE');
    const complaints = await complaintsOf(ctx, late);
    await raise(
      ctx,
      complaints.flatMap((complaint) =>
        causeOf('NO_FIRST_RESPONSE', complaint).map((cause) => ({ complaint, ...cause })),
      ),
    );
  },
  'complaint.firstResponseGiven': cancelBaseless,
  'complaint.resolvedImmediately': cancelBaseless,
};

/** Ends what has lost its cause: nobody need sign for it any more. */
async function cancelBaseless(ctx: Context, events: readonly PendingEvent[]): Promise<void> {
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
