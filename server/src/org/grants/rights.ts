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
 * COMMANDER is leader or deputy of a leadership group, PLAN_REVIEWER anybody in one;
 * HISTORY_IMPORTER is a key that may bring in closed complaints.
 */
export type ImpliedRole = 'DESK_READER' | 'TEAM_LEADER' | 'COMMANDER' | 'PLAN_REVIEWER' | 'HISTORY_IMPORTER';
export type HeldRole = Role | ImpliedRole;

/** A role at a place, with or without what lies below. */
export function grantAt(role: HeldRole, unit: OrgUnit, withSubtree = true): Grant {
  return { role, unitId: unit.id, path: unit.path, withSubtree };
}

/** A right with what it comes from: a grant, a place in a group, or a desk's duty. */
export interface HeldRight {
  grant: Grant;
  source: RoleGrant | Membership | LoadedDuty;
  since: Date;
  until: Date | null;
}

/** What a person may do at a moment: role grants in force, and what membership in groups and desks implies. */
export async function rightsOf(em: EntityManager, staffId: string, at: Date): Promise<Grant[]> {
  const grants = (await heldRightsOf(em, staffId, at)).map(({ grant }) => grant);
  return [...new Map(grants.map((grant) => [rightKey(grant), grant])).values()];
}

/** Tells rights apart by what they give, wherever they come from. */
const rightKey = (grant: Grant): string => Object.values(grant).join(' ');

/** As `rightsOf`, each with its source; one right may have several. */
export async function heldRightsOf(em: EntityManager, staffId: string, at: Date): Promise<HeldRight[]> {
  const staff = await em.findOne(Staff, staffId, { populate: ['orgUnit'] });
  if (!staff?.isActive) return [];
  const members = await membershipsOf(em, staffId, at);
  return [
    ...(await grantedTo(em, staffId, at)),
    ...(await impliedByGroups(em, members, at)),
    ...(await impliedByDuty(em, staff, members, at)),
  ];
}

type Membership = Loaded<GroupMember, 'group.orgUnit'>;
type LoadedDuty = Loaded<DeskDuty, 'orgUnit' | 'group' | 'department'>;

/** Memberships in force, approved where they need it, in groups at work. */
async function membershipsOf(em: EntityManager, staffId: string, at: Date): Promise<Membership[]> {
  return em.find(
    GroupMember,
    { staff: staffId, group: { isActive: true }, ...approvedAndValidAt(at) },
    { populate: ['group.orgUnit'] },
  );
}

async function grantedTo(em: EntityManager, staffId: string, at: Date): Promise<HeldRight[]> {
  const grants = await em.find(RoleGrant, { staff: staffId, ...inForceAt(at) }, { populate: ['orgUnit'] });
  return grants.map((source) => ({
    grant: grantAt(source.role, source.orgUnit.$, source.withSubtree),
    source,
    ...effectOf(source),
  }));
}

/** From when to when something has effect that a second administrator may have let in later than it was meant to begin. */
function effectOf({ validFrom, approvedAt, validTo }: Pick<RoleGrant, 'validFrom' | 'approvedAt' | 'validTo'>) {
  return { since: approvedAt && approvedAt > validFrom ? approvedAt : validFrom, until: validTo };
}

/** What a grant satisfies while it has effect: in date, approved, not revoked. */
export const inForceAt = (at: Date) => ({ ...approvedAndValidAt(at), revokedAt: null });

async function impliedByGroups(em: EntityManager, members: readonly Membership[], at: Date): Promise<HeldRight[]> {
  const rights: HeldRight[] = [];
  for (const source of members) {
    const { kind, orgUnit, id } = source.group.$;
    const isOffice = kind === 'OFFICE' || kind === 'CENTER';
    const isDesk = isOffice && (await deskOf(em, orgUnit.$, at))?.group?.id === id;
    const roles = rolesIn(kind, source.position, isDesk);
    rights.push(...roles.map((role) => ({ grant: grantAt(role, orgUnit.$), source, ...effectOf(source) })));
  }
  return rights;
}

/** The roles that a position in a group of a kind implies at the group's unit and below. */
export function rolesIn(kind: string, position: string, isDesk: boolean): HeldRole[] {
  const leads = position === 'LEADER';
  if (kind === 'LEADERSHIP_GROUP') {
    const commands = leads || position === 'DEPUTY';
    return ['MANAGER', 'PLAN_REVIEWER', ...(commands ? (['COMMANDER'] as const) : [])];
  }
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
): Promise<HeldRight[]> {
  const isOurs = {
    $or: [
      { group: { $in: members.map(({ group }) => group.id) } },
      { department: { $in: idsOnPath(staff.orgUnit.$.path) }, createdAt: { $gte: staff.createdAt } },
    ],
  };
  const duties = await em.find(
    DeskDuty,
    { $and: [isOurs, validAt(at)], planKind: 'GENERAL' },
    { populate: ['orgUnit', 'group', 'department'] },
  );
  return duties.map((source) => ({
    grant: grantAt('DESK', source.orgUnit.$),
    source,
    since: source.validFrom,
    until: source.validTo,
  }));
}

/** When somebody's rights next begin or end by time alone; null when nobody's do. */
export async function nextChangeOfRights(em: EntityManager, now: Date): Promise<Date | null> {
  const found = await Promise.all(
    (['validFrom', 'validTo'] as const).flatMap((field) =>
      [RoleGrant, GroupMember, DeskDuty].map(async (type) => {
        const first = { orderBy: { [field]: 'asc' }, limit: 1 } as const;
        const [row] = await em.fork().find(type as typeof RoleGrant, { [field]: { $gt: now } }, first);
        return row?.[field] ?? null;
      }),
    ),
  );
  return found.reduce((least, date) => (least && (!date || least < date) ? least : date), null);
}
