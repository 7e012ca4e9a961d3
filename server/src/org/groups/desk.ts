import type { EntityManager } from '@mikro-orm/postgresql';
import { DeskDuty } from './desk-duty.js';
import { GroupMember, LeadershipGroup } from './leadership-group.js';
import { RoleGrant } from '../grants/role-grant.js';
import { idsOnPath, pathAbove } from '../units/org-path.js';
import type { OrgUnit } from '../units/org-unit.js';
import { Staff } from '../staff/staff.js';
import { approvedAndValidAt, validAt } from '../valid-at.js';

/** Who screens, assigns and closes for a unit: a group or a department, and the place it was found for. */
export interface Desk {
  orgUnit: OrgUnit;
  group: LeadershipGroup | null;
  department: OrgUnit | null;
  /** When the department became the desk; null for a group. */
  since: Date | null;
}

/** The desk (投诉管理部门) of a unit: the nearest duty on its path; without any, the nearest OFFICE or CENTER. */
export async function deskOf(em: EntityManager, unit: { path: string }, at: Date): Promise<Desk | null> {
  return (await deskOnDuty(em, unit.path, at)) ?? (await deskByKind(em, unit.path));
}

/** Active people of the desk, the leader first; a desk with nobody gives way to the next one above. */
export async function deskMembersOf(
  em: EntityManager,
  unitPath: string,
  at: Date,
): Promise<{ desk: Desk; staff: Staff[] } | null> {
  for (let path: string | null = unitPath; path;) {
    const desk = await deskOf(em, { path }, at);
    if (!desk) return null;
    const staff = await staffOf(em, desk, at);
    if (staff.length) return { desk, staff };
    path = pathAbove(desk.orgUnit.path);
  }
  return null;
}

async function deskOnDuty(em: EntityManager, path: string, at: Date): Promise<Desk | null> {
  const duties = await em.find(
    DeskDuty,
    { orgUnit: { $in: idsOnPath(path) }, planKind: 'GENERAL', ...validAt(at) },
    { populate: ['orgUnit', 'group', 'department'], orderBy: { validFrom: 'desc', id: 'desc' } },
  );
  const duty = deepest(duties);
  if (!duty) return null;
  const department = duty.department?.$ ?? null;
  return { orgUnit: duty.orgUnit.$, group: duty.group?.$ ?? null, department, since: department && duty.createdAt };
}

async function deskByKind(em: EntityManager, path: string): Promise<Desk | null> {
  const groups = await em.find(
    LeadershipGroup,
    { kind: { $in: ['OFFICE', 'CENTER'] }, isActive: true, orgUnit: { $in: idsOnPath(path) } },
    { populate: ['orgUnit'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  const group = deepest(groups);
  return group && { orgUnit: group.orgUnit.$, group, department: null, since: null };
}

async function staffOf(em: EntityManager, { orgUnit, group, department, since }: Desk, at: Date): Promise<Staff[]> {
  if (department) {
    return em.find(
      Staff,
      {
        isActive: true,
        orgUnit: { path: { $like: `${department.path}%` } },
        $or: [{ createdAt: { $lte: since } }, { id: { $in: await grantedDesk(em, orgUnit, at) } }],
      },
      { orderBy: { createdAt: 'asc', id: 'asc' } },
    );
  }
  const members = await em.find(
    GroupMember,
    { group: group?.id ?? null, staff: { isActive: true }, ...approvedAndValidAt(at) },
    { populate: ['staff'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return inOrder(members).map(({ staff }) => staff.$);
}

/** Who is DESK at a unit by a grant, as those are who came to its desk later. */
async function grantedDesk(em: EntityManager, unit: OrgUnit, at: Date): Promise<string[]> {
  const reaches = { $or: [{ orgUnit: unit.id }, { withSubtree: true, orgUnit: { $in: idsOnPath(unit.path) } }] };
  const grants = await em.find(RoleGrant, {
    $and: [approvedAndValidAt(at), reaches],
    role: 'DESK',
    revokedAt: null,
  });
  return grants.map(({ staff }) => staff.id);
}

const rank = { LEADER: 0, DEPUTY: 1, MEMBER: 2 };

/** Members by position: leader, deputies, members. */
export function inOrder<Member extends GroupMember>(members: readonly Member[]): Member[] {
  return members.toSorted((a, b) => rank[a.position] - rank[b.position]);
}

/** The first of those whose unit lies deepest in the tree; units of one path differ in the length of theirs. */
export function deepest<Row extends { orgUnit: { $: OrgUnit } }>(rows: readonly Row[]): Row | null {
  const depth = (row: Row) => row.orgUnit.$.path.length;
  return rows.reduce<Row | null>((best, row) => (best && depth(best) >= depth(row) ? best : row), null);
}
