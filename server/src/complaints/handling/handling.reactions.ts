import type { Reactions } from '../../kernel/application.js';
import { Complaint } from '../complaint/complaint.js';
import { offerByRule } from './handover.actions.js';

/** What follows for hand-overs when something happens to complaints; in the same transaction. */
export const handlingReactions: Reactions = {
  'complaint.screened': async (ctx, events) => {
    for (const { subjectId } of events) {
      const complaint = await ctx.em.findOneOrFail(Complaint, { id: subjectId });
      const goesOn = complaint.handlingMode === 'STANDARD' || complaint.handlingMode === 'JOINT';
      if (goesOn) await offerByRule(ctx, complaint);
    }
  },
};
