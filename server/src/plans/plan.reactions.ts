import type { Reactions } from '../kernel/application.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { beginWithDefaultPack } from './plan-draft.actions.js';

/** What follows for plans when the bank's tree changes; in the same transaction. */
export const planReactions: Reactions = {
  'orgUnit.created': async (ctx, events) => {
    const units = await ctx.em.find(OrgUnit, { id: events.map(({ subjectId }) => subjectId) });
    for (const unit of units) if (!unit.parent) beginWithDefaultPack(ctx, unit);
  },
};
