import type { HandlingRules, PeriodRule, ReviewMode, ReviewRule } from './handling-rules.js';
import type { LimitRule, LimitedClock, PolicyLevel, PolicyRules, Step, StepRule } from './policy-rules.js';

/** A limit of the plans names its clause; one without is the bank's own. */
function limit(
  clock: LimitedClock,
  level: PolicyLevel,
  [count, unit]: readonly [number, LimitRule['unit']],
  clause: string | null = null,
): LimitRule {
  return { clock, level, count, unit, escalates: true, clause };
}

/** Delays are the bank's own: no plan says how long a step may keep silent. */
const step = (name: Step, delayMinutes: number, acknowledgementTimeoutMinutes: number): StepRule => ({
  step: name,
  delayMinutes,
  acknowledgementTimeoutMinutes,
  clause: null,
});

const period = (clock: PeriodRule['clock'], count: number, unit: PeriodRule['unit']): PeriodRule => ({
  clock,
  count,
  unit,
  clause: null,
});

const review = (level: PolicyLevel, mode: ReviewMode): ReviewRule => ({ level, mode, signOffCount: 1, clause: null });

/** How complaints are handled where a plan says nothing of it; the numbers are the bank's own. */
const defaultHandling: HandlingRules = {
  periods: [
    period('SCREENING', 1, 'WORKING_DAY'),
    period('HANDOVER', 1, 'WORKING_DAY'),
    period('FIRST_ACTION', 2, 'CLOCK_HOUR'),
    period('COOPERATION', 2, 'WORKING_DAY'),
    period('APPEAL', 15, 'WORKING_DAY'),
    period('RETURN_VISIT', 5, 'WORKING_DAY'),
  ],
  staleWorkingDays: 3,
  reviews: [review('SUGGESTION', 'NONE'), review('GENERAL', 'NONE'), review('MAJOR', 'DESK'), review('URGENT', 'DESK')],
  compensationWithoutReview: '500.00',
  compensationByDesk: '50000.00',
  replyBy: 'DESK',
  replyBeforeExecution: true,
  firstHandlerKeepsGeneral: false,
  appealWindowDays: 30,
  reopenWindowDays: 15,
  routes: [],
};

/** The rules every bank begins with: those the plans agree on, and ours where they are silent. */
export const defaultPack: PolicyRules = {
  leastLevels: [
    { categoryCode: 'FRAUD', level: 'MAJOR', clause: 'D3-1.2a' },
    { categoryCode: 'ACCOUNT_SECURITY', level: 'MAJOR', clause: 'D3-1.2a' },
  ],
  emergencies: [
    { categoryCode: 'FRAUD', riskFlag: null, clause: 'D3-2.4' },
    { categoryCode: 'ACCOUNT_SECURITY', riskFlag: null, clause: 'D3-2.4' },
    { categoryCode: null, riskFlag: 'FUND_SAFETY', clause: 'D3-2.4(1)' },
  ],
  limits: [
    limit('FIRST_RESPONSE', 'SUGGESTION', [24, 'CLOCK_HOUR'], 'D3-2.2b'),
    limit('FIRST_RESPONSE', 'GENERAL', [24, 'CLOCK_HOUR'], 'D3-2.2b'),
    limit('FIRST_RESPONSE', 'MAJOR', [24, 'CLOCK_HOUR'], 'D3-2.2b'),
    limit('FIRST_RESPONSE', 'URGENT', [2, 'CLOCK_HOUR']),
    { ...limit('RESOLUTION', 'SUGGESTION', [10, 'WORKING_DAY']), escalates: false },
    limit('RESOLUTION', 'GENERAL', [3, 'WORKING_DAY'], 'D5-五.3(1)'),
    limit('RESOLUTION', 'MAJOR', [5, 'WORKING_DAY'], 'D5-五.3(2)'),
    limit('RESOLUTION', 'URGENT', [3, 'WORKING_DAY']),
    limit('PROGRESS', 'SUGGESTION', [3, 'WORKING_DAY']),
    limit('PROGRESS', 'GENERAL', [3, 'WORKING_DAY']),
    limit('PROGRESS', 'MAJOR', [3, 'WORKING_DAY']),
    limit('PROGRESS', 'URGENT', [3, 'WORKING_DAY']),
  ],
  pauses: [{ clock: 'RESOLUTION', clause: null }],
  warnShare: 0.75,
  steps: [step('E0', 60, 240), step('E1', 60, 240), step('E2', 30, 240), step('E3', 15, 120), step('E4', 60, 120)],
  quietHours: { from: 21, to: 8 },
  breachToLeadersHours: 24,
  handling: defaultHandling,
  regulations: [],
};
