import type { Reaction, Reactions } from '../../kernel/application.js';
import { Complaint } from '../complaint/complaint.js';
import { offerByRule } from './handover.actions.js';

const offerOn: Reaction = async (ctx, events) => {
  for (const { subjectId } of events) {
    const complaint = await ctx.em.findOneOrFail(Complaint, { id: subjectId });
    const goesOn = complaint.handlingMode === 'STANDARD' || complaint.handlingMode === 'JOINT';
    if (goesOn) await offerByRule(ctx, complaint);
  }
};

/** What follows for hand-overs when something happens to complaints; in the same transaction. */
export const handlingReactions: Reactions = { 'complaint.screened': offerOn, 'complaint.reopened': offerOn };
