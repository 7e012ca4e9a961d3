import type {
  Level,
  LimitedClock,
  LimitUnit,
  PlanBasisInput,
  PolicyRulesInput,
  RegulationCode,
  RiskFlag,
  UpdatePlanVersionInput,
} from '../../gql/graphql';
import { clocks, levels } from '../LimitsTable';
import type { PlanVersion } from '../plans.graphql';
import type { Rules } from '../rules.graphql';
import { sections, type Section } from '../sections';
import { handlingInput, handlingOf, type HandlingDraft } from './handlingDraft';
import { nextKey, type Keyed } from './rows';

/** A document, or a version of a unit above. */
export interface BasisDraft extends Keyed {
  title: string;
  number: string;
  issuedOn: string;
  planVersionId: string | undefined;
}
/** What is asked of a unit. */
export interface DutyDraft extends Keyed {
  unitId: string | undefined;
  unitName: string;
  text: string;
}
/** A category that forces a level. */
export interface LeastLevelDraft extends Keyed {
  categoryCode: string | undefined;
  level: Level;
  clause: string;
}
/** A category or a risk flag that means an emergency. */
export interface EmergencyDraft extends Keyed {
  by: 'category' | 'flag';
  categoryCode: string | undefined;
  riskFlag: RiskFlag | undefined;
  clause: string;
}
/** Numbers are kept as they are typed. */
export interface LimitDraft {
  clock: LimitedClock;
  level: Level;
  count: string;
  unit: LimitUnit;
  escalates: boolean;
  clause: string;
}
/** The times of a step, as they are typed. */
export interface StepDraft {
  step: Rules['steps'][number]['step'];
  delayMinutes: string;
  acknowledgementTimeoutMinutes: string;
  clause: string;
}

/** A version as it is being written, section by section. */
export interface Draft {
  principles: string;
  basis: BasisDraft[];
  duties: DutyDraft[];
  desk: { by: 'nearest' | 'group' | 'department'; holderId: string | undefined };
  classes: { leastLevels: LeastLevelDraft[]; emergencies: EmergencyDraft[] };
  limits: LimitDraft[];
  reminders: {
    pauses: Rules['pauses'];
    warnPercent: string;
    breachToLeadersHours: string;
    isQuiet: boolean;
    quietFrom: string;
    quietTo: string;
  };
  steps: StepDraft[];
  regulations: RegulationCode[];
  handling: HandlingDraft;
}

/** A version as its form holds it. */
export function draftOf(version: PlanVersion): Draft {
  const { principles, basis, duties, deskGroup, deskDepartment, policy } = version;
  const { leastLevels, emergencies, limits, pauses, warnShare, quietHours, steps, regulations } = policy;
  return {
    principles,
    basis: basis.map(({ title, number, issuedOn, source }) => ({
      key: nextKey(),
      title,
      number: number ?? '',
      issuedOn: issuedOn ?? '',
      planVersionId: source?.id,
    })),
    duties: duties.map(({ orgUnit, text }) => ({ key: nextKey(), unitId: orgUnit.id, unitName: orgUnit.name, text })),
    desk: {
      by: deskGroup ? 'group' : deskDepartment ? 'department' : 'nearest',
      holderId: deskGroup?.id ?? deskDepartment?.id,
    },
    classes: {
      leastLevels: leastLevels.map((each) => ({ ...each, key: nextKey(), clause: each.clause ?? '' })),
      emergencies: emergencies.map(({ categoryCode, riskFlag, clause }) => ({
        key: nextKey(),
        by: riskFlag ? 'flag' : 'category',
        categoryCode: categoryCode ?? undefined,
        riskFlag: riskFlag ?? undefined,
        clause: clause ?? '',
      })),
    },
    limits: clocks.flatMap((clock) => levels.map((level) => limitOf(limits, clock, level))),
    reminders: {
      pauses,
      warnPercent: String(Math.round(warnShare * 1000) / 10),
      breachToLeadersHours: String(policy.breachToLeadersHours),
      isQuiet: quietHours.from !== 24 || quietHours.to !== 0,
      quietFrom: String(quietHours.from),
      quietTo: String(quietHours.to),
    },
    steps: steps.map(({ step, delayMinutes, acknowledgementTimeoutMinutes, clause }) => ({
      step,
      delayMinutes: String(delayMinutes),
      acknowledgementTimeoutMinutes: String(acknowledgementTimeoutMinutes),
      clause: clause ?? '',
    })),
    regulations: [...regulations],
    handling: handlingOf(version),
  };
}

