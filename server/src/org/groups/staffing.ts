import type { EntityManager, Loaded } from '@mikro-orm/postgresql';
import { desksAt, type Desks } from './desk.js';
import type { DeskDuty } from './desk-duty.js';
import { GroupMember, LeadershipGroup, type GroupKind } from './leadership-group.js';
import { RoleGrant } from '../grants/role-grant.js';
import { idsOnPath } from '../units/org-path.js';
import { Staff } from '../staff/staff.js';
import { approvedAndValidAt } from '../valid-at.js';

/** A group at work, with the unit it works for. */
export type PlacedGroup = Loaded<LeadershipGroup, 'orgUnit'>;
type Seat = Loaded<GroupMember, 'staff'>;

/** Who stands where at some units at a moment: desks, groups at work, and their active people by position. */
export interface Staffing extends Desks {
  /** Groups of each unit, the oldest first. */
  groups: ReadonlyMap<string, readonly PlacedGroup[]>;
  /** People of each group in office, by position and appointment. */
  seats: ReadonlyMap<string, readonly Seat[]>;
  /** Active people of the departments that are desks, by the duty's id. */
  departments: ReadonlyMap<string, readonly Staff[]>;
}

/** Groups that somebody can be found in for a step. */
const kinds: readonly GroupKind[] = ['LEADERSHIP_GROUP', 'OFFICE', 'CENTER', 'HANDLING_TEAM'];

/** Reads who stands where at units of these ids; the number of statements does not grow with theirs. */
export async function staffingAt(em: EntityManager, unitIds: readonly string[], at: Date): Promise<Staffing> {
  const desks = await desksAt(em, unitIds, at);
  const groups = await em.find(
    LeadershipGroup,
    { kind: { $in: [...kinds] }, isActive: true, orgUnit: { $in: [...unitIds] } },
    { populate: ['orgUnit'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  const onDuty = [...desks.duties.values()].flatMap(({ group }) => group?.id ?? []);
  const seats = await em.find(
    GroupMember,
    {
      group: { $in: [...new Set([...groups.map(({ id }) => id), ...onDuty])] },
      staff: { isActive: true },
      ...approvedAndValidAt(at),
    },
    { populate: ['staff'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return {
    ...desks,
    groups: grouped(groups, ({ orgUnit }) => orgUnit.id),
    seats: grouped(inOrder(seats), ({ group }) => group.id),
    departments: await staffOfDepartments(em, [...desks.duties.values()], at),
  };
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const rank = { LEADER: 0, DEPUTY: 1, MEMBER: 2 };

/** Members by position: leader, deputies, members. */
function inOrder<Member extends GroupMember>(members: readonly Member[]): Member[] {
  return members.toSorted((a, b) => rank[a.position] - rank[b.position]);
}

async function staffOfDepartments(
  em: EntityManager,
  duties: readonly Loaded<DeskDuty, 'orgUnit' | 'department'>[],
  at: Date,
): Promise<Map<string, Staff[]>> {
  const found = new Map<string, Staff[]>();
  for (const { id, department, orgUnit, createdAt } of duties) {
    if (!department) continue;
    const staff = await em.find(
      Staff,
      {
        isActive: true,
        orgUnit: { path: { $like: `${department.$.path}%` } },
        $or: [{ createdAt: { $lte: createdAt } }, { id: { $in: await grantedDesk(em, orgUnit.$.path, at) } }],
      },
      { orderBy: { createdAt: 'asc', id: 'asc' } },
    );
    found.set(id, staff);
  }
  return found;
}

/** Who is DESK at a unit by a grant, as those are who came to its desk later. */
async function grantedDesk(em: EntityManager, unitPath: string, at: Date): Promise<string[]> {
  const ids = idsOnPath(unitPath);
  const reaches = { $or: [{ orgUnit: ids.at(-1)! }, { withSubtree: true, orgUnit: { $in: ids } }] };
  const grants = await em.find(RoleGrant, {
    $and: [approvedAndValidAt(at), reaches],
    role: 'DESK',
    revokedAt: null,
  });
  return grants.map(({ staff }) => staff.id);
}
