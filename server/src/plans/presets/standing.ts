import type { EntityManager, Loaded } from '@mikro-orm/postgresql';
import { GroupMember, LeadershipGroup, type GroupKind } from '../../org/groups/leadership-group.js';
import { isWithin } from '../../org/units/org-path.js';
import { OrgUnit, type OrgUnitKind } from '../../org/units/org-unit.js';
import { approvedAndValidAt } from '../../org/valid-at.js';
import type { DepartmentDemand, GroupDemand, PlanPreset, PositionDemand } from './preset.js';

type Seat = Loaded<GroupMember, 'staff.orgUnit'>;
type Found = Loaded<LeadershipGroup, 'leadUnit'>;
type Place = Pick<OrgUnit, 'id' | 'path' | 'name' | 'kind'>;

/** A place that a plan wants held and nobody holds; at which units, where it is one from each. */
export interface Vacancy {
  demand: PositionDemand;
  unitNames: readonly string[];
}

/** How far a demand is met. */
export interface Standing {
  demand: GroupDemand;
  /** The group that meets it best; null where there is none, or where it asks for one at many units. */
  group: LeadershipGroup | null;
  /** What publishing waits for. */
  vacancies: readonly Vacancy[];
  /** Units below that are to have such a group and have none; publishing does not wait for them. */
  unitNamesWithout: readonly string[];
}

/** How far the demands of a preset are met at a unit: by groups at work and people in office, whoever set them up. */
export async function standingOf(
  em: EntityManager,
  preset: PlanPreset,
  unit: { id: string; path: string },
  at: Date,
): Promise<Standing[]> {
  const below = await em.find(OrgUnit, {
    path: { $like: `${unit.path}%` },
    kind: { $in: [...kindsNamed(preset)] },
    isActive: true,
  });
  const standings: Standing[] = [];
  for (const demand of preset.groups)
    standings.push(demand.each ? await spread(em, demand, below) : await atUnit(em, demand, unit, { below, at }));
  return standings;
}

/** Kinds of unit at each of which a preset wants something. */
function kindsNamed({ groups }: PlanPreset): Set<OrgUnitKind> {
  return new Set(
    groups.flatMap(({ each, positions }) => [...(each ?? []), ...positions.flatMap((one) => one.each ?? [])]),
  );
}

async function spread(em: EntityManager, demand: GroupDemand, below: readonly Place[]): Promise<Standing> {
  const wanted = below.filter(({ kind }) => demand.each!.includes(kind));
  const groups = await em.find(LeadershipGroup, {
    kind: demand.kind,
    isActive: true,
    orgUnit: { $in: wanted.map(({ id }) => id) },
  });
  const served = new Set(groups.map(({ orgUnit }) => orgUnit.id));
  const without = wanted.filter(({ id }) => !served.has(id));
  return { demand, group: null, vacancies: [], unitNamesWithout: without.map(({ name }) => name) };
}

async function atUnit(
  em: EntityManager,
  demand: GroupDemand,
  unit: { id: string },
  { below, at }: { below: readonly Place[]; at: Date },
): Promise<Standing> {
  const groups = await groupsAt(em, demand, unit.id);
  const seats = await em.find(
    GroupMember,
    { group: { $in: groups.map(({ id }) => id) }, staff: { isActive: true }, ...approvedAndValidAt(at) },
    { populate: ['staff.orgUnit'] },
  );
  const judged = groups.map((group) => {
    const own = seats.filter((seat) => seat.group.id === group.id);
    return { group, vacancies: vacanciesIn(own, demand.positions, below) };
  });
  const [best] = judged.toSorted((one, other) => one.vacancies.length - other.vacancies.length);
  const { group, vacancies } = best ?? { group: null, vacancies: vacanciesIn([], demand.positions, below) };
  return { demand, group, vacancies, unitNamesWithout: [] };
}

async function groupsAt(em: EntityManager, { kind, lead }: GroupDemand, unitId: string): Promise<Found[]> {
  const groups = await em.find(
    LeadershipGroup,
    { kind, orgUnit: unitId, isActive: true },
    { populate: ['leadUnit'], orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return lead ? groups.filter(({ leadUnit }) => leadUnit && isDepartment(leadUnit.$, lead)) : groups;
}

/** The group of a kind that is at work at a unit, the oldest of several; null where there is none. */
export async function groupAt(em: EntityManager, kind: GroupKind, unitId: string): Promise<LeadershipGroup | null> {
  return em.findOne(
    LeadershipGroup,
    { kind, orgUnit: unitId, isActive: true },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  );
}

function vacanciesIn(seats: readonly Seat[], positions: readonly PositionDemand[], below: readonly Place[]): Vacancy[] {
  return positions.flatMap((demand) => {
    const holders = seats.filter((seat) => holds(seat, demand));
    if (!demand.each) return holders.length ? [] : { demand, unitNames: [] };
    const wanting = below.filter(
      ({ kind, path }) => kind === demand.each && !holders.some(({ staff }) => isWithin(staff.$.orgUnit.$.path, path)),
    );
    return wanting.length ? { demand, unitNames: wanting.map(({ name }) => name) } : [];
  });
}

const holds = ({ position, basis, staff }: Seat, demand: PositionDemand): boolean =>
  (demand.position === null || position === demand.position) &&
  (demand.post === null || (basis ?? staff.$.post) === demand.post) &&
  (!demand.department || isDepartment(staff.$.orgUnit.$, demand.department));

/** Whether a unit is the department that a plan names, by a word in its name. */
export const isDepartment = ({ kind, name }: Pick<OrgUnit, 'kind' | 'name'>, { words }: DepartmentDemand): boolean =>
  kind === 'DEPARTMENT' && words.some((word) => name.includes(word));
