import type { EntityManager, Loaded } from '@mikro-orm/postgresql';
import type { Grant } from '../../kernel/viewer.js';
import { DeskDuty } from '../groups/desk-duty.js';
import { deskOf } from '../groups/desk.js';
import { GroupMember } from '../groups/leadership-group.js';
import type { OrgUnit } from '../units/org-unit.js';
import { idsOnPath } from '../units/org-path.js';
import { RoleGrant, type Role } from './role-grant.js';
import { Staff } from '../staff/staff.js';
import { approvedAndValidAt, validAt } from '../valid-at.js';

/**
 * Roles that are never granted but follow from something else:
 * DESK_READER reads like DESK (an office that is not the desk); TEAM_LEADER leads a handling team;
 * COMMANDER is leader or deputy of a leadership group; HISTORY_IMPORTER is a key that may bring in closed complaints.
 */
export type ImpliedRole = 'DESK_READER' | 'TEAM_LEADER' | 'COMMANDER' | 'HISTORY_IMPORTER';
export type HeldRole = Role | ImpliedRole;

/** A role at a place, with or without what lies below. */
export function grantAt(role: HeldRole, unit: OrgUnit, withSubtree = true): Grant {
  return { role, unitId: unit.id, path: unit.path, withSubtree };
}

/** What a person may do at a moment: role grants in force, and what membership in groups and desks implies. */
export async function rightsOf(em: EntityManager, staffId: string, at: Date): Promise<Grant[]> {
  const staff = await em.findOne(Staff, staffId, { populate: ['orgUnit'] });
  if (!staff?.isActive) return [];
  const members = await membershipsOf(em, staffId, at);
  const grants = [
    ...(await grantedTo(em, staffId, at)),
    ...(await impliedByGroups(em, members, at)),
    ...(await impliedByDuty(em, staff, members, at)),
  ];
  return [...new Map(grants.map((grant) => [Object.values(grant).join(' '), grant])).values()];
}

type Membership = Loaded<GroupMember, 'group.orgUnit'>;

/** Memberships in force, approved where they need it, in groups at work. */
async function membershipsOf(em: EntityManager, staffId: string, at: Date): Promise<Membership[]> {
  return em.find(
    GroupMember,
    { staff: staffId, group: { isActive: true }, ...approvedAndValidAt(at) },
    { populate: ['group.orgUnit'] },
  );
}

async function grantedTo(em: EntityManager, staffId: string, at: Date): Promise<Grant[]> {
  const grants = await em.find(RoleGrant, { staff: staffId, ...inForceAt(at) }, { populate: ['orgUnit'] });
  return grants.map(({ role, orgUnit, withSubtree }) => grantAt(role, orgUnit.$, withSubtree));
}

/** What a grant satisfies while it has effect: in date, approved, not revoked. */
export const inForceAt = (at: Date) => ({ ...approvedAndValidAt(at), revokedAt: null });

async function impliedByGroups(em: EntityManager, members: readonly Membership[], at: Date): Promise<Grant[]> {
  const grants: Grant[] = [];
  for (const { group, position } of members) {
    const { kind, orgUnit, id } = group.$;
    const isOffice = kind === 'OFFICE' || kind === 'CENTER';
    const isDesk = isOffice && (await deskOf(em, orgUnit.$, at))?.group?.id === id;
    grants.push(...rolesIn(kind, position, isDesk).map((role) => grantAt(role, orgUnit.$)));
  }
  return grants;
}

/** The roles that a position in a group of a kind implies at the group's unit and below. */
export function rolesIn(kind: string, position: string, isDesk: boolean): HeldRole[] {
  const leads = position === 'LEADER';
  if (kind === 'LEADERSHIP_GROUP') return leads || position === 'DEPUTY' ? ['MANAGER', 'COMMANDER'] : ['MANAGER'];
  if (kind === 'OFFICE' || kind === 'CENTER') return isDesk ? ['DESK'] : ['DESK_READER', 'HANDLER'];
  if (kind === 'HANDLING_TEAM') return leads ? ['HANDLER', 'TEAM_LEADER'] : ['HANDLER'];
  return [];
}

/**
 * DESK where one's group or department is the desk, wherever that place is. Who came to the department after it became
 * the desk is not DESK by it: nobody but the administrator who entered them has seen that.
 */
async function impliedByDuty(
  em: EntityManager,
  staff: Loaded<Staff, 'orgUnit'>,
  members: readonly Membership[],
  at: Date,
): Promise<Grant[]> {
  const isOurs = {
    $or: [
      { group: { $in: members.map(({ group }) => group.id) } },
      { department: { $in: idsOnPath(staff.orgUnit.$.path) }, createdAt: { $gte: staff.createdAt } },
    ],
  };
  const duties = await em.find(
    DeskDuty,
    { $and: [isOurs, validAt(at)], planKind: 'GENERAL' },
    { populate: ['orgUnit'] },
  );
  return duties.map(({ orgUnit }) => grantAt('DESK', orgUnit.$));
}
