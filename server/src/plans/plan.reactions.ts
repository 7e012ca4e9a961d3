import type { Reactions } from '../kernel/application.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { beginWithDefaultPack } from './plan-draft.actions.js';

/** What follows for plans when the bank's tree changes; in the same transaction. */
export const planReactions: Reactions = {
  'orgUnit.created': async (ctx, event) => {
    const unit = await ctx.em.findOneOrFail(OrgUnit, { id: event.subjectId });
    if (!unit.parent) beginWithDefaultPack(ctx, unit);
  },
};
