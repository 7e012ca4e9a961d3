import type { EntityManager } from '@mikro-orm/postgresql';
import type { Limit } from '../calendar/limit.js';
import { idsOnPath } from '../org/units/org-path.js';
import { defaultPack } from './default-pack.js';
import type { HandlingRules, PeriodClock, RouteRule } from './handling-rules.js';
import { PlanVersion } from './plan-version.js';
import { inForce, versionsAt, type PlacedVersion } from './plans-in-force.js';
import { levelOrder, type LimitedClock, type PolicyLevel, type PolicyRules, type Step } from './policy-rules.js';
import { regulations, type Regulation } from './regulations.js';

/** How long a clock may run, whether a breach is told to those above, and the clause that says so (null: the bank's own). */
export type PolicyLimit = Limit & { escalates: boolean; clause: string | null };

/** A unit or a group that complaints go to. */
export interface Route {
  kind: 'UNIT' | 'GROUP';
  id: string;
}

/** What a plan version says, in the form its obeyers ask for. */
export interface Policy {
  /** The version it is read from; null while no plan is in force and the default pack answers. */
  versionId: string | null;
  /** The limit of a clock at a level; null where the plan sets none. */
  limitOf(kind: LimitedClock, level: PolicyLevel): PolicyLimit | null;
  /** Whether a clock stands still while the bank waits for the customer. */
  pauses(kind: LimitedClock): boolean;
  /** Regulations whose limits run beside the plan's. */
  regulations: readonly Regulation[];
  /** Share of a limit after which it counts as nearly due. */
  warnShare: number;
  /** The least level of a category (D3-1.2a): `path` is the category's codes from the top, `/FRAUD/…/`. */
  leastLevel(categoryPath: string | null): PolicyLevel | null;
  /** Whether a category or flag means an emergency (D3-2.4). */
  isEmergency(categoryPath: string | null, riskFlags: readonly string[]): boolean;
  /** Minutes until the next step when nobody acknowledges. */
  stepDelayMinutes(step: Step): number;
  /** Minutes after which an acknowledged escalation opens again while its cause holds. */
  acknowledgementTimeoutMinutes(step: Step): number;
  /** Hours of the bank's day in which E0 and E1 are left in peace, from inclusive, to exclusive. */
  quietHours: { from: number; to: number };
  /** Hours after a breach until the leaders hear of it. */
  breachToLeadersHours: number;
  /** How complaints are handled: review, reply, appeal. */
  handling: HandlingRules;
  /** Who receives complaints of a category and level (D2-四.3, D6-四.1(2)); null where no route says so. */
  routeFor(categoryPath: string | null, level: PolicyLevel): Route | null;
  /** The time for a step, whatever the level; null where the plan has none. */
  periodOf(kind: PeriodClock): PolicyLimit | null;
}

/** The policies in force at a moment, for many units at once. */
export interface Policies {
  for(unit: { path: string }): Policy;
}

/** The rules in force at a unit at a time: ladder, recipients, forced levels. One statement. */
export async function policyFor(em: EntityManager, unit: { path: string }, at: Date): Promise<Policy> {
  const versions = await versionsAt(em, { kind: 'GENERAL', at, unitIds: idsOnPath(unit.path) });
  return policyIn(versions, unit, at);
}

/** The rules of the version that a complaint was registered under: its limits. */
export async function policyOf(em: EntityManager, versionId: string): Promise<Policy> {
  const { rules } = await em.findOneOrFail(PlanVersion, versionId, { fields: ['rules'] });
  return policyFrom(rules as PolicyRules, versionId);
}

/** As `policyFor`, for many units with one reading; `unitIds` are all that lie on their paths, absent = every unit. */
export async function policiesAt(em: EntityManager, at: Date, unitIds?: readonly string[]): Promise<Policies> {
  const versions = await versionsAt(em, { kind: 'GENERAL', at, ...(unitIds ? { unitIds } : {}) });
  return { for: (unit) => policyIn(versions, unit, at) };
}

function policyIn(versions: readonly PlacedVersion[], unit: { path: string }, at: Date): Policy {
  const version = inForce(versions, unit, at);
  return policyFrom(version?.rules ?? defaultPack, version?.id ?? null);
}

/** Rules as a policy that can be asked. */
function policyFrom(rules: PolicyRules, versionId: string | null): Policy {
  const { warnShare, quietHours, breachToLeadersHours, handling } = rules;
  const stepOf = (step: Step) => rules.steps.find((each) => each.step === step)!;
  return {
    versionId,
    handling,
    periodOf(kind) {
      const found = handling.periods.find(({ clock }) => clock === kind);
      return found ? { ...found, escalates: true } : null;
    },
    routeFor: (path, level) => narrowest(handling.routes, path, level),
    warnShare,
    quietHours,
    breachToLeadersHours,
    regulations: rules.regulations.map((code) => regulations[code]),
    limitOf: (kind, level) => rules.limits.find((each) => each.clock === kind && each.level === level) ?? null,
    pauses: (kind) => rules.pauses.some(({ clock }) => clock === kind),
    leastLevel: (path) =>
      gravest(rules.leastLevels.flatMap(({ categoryCode, level }) => (lies(path, categoryCode) ? level : []))),
    isEmergency: (path, flags) =>
      rules.emergencies.some(
        ({ categoryCode, riskFlag }) => lies(path, categoryCode) || (riskFlag !== null && flags.includes(riskFlag)),
      ),
    stepDelayMinutes: (step) => stepOf(step).delayMinutes,
    acknowledgementTimeoutMinutes: (step) => stepOf(step).acknowledgementTimeoutMinutes,
  };
}

/** Whether a category is one of this code or lies below it. */
const lies = (path: string | null, code: string | null): boolean =>
  code !== null && Boolean(path?.includes(`/${code}/`));

const gravest = (levels: readonly PolicyLevel[]): PolicyLevel | null =>
  levelOrder.findLast((level) => levels.includes(level)) ?? null;

/** The route that says most of a complaint: the deepest category, of one category the one that names the level. */
function narrowest(routes: readonly RouteRule[], path: string | null, at: PolicyLevel): Route | null {
  const depth = ({ categoryCode }: RouteRule) => (categoryCode ? path!.split('/').indexOf(categoryCode) : 0);
  const [found] = routes
    .filter(({ categoryCode, level }) => (!categoryCode || lies(path, categoryCode)) && (level ?? at) === at)
    .toSorted((a, b) => depth(b) - depth(a) || Number(Boolean(b.level)) - Number(Boolean(a.level)));
  if (!found) return null;
  return found.groupId ? { kind: 'GROUP', id: found.groupId } : { kind: 'UNIT', id: found.orgUnitId! };
}
