import { Level } from '../../complaints/enumerations.js';
import type { Context } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import { deskIn } from '../../org/groups/desk.js';
import type { GroupPosition, LeadershipGroup } from '../../org/groups/leadership-group.js';
import { groupsFrom, type Recipients } from '../../org/groups/recipients.js';
import { staffingAt, type Staffing } from '../../org/groups/staffing.js';
import { idsOnPath, pathAbove } from '../../org/units/org-path.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { policiesAt, type Policies } from '../../plans/policy.js';
import { EscalationTrigger, type EscalationLevel } from '../enumerations.js';
import { Ladder } from '../ladder.js';
import { firstStepOf, rankOf } from '../triggers.js';
import type { EscalationGapReason } from './escalation-coverage.js';

/** The steps a unit has to fill; who handles a complaint stands on E0. */
const unitSteps = ['E1', 'E2', 'E3', 'E4'] as const;

/** The most units that are looked at in one go. */
const mostUnits = 5000;

/** Something that can happen to a complaint of a unit, and the step it goes to first. */
export interface Case {
  trigger: EscalationTrigger;
  level: Level;
  first: EscalationLevel;
}

/** Everything that can escalate; a matter raised by hand may begin on any step, so it begins on the lowest. */
export const cases: readonly Case[] = (Object.keys(EscalationTrigger) as EscalationTrigger[]).flatMap((trigger) =>
  (Object.keys(Level) as Level[]).flatMap((level) => {
    const first = trigger === 'MANUAL' ? unitSteps[0] : firstStepOf(trigger, level);
    return first ? [{ trigger, level, first }] : [];
  }),
);

/** The ladders of a unit and of everything active below it. */
export interface Ladders {
  units: readonly OrgUnit[];
  staffing: Staffing;
  policies: Policies;
}

/** Reads them, with a number of statements that does not grow with the units; `QUERY_TOO_COMPLEX` above 5 000 units. */
export async function laddersBelow(ctx: Context, top: OrgUnit): Promise<Ladders> {
  const em = ctx.app.orm.em.fork();
  const below = { path: { $like: `${top.path}%` }, isActive: true };
  const units = await em.find(OrgUnit, below, { orderBy: { code: 'asc' }, limit: mostUnits + 1 });
  if (units.length > mostUnits)
    throw new CodedError('QUERY_TOO_COMPLEX', { key: 'escalation.tooManyUnits', params: { most: mostUnits } });
  const ids = new Set([...idsOnPath(top.path), ...units.map(({ id }) => id)]);
  const now = ctx.clock.now();
  return { units, staffing: await staffingAt(em, [...ids], now), policies: await policiesAt(em, now) };
}

/** A step with those who stand on it. */
export interface Standing {
  step: EscalationLevel;
  recipients: Recipients | null;
  afterMinutes: number | null;
}

/** Every step from the first one up to the top, with when it is told if nobody signs; one without anybody is passed over. */
export function ladderFrom({ staffing, policies }: Ladders, unit: OrgUnit, first: EscalationLevel): Standing[] {
  const ladder = new Ladder(staffing, unit.path);
  const policy = policies.for(unit);
  let afterMinutes = 0;
  return unitSteps
    .filter((step) => rankOf(step) >= rankOf(first) && (step !== 'E4' || hasSuperiorLeaders(ladder)))
    .map((step) => {
      const recipients = ladder.recipientsOn(step);
      if (!recipients) return { step, recipients, afterMinutes: null };
      const standing = { step, recipients, afterMinutes };
      afterMinutes += policy.stepDelayMinutes(step);
      return standing;
    });
}

/** A step on which nobody stands as it should be. */
export interface Gap {
  unit: OrgUnit;
  step: EscalationLevel;
  positions: readonly GroupPosition[];
  reason: EscalationGapReason;
  /** The group that is vacant. */
  group: LeadershipGroup | null;
  climbsTo: Standing | null;
}

/** The gaps of every unit: first those where nobody is told, then vacant groups, in the order of the units' numbers. */
export function gapsIn({ units, staffing }: Ladders): Gap[] {
  const gaps = units.flatMap((unit) => unitSteps.flatMap((step) => gapOn(staffing, unit, step) ?? []));
  const weight = ({ climbsTo, reason }: Gap) => (climbsTo === null ? 0 : reason === 'VACANT' ? 1 : 2);
  return gaps.toSorted((a, b) => weight(a) - weight(b));
}

function gapOn(staffing: Staffing, unit: OrgUnit, step: EscalationLevel): Gap | null {
  const ladder = new Ladder(staffing, unit.path);
  const recipients = ladder.recipientsOn(step);
  const group = vacantOn(staffing, ladder, unit.path, step);
  // Nobody stands above the head office; and without leaders of its own, a unit has no superior's either.
  if (!recipients && !group && step === 'E4' && !hasSuperiorLeaders(ladder)) return null;
  if (recipients && !group) return null;
  const rung = ladder.from(step);
  const climbsTo = rung && {
    step: rung.level,
    recipients: ladder.recipientsOn(rung.level),
    afterMinutes: null,
  };
  return { unit, step, positions: positionsOn[step] ?? [], reason: group ? 'VACANT' : 'NO_GROUP', group, climbsTo };
}

const positionsOn: Partial<Record<EscalationLevel, readonly GroupPosition[]>> = {
  E1: ['LEADER'],
  E3: ['LEADER', 'DEPUTY'],
  E4: ['LEADER', 'DEPUTY'],
};

/** Whether there is a place above the unit's leaders where others could stand. */
function hasSuperiorLeaders(ladder: Ladder): boolean {
  const own = ladder.recipientsOn('E3');
  return own !== null && pathAbove(own.orgUnit.path) !== null;
}

/** The nearest group that a step should come to, when it is passed over because nobody is at work there. */
function vacantOn(staffing: Staffing, ladder: Ladder, unitPath: string, step: EscalationLevel): LeadershipGroup | null {
  const found = ladder.recipientsOn(step);
  const nearest = nearestGroup(staffing, ladder, unitPath, step);
  if (!nearest) return null;
  const isPassedOver = !found || nearest.orgUnit.path.length > found.orgUnit.path.length;
  return isPassedOver ? nearest.group : null;
}

function nearestGroup(
  staffing: Staffing,
  ladder: Ladder,
  unitPath: string,
  step: EscalationLevel,
): { group: LeadershipGroup; orgUnit: OrgUnit } | null {
  if (step === 'E2') {
    const desk = deskIn(staffing, unitPath);
    return desk?.group ? { group: desk.group, orgUnit: desk.orgUnit } : null;
  }
  const own = ladder.recipientsOn('E3');
  const from = step === 'E4' ? own && pathAbove(own.orgUnit.path) : unitPath;
  const [group] = from ? groupsFrom(staffing, from, step === 'E1' ? 'HANDLING_TEAM' : 'LEADERSHIP_GROUP') : [];
  return group ? { group, orgUnit: group.orgUnit.$ } : null;
}

/** In how many cases nobody at all would be told. */
export function unreachedIn({ units, staffing }: Ladders): number {
  return units.reduce((count, unit) => {
    const ladder = new Ladder(staffing, unit.path);
    const reached = new Set(unitSteps.filter((step) => ladder.from(step)));
    return count + cases.filter(({ first }) => !reached.has(first as (typeof unitSteps)[number])).length;
  }, 0);
}
