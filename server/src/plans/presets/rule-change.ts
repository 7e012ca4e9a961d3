import type { Limit } from '../../calendar/limit.js';
import type { LimitedClock, PolicyLevel, PolicyRules, Step } from '../policy-rules.js';
import { clockWords, levelWords, stepWords, unitWords } from '../plan-words.js';
import type { Text } from './preset.js';

/** A rule that a preset sets, in words and as what it does to the rules it is set upon. */
export interface RuleChange {
  clause: string;
  /** Whether the clause asks for it without a number, and the number is ours. */
  isOwnNumber: boolean;
  label: Text;
  value: Text;
  on(rules: PolicyRules): PolicyRules;
}

/** Where a rule comes from; a number of ours is not laid to the clause's account. */
export interface Source {
  clause: string;
  isOwnNumber?: boolean;
}

/** The clause that a number is laid to the account of; null for one of ours. */
export const sourceOf = ({ clause, isOwnNumber = false }: Source) => (isOwnNumber ? null : clause);

/** How long a clock may run at some levels. */
export function limitRule(
  clock: LimitedClock,
  levels: readonly PolicyLevel[],
  [count, unit]: readonly [number, Limit['unit']],
  source: Source,
): RuleChange {
  return {
    clause: source.clause,
    isOwnNumber: source.isOwnNumber ?? false,
    label: [
      `${clockWords[clock][0]}（${levels.map((level) => levelWords[level][0]).join('、')}）`,
      `${clockWords[clock][1]} (${levels.map((level) => levelWords[level][1]).join(', ')})`,
    ],
    value: [`${count} ${unitWords[unit][0]}`, `${count} ${unitWords[unit][1]}`],
    on: (rules) => ({
      ...rules,
      limits: rules.limits.map((each) =>
        each.clock === clock && levels.includes(each.level) ? { ...each, count, unit, clause: sourceOf(source) } : each,
      ),
    }),
  };
}

/** How long a step of the ladder may keep silent before the next one hears of it. */
export function stepRule(step: Step, delayMinutes: number, source: Source): RuleChange {
  return {
    clause: source.clause,
    isOwnNumber: source.isOwnNumber ?? false,
    label: [`升级等待（${stepWords[step][0]}）`, `Until the next step (${stepWords[step][1]})`],
    value: [`${delayMinutes} 分钟`, `${delayMinutes} minutes`],
    on: (rules) => ({
      ...rules,
      steps: rules.steps.map((each) =>
        each.step === step ? { ...each, delayMinutes, clause: sourceOf(source) } : each,
      ),
    }),
  };
}

/** How long after a breach the leaders hear of it. */
export const leadersRule = (hours: number, { clause, isOwnNumber = false }: Source): RuleChange => ({
  clause,
  isOwnNumber,
  label: ['超期上报领导小组', 'Leaders hear of a breach'],
  value: [`超期后 ${hours} 小时`, `${hours} hours after it`],
  on: (rules) => ({ ...rules, breachToLeadersHours: hours }),
});

/** From which share of a limit on it counts as nearly due. */
export const warnRule = (share: number, { clause, isOwnNumber = false }: Source): RuleChange => ({
  clause,
  isOwnNumber,
  label: ['临期提醒', 'Nearly due'],
  value: [`用去时限的 ${share * 100}%`, `at ${share * 100} % of the limit`],
  on: (rules) => ({ ...rules, warnShare: share }),
});

/** That the limit of a suggestion is not told to those above when it is missed. */
export const quietSuggestions = (clause: string): RuleChange => ({
  clause,
  isOwnNumber: false,
  label: ['超期升级（建议性投诉）', 'Escalation of a breach (suggestion)'],
  value: ['处理时限超期不升级', 'not for the resolution limit'],
  on: (rules) => ({
    ...rules,
    limits: rules.limits.map((each) =>
      each.clock === 'RESOLUTION' && each.level === 'SUGGESTION' ? { ...each, escalates: false } : each,
    ),
  }),
});
