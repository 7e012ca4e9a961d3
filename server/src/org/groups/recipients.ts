import type { EntityManager } from '@mikro-orm/postgresql';
import { deepest, inOrder } from './desk.js';
import { GroupMember, type GroupKind, type GroupPosition, type LeadershipGroup } from './leadership-group.js';
import { idsOnPath } from '../units/org-path.js';
import type { OrgUnit } from '../units/org-unit.js';
import type { Staff } from '../staff/staff.js';
import { approvedAndValidAt } from '../valid-at.js';

/** The people of one group who stand in for a step, and the unit it was found at. */
export interface Recipients {
  orgUnit: OrgUnit;
  group: LeadershipGroup;
  staff: Staff[];
}

/**
 * The active staff in given positions of the nearest active group of a kind at or above a unit.
 * A group with nobody in these positions is passed over; null when the head office has none either.
 */
export async function leadersOf(
  em: EntityManager,
  unitPath: string,
  kind: GroupKind,
  positions: readonly GroupPosition[],
  at: Date,
): Promise<Recipients | null> {
  const members = await em.find(
    GroupMember,
    {
      position: { $in: [...positions] },
      staff: { isActive: true },
      group: { kind, isActive: true, orgUnit: { $in: idsOnPath(unitPath) } },
      ...approvedAndValidAt(at),
    },
    {
      populate: ['staff', 'group.orgUnit'],
      orderBy: { group: { createdAt: 'asc', id: 'asc' }, createdAt: 'asc', id: 'asc' },
    },
  );
  const group = deepest(members.map((member) => member.group.$));
  if (!group) return null;
  const staff = inOrder(members.filter((member) => member.group.id === group.id)).map((member) => member.staff.$);
  return { orgUnit: group.orgUnit.$, group, staff };
}
