import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../kernel/context.js';
import { movedPath } from './org-path.js';
import { OrgUnit, type OrgUnitKind } from './org-unit.js';

const rank: Record<Exclude<OrgUnitKind, 'DEPARTMENT'>, number> = {
  HEAD_OFFICE: 0,
  PROVINCIAL_BRANCH: 1,
  BRANCH: 2,
  SUB_BRANCH: 3,
  OUTLET: 4,
};

/** Whether a unit of a kind may stand below one of another: departments anywhere, the rest in the order of the bank. */
export function mayStandBelow(kind: OrgUnitKind, parentKind: OrgUnitKind): boolean {
  if (kind === 'DEPARTMENT') return true;
  return parentKind !== 'DEPARTMENT' && rank[parentKind] < rank[kind];
}

/**
 * Lets one change of the tree happen at a time, since each may touch any number of paths;
 * without it two moves at once could close a circle.
 */
export async function lockTree(ctx: Context): Promise<void> {
  await ctx.em.findOne(OrgUnit, { parent: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** A place in the tree: where it lies and what it is called from the root down. */
export type Place = Pick<OrgUnit, 'path' | 'pathNames'>;

/** The place of a unit in a subtree whose top has another place now. */
export function carried({ path, pathNames }: Place, from: Place, to: Place): Place {
  return {
    path: movedPath(path, from.path, to.path),
    pathNames: [...to.pathNames, ...pathNames.slice(from.pathNames.length)],
  };
}

/** Gives a unit another place and carries everything below it along. */
export async function placeAt(ctx: Context, unit: OrgUnit, to: Place): Promise<void> {
  const from: Place = { path: unit.path, pathNames: unit.pathNames };
  const below = await ctx.em.find(OrgUnit, { path: { $like: `${from.path}%` }, id: { $ne: unit.id } });
  for (const each of below) Object.assign(each, carried(each, from, to));
  Object.assign(unit, to);
}
