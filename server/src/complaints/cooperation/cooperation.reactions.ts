import type { Reaction, Reactions } from '../../kernel/application.js';
import { deeds } from '../complaint/complaint-event.js';
import { Complaint } from '../complaint/complaint.js';
import { openStatuses } from '../enumerations.js';
import { Cooperation } from './cooperation.js';

/** A complaint that has ended, or is answered, needs nobody's help any more. */
const letGo: Reaction = async (ctx, events) => {
  for (const id of new Set(events.map(({ subjectId }) => subjectId))) {
    const { status } = await ctx.em.findOneOrFail(Complaint, { id });
    if (openStatuses.includes(status)) continue;
    for (const asked of await ctx.em.find(Cooperation, { complaint: id, state: 'ASKED' })) asked.cancel(null);
  }
};

/** What follows for requests to help when something happens to complaints; in the same transaction. */
export const cooperationReactions: Reactions = Object.fromEntries(deeds.map((kind) => [kind, letGo]));
