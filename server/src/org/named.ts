import { LockMode } from '@mikro-orm/postgresql';
import type { Checks } from '../kernel/checks.js';
import type { Context } from '../kernel/context.js';
import { isId } from '../kernel/id.js';
import { isReadable, type EntityClass } from '../kernel/read/read.js';

/**
 * The row that an input names, kept as it is until the command ends; null when none is named.
 * Notes the field as wrong when there is no such row that the viewer may see, or it is no longer active.
 */
export async function named<Entity extends { id: string }>(
  ctx: Context,
  checks: Checks,
  type: EntityClass<Entity>,
  id: string | null | undefined,
  path: string,
): Promise<Entity | null> {
  if (id == null) return null;
  const found =
    isId(id) && (await isReadable(ctx, type, id))
      ? await ctx.em.findOne(type, { id } as never, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true })
      : null;
  const row = found as (Entity & { isActive?: boolean }) | null;
  checks.that(row !== null, path, 'field.notFound');
  checks.that(row?.isActive !== false, path, 'org.inactive');
  return row;
}
