/** Levels from lightest to gravest, as policy orders them. */
export const levelOrder = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const;
export type PolicyLevel = (typeof levelOrder)[number];

/** Steps of the escalation ladder, lowest first. */
export const stepOrder = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;
export type Step = (typeof stepOrder)[number];

/** What the contingency plan in force at a unit says; values marked * in the plan pack are the bank's own defaults. */
export interface Policy {
  /** Limit of the first response in clock hours, nights included (D3-2.2b; URGENT*). */
  firstResponseHours(level: PolicyLevel): number;
  /** Share of a limit after which it counts as nearly due*. */
  warnShare: number;
  /** The least level of a category (D3-1.2a): `path` is the category's codes from the top, `/FRAUD/…/`. */
  leastLevel(categoryPath: string | null): PolicyLevel | null;
  /** Whether a category or flag means an emergency (D3-2.4). */
  isEmergency(categoryPath: string | null, riskFlags: readonly string[]): boolean;
  /** Minutes until the next step when nobody acknowledges*. */
  stepDelayMinutes(step: Step): number;
  /** Minutes after which an acknowledged escalation opens again while its cause holds*. */
  acknowledgementTimeoutMinutes(step: Step): number;
  /** Hours of the bank's day in which E0 and E1 are left in peace*, from inclusive, to exclusive. */
  quietHours: { from: number; to: number };
}

const graveCategories = ['FRAUD', 'ACCOUNT_SECURITY'];
const isGrave = (path: string | null) => graveCategories.some((code) => path?.startsWith(`/${code}/`));

const defaultPack: Policy = {
  firstResponseHours: (level) => (level === 'URGENT' ? 2 : 24),
  warnShare: 0.75,
  leastLevel: (path) => (isGrave(path) ? 'MAJOR' : null),
  isEmergency: (path, flags) => isGrave(path) || flags.includes('FUND_SAFETY'),
  stepDelayMinutes: (step) => ({ E0: 60, E1: 60, E2: 30, E3: 15, E4: 60 })[step],
  acknowledgementTimeoutMinutes: (step) => (step === 'E3' || step === 'E4' ? 120 : 240),
  quietHours: { from: 21, to: 8 },
};

/** The one reader of rules: limits, forced levels and ladder of the plan in force at a unit at a time. */
export function policyFor(_unit: { path: string }, _at: Date): Policy {
  return defaultPack;
}
