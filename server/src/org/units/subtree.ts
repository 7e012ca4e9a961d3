import type { Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { nothing, type Condition } from '../../kernel/read/registry.js';
import { OrgUnit } from './org-unit.js';

/** What a unit satisfies that is the one of this id or lies below it; nothing does when the text is no id. */
export const unitOrBelow = (id: string): Condition => (isId(id) ? { path: { $includes: `/${id}/` } } : nothing);

/** What a unit satisfies that is the named one or lies below it; nothing does when there is no such unit. */
export async function subtreeOf(ctx: Context, orgUnitId: string): Promise<Condition> {
  const em = ctx.isInCommand ? ctx.em : ctx.app.orm.em.fork();
  const unit = isId(orgUnitId) ? await em.findOne(OrgUnit, orgUnitId, { fields: ['path'] }) : null;
  return unit ? { path: { $startsWith: unit.path } } : nothing;
}
