import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../kernel/context.js';
import { rehearse } from '../../kernel/rehearse.js';
import type { Grant } from '../../kernel/viewer.js';
import { DeskDuty } from '../groups/desk-duty.js';
import { GroupMember, LeadershipGroup } from '../groups/leadership-group.js';
import { rightsOf } from '../grants/rights.js';
import { Role, RoleGrant } from '../grants/role-grant.js';
import { takeToken } from '../sign-in/rate-limit.js';
import { Staff } from '../staff/staff.js';
import { carryOut, prepareMove, type Move } from './move-org-unit.actions.js';
import { idsOnPath, isWithin } from './org-path.js';
import type { MovedRight, OrgUnitMove } from './org-unit-move.js';
import { OrgUnit } from './org-unit.js';
import type { MoveOrgUnitInput } from './org-unit.input.js';

const most = 200;

/** While it is tried out, nobody else changes the tree and nothing new is filed at the units that move. */
const tries = { limit: 20, windowSeconds: 60 };

/**
 * What a move would bring: it is made, rights are asked before and after by the one function that knows them, and all is
 * undone. `RATE_LIMITED` after 20 in a minute.
 */
export async function previewMove(ctx: Context, id: string, input: MoveOrgUnitInput): Promise<OrgUnitMove> {
  await takeToken(ctx.app, 'previewMove', ctx.viewer.id!, tries);
  return rehearse(ctx, async (own) => tryMove(own, await prepareMove(own, id, input)));
}

async function tryMove(ctx: Context, move: Move): Promise<OrgUnitMove> {
  const { em } = ctx;
  const people = await concerned(em, move);
  const before = await rightsOver(ctx, people, move.unit);
  await carryOut(ctx, move);
  await em.flush();
  const after = await rightsOver(ctx, people, move.unit);
  const within = { path: { $like: `${move.unit.path}%` } };
  return {
    pathNames: move.unit.pathNames,
    unitCount: await em.count(OrgUnit, { ...within, isActive: true }),
    staffCount: await em.count(Staff, { orgUnit: within, isActive: true }),
    groupCount: await em.count(LeadershipGroup, { orgUnit: within, isActive: true }),
    gaining: differenceOf(people, after, before),
    losing: differenceOf(people, before, after),
  };
}

/** Whose rights can differ: those with something at a place that is above the unit only before or only after, and those of the unit who come under another desk. */
async function concerned(em: EntityManager, { unit, from, parent }: Move): Promise<Staff[]> {
  const [before, after] = [idsOnPath(from.path), idsOnPath(parent.path)];
  const places = [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
  const within = { path: { $like: `${unit.path}%` } };
  const duties = await em.find(DeskDuty, { $or: [{ orgUnit: { $in: places } }, { department: { $in: places } }] });
  const ids = (list: readonly ({ id: string } | null)[]) => list.flatMap((each) => (each ? [each.id] : []));
  const departments = ids(duties.map(({ department }) => department));
  const grants = await em.find(RoleGrant, { orgUnit: { $in: places } });
  const members = await em.find(GroupMember, {
    $or: [
      { group: { orgUnit: { $in: places } } },
      { group: { $in: ids(duties.map(({ group }) => group)) } },
      { group: { orgUnit: within, kind: { $in: ['OFFICE', 'CENTER'] } } },
    ],
  });
  const holders = [...grants, ...members].map(({ staff }) => staff.id);
  const byDepartment = departments.map((id) => ({ orgUnit: { path: { $like: `%/${id}/%` } } }));
  const ofUnit = departments.some((id) => places.includes(id)) ? [{ orgUnit: within }] : [];
  return em.find(
    Staff,
    { isActive: true, $or: [{ id: { $in: holders } }, ...byDepartment, ...ofUnit] },
    { populate: ['orgUnit'], orderBy: { username: 'asc' } },
  );
}

/** Rights by person: each right held, and once more where it reaches the unit. */
type Held = Map<string, Map<string, Grant>>;

async function rightsOver({ em, clock }: Context, people: readonly Staff[], unit: OrgUnit): Promise<Held> {
  const held: Held = new Map();
  for (const { id } of people) {
    const rights = await rightsOf(em, id, clock.now());
    held.set(id, new Map(rights.flatMap((right) => keysOf(right, unit).map((key) => [key, right]))));
  }
  return held;
}

function keysOf(right: Grant, unit: OrgUnit): string[] {
  // By the id of its place: the path of a place changes when it moves along.
  const key = `${right.role} ${right.unitId} ${right.withSubtree}`;
  const reaches = right.withSubtree ? isWithin(unit.path, right.path) : unit.id === right.unitId;
  return reaches ? [key, `${key} reaches`] : [key];
}

function differenceOf(people: readonly Staff[], one: Held, other: Held): MovedRight[] {
  return people
    .map((person) => {
      const rights = [...one.get(person.id)!].filter(([key]) => !other.get(person.id)!.has(key));
      const { username, name } = person;
      // Implied roles have no name outside; each comes with one that has.
      const roles = [...new Set(rights.map(([, { role }]) => role))].filter((role): role is Role => role in Role);
      return { username, name, unitName: person.orgUnit.getEntity().name, roles };
    })
    .filter(({ roles }) => roles.length > 0)
    .slice(0, most);
}
