import { deskIn, type Desk } from './desk.js';
import type { GroupKind, GroupPosition, LeadershipGroup } from './leadership-group.js';
import type { PlacedGroup, Staffing } from './staffing.js';
import { idsOnPath, pathAbove } from '../units/org-path.js';
import type { OrgUnit } from '../units/org-unit.js';
import type { Staff } from '../staff/staff.js';

/** The active people of one group or department who stand in for a step, and the unit it was found at. */
export interface Recipients {
  orgUnit: OrgUnit;
  group: LeadershipGroup | null;
  department: OrgUnit | null;
  staff: Staff[];
}

/**
 * The active staff in given positions of the nearest active group of a kind at or above a unit.
 * A group with nobody in these positions is passed over; null when the head office has none either.
 */
export function leadersOf(
  staffing: Staffing,
  unitPath: string,
  kind: GroupKind,
  positions: readonly GroupPosition[],
): Recipients | null {
  for (const group of groupsFrom(staffing, unitPath, kind)) {
    const staff = staffIn(staffing, group.id, positions);
    if (staff.length) return { orgUnit: group.orgUnit.$, group, department: null, staff };
  }
  return null;
}

/** Active groups of a kind at a unit and above it, the nearest first. */
export function groupsFrom({ groups }: Staffing, unitPath: string, kind: GroupKind): PlacedGroup[] {
  const units = idsOnPath(unitPath).toReversed();
  return units.flatMap((id) => (groups.get(id) ?? []).filter((group) => group.kind === kind));
}

/** Active people of the desk, the leader first; a desk with nobody gives way to the next one above. */
export function deskMembersOf(staffing: Staffing, unitPath: string): Recipients | null {
  for (let path: string | null = unitPath; path;) {
    const desk = deskIn(staffing, path);
    if (!desk) return null;
    const { orgUnit, group, department } = desk;
    const staff = staffOf(staffing, desk);
    if (staff.length) return { orgUnit, group, department, staff };
    path = pathAbove(orgUnit.path);
  }
  return null;
}

function staffOf(staffing: Staffing, { group, dutyId }: Desk): Staff[] {
  if (group) return staffIn(staffing, group.id);
  return dutyId ? [...(staffing.departments.get(dutyId) ?? [])] : [];
}

function staffIn({ seats }: Staffing, groupId: string, positions?: readonly GroupPosition[]): Staff[] {
  const seated = seats.get(groupId) ?? [];
  return seated.filter(({ position }) => !positions || positions.includes(position)).map(({ staff }) => staff.$);
}