function limitOf(limits: Rules['limits'], clock: LimitedClock, level: Level): LimitDraft {
  const known = limits.find((each) => each.clock === clock && each.level === level);
  if (known) return { ...known, count: String(known.count), clause: known.clause ?? '' };
  return { clock, level, count: '', unit: 'WORKING_DAY', escalates: true, clause: '' };
}

const clauseOf = (clause: string): string | null => clause.trim() || null;

function basisOf({ title, number, issuedOn, planVersionId }: BasisDraft): PlanBasisInput {
  return {
    title: title.trim() || null,
    number: number.trim() || null,
    issuedOn: issuedOn || null,
    planVersionId: planVersionId ?? null,
  };
}

function policyOf({ classes, limits, reminders, steps, regulations, handling }: Draft): PolicyRulesInput {
  const { pauses, warnPercent, breachToLeadersHours, isQuiet, quietFrom, quietTo } = reminders;
  return {
    leastLevels: classes.leastLevels.map(({ categoryCode = '', level, clause }) => ({
      categoryCode,
      level,
      clause: clauseOf(clause),
    })),
    emergencies: classes.emergencies.map(({ by, categoryCode, riskFlag, clause }) => ({
      categoryCode: by === 'category' ? (categoryCode ?? null) : null,
      riskFlag: by === 'flag' ? (riskFlag ?? null) : null,
      clause: clauseOf(clause),
    })),
    limits: limits.map(({ count, clause, ...rest }) => ({ ...rest, count: Number(count), clause: clauseOf(clause) })),
    pauses,
    warnShare: Number(warnPercent) / 100,
    steps: steps.map(({ step, delayMinutes, acknowledgementTimeoutMinutes, clause }) => ({
      step,
      delayMinutes: Number(delayMinutes),
      acknowledgementTimeoutMinutes: Number(acknowledgementTimeoutMinutes),
      clause: clauseOf(clause),
    })),
    quietHours: isQuiet ? { from: Number(quietFrom), to: Number(quietTo) } : { from: 24, to: 0 },
    breachToLeadersHours: Number(breachToLeadersHours),
    regulations,
    handling: handlingInput(handling),
  };
}

/** The sections in which two drafts differ; what only the form knows does not count. */
export const changedSections = (one: Draft, other: Draft): Section[] =>
  sections.filter((section) => said(one[section]) !== said(other[section]));

const names = new Set(['key', 'unitName', 'receiverName']);
const said = (value: unknown): string =>
  JSON.stringify(value, (name, each: unknown) => (names.has(name) ? undefined : each));

const wordSections: readonly Section[] = ['principles', 'basis', 'duties', 'desk'];

/** What the API is told: the sections that were changed, the rules all together. */
export function inputOf(draft: Draft, changed: readonly Section[]): Omit<UpdatePlanVersionInput, 'expectedVersion'> {
  const has = (section: Section) => changed.includes(section);
  const { desk } = draft;
  return {
    ...(has('principles') && { principles: draft.principles }),
    ...(has('basis') && { basis: draft.basis.map(basisOf) }),
    ...(has('duties') && {
      duties: draft.duties.map(({ unitId = '', text }) => ({ orgUnitId: unitId, text })),
    }),
    ...(has('desk') && { desk: { holderId: desk.by === 'nearest' ? null : (desk.holderId ?? null) } }),
    ...(changed.some((section) => !wordSections.includes(section)) && { policy: policyOf(draft) }),
  };
}
