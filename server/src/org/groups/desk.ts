import type { EntityManager, Loaded } from '@mikro-orm/postgresql';
import { DeskDuty } from './desk-duty.js';
import { LeadershipGroup } from './leadership-group.js';
import { idsOnPath } from '../units/org-path.js';
import type { OrgUnit } from '../units/org-unit.js';
import { validAt } from '../valid-at.js';

/** Who screens, assigns and closes for a unit: a group or a department, and the place it was found for. */
export interface Desk {
  orgUnit: OrgUnit;
  group: LeadershipGroup | null;
  department: OrgUnit | null;
  /** The duty it has by a plan; null where it is the nearest office. */
  dutyId: string | null;
}

/** The first row of each unit, by its id. */
type ByUnit<Row> = ReadonlyMap<string, Row>;

/** What is a desk at some units: a duty that is in date, or an office at work. */
export interface Desks {
  duties: ByUnit<Loaded<DeskDuty, 'orgUnit' | 'group' | 'department'>>;
  offices: ByUnit<Loaded<LeadershipGroup, 'orgUnit'>>;
}

/** Reads what is a desk at units of these ids. */
export async function desksAt(em: EntityManager, unitIds: readonly string[], at: Date): Promise<Desks> {
  const orgUnit = { $in: [...unitIds] };
  const duties = await em.find(
    DeskDuty,
    { orgUnit, planKind: 'GENERAL', ...validAt(at) },
    { populate: ['orgUnit', 'group', 'department'], orderBy: { validFrom: 'desc', id: 'desc' } },
  );
  const offices = await em.find(
    LeadershipGroup,
    { kind: { $in: ['OFFICE', 'CENTER'] }, isActive: true, orgUnit },
    { populate: ['orgUnit'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return { duties: firstOfEach(duties), offices: firstOfEach(offices) };
}

/** The desk (投诉管理部门) of a unit: the nearest duty on its path; without any, the nearest OFFICE or CENTER. */
export function deskIn({ duties, offices }: Desks, unitPath: string): Desk | null {
  const duty = nearest(duties, unitPath);
  if (duty) {
    const { id: dutyId, orgUnit, group, department } = duty;
    return { orgUnit: orgUnit.$, group: group?.$ ?? null, department: department?.$ ?? null, dutyId };
  }
  const group = nearest(offices, unitPath);
  return group && { orgUnit: group.orgUnit.$, group, department: null, dutyId: null };
}

/** As `deskIn`, for one unit. */
export async function deskOf(em: EntityManager, unit: { path: string }, at: Date): Promise<Desk | null> {
  return deskIn(await desksAt(em, idsOnPath(unit.path), at), unit.path);
}

function firstOfEach<Row extends { orgUnit: { id: string } }>(rows: readonly Row[]): ByUnit<Row> {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(row.orgUnit.id)) first.set(row.orgUnit.id, row);
  return first;
}

/** What is found at the unit itself or, if nothing is, at the nearest one above. */
function nearest<Row>(byUnit: ByUnit<Row>, unitPath: string): Row | null {
  const id = idsOnPath(unitPath).findLast((each) => byUnit.has(each));
  return (id && byUnit.get(id)) || null;
}
