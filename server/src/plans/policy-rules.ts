import type { Limit } from '../calendar/limit.js';
import type { RegulationCode } from './regulations.js';

/** Levels from lightest to gravest, as policy orders them. */
export const levelOrder = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const;
export type PolicyLevel = (typeof levelOrder)[number];

/** Steps of the escalation ladder, lowest first. */
export const stepOrder = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;
export type Step = (typeof stepOrder)[number];

/** What a plan sets limits for, by level. */
export const limitedClocks = ['FIRST_RESPONSE', 'RESOLUTION', 'PROGRESS'] as const;
export type LimitedClock = (typeof limitedClocks)[number];

/** Where a rule comes from: the id of a plan's clause such as `D5-五.3(2)`; null for the bank's own. */
interface Sourced {
  clause: string | null;
}

/** The rules of one plan version, as they are stored and edited; `policy-check.ts` says what makes them whole. */
export interface PolicyRules {
  /** Who screens, assigns and closes: a group or a department; both null = the nearest office on the path. */
  desk: { groupId: string | null; departmentId: string | null };
  /** Categories, with all below them, that force at least a level. */
  leastLevels: readonly ({ categoryCode: string; level: PolicyLevel } & Sourced)[];
  /** Categories (with all below them) and risk flags that mean an emergency; each entry names one of the two. */
  emergencies: readonly ({ categoryCode: string | null; riskFlag: string | null } & Sourced)[];
  /** One for every clock and level. */
  limits: readonly LimitRule[];
  /** Clocks that stand still while the bank waits for the customer. */
  pauses: readonly ({ clock: LimitedClock } & Sourced)[];
  /** Share of a limit after which it counts as nearly due, between 0 and 1. */
  warnShare: number;
  /** One for every step of the ladder. */
  steps: readonly StepRule[];
  /** Hours of the bank's day in which E0 and E1 are left in peace, from inclusive, to exclusive. */
  quietHours: { from: number; to: number };
  /** Hours after a breach until the leaders hear of it. */
  breachToLeadersHours: number;
  /** Regulations whose limits run beside the plan's. */
  regulations: readonly RegulationCode[];
}

/** How long a clock may run at a level, and whether those above hear of it when it is breached. */
export interface LimitRule extends Limit, Sourced {
  clock: LimitedClock;
  level: PolicyLevel;
  escalates: boolean;
}

/** Times of a step of the ladder, in minutes. */
export interface StepRule extends Sourced {
  step: Step;
  /** Until the next step when nobody acknowledges. */
  delayMinutes: number;
  /** After which an acknowledged escalation opens again while its cause holds. */
  acknowledgementTimeoutMinutes: number;
}
