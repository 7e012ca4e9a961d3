import type { Limit } from '../../calendar/limit.js';
import type { HandlingRules, PeriodClock, PeriodRule, ReplyBy, ReviewMode } from '../handling-rules.js';
import { levelWords, periodWords, replyWords, reviewWords, unitWords } from '../plan-words.js';
import type { PolicyLevel, PolicyRules } from '../policy-rules.js';
import type { Text } from './preset.js';
import { sourceOf, type RuleChange, type Source } from './rule-change.js';

const handling =
  (change: (rules: HandlingRules) => Partial<HandlingRules>) =>
  (rules: PolicyRules): PolicyRules => ({
    ...rules,
    handling: { ...rules.handling, ...change(rules.handling) },
  });

const periodLabel = (clock: PeriodClock): Text => [`${periodWords[clock][0]}时限`, `Limit of ${periodWords[clock][1]}`];

/** How long a step may take, whatever the level. */
export function periodRule(
  clock: PeriodClock,
  [count, unit]: readonly [number, Limit['unit']],
  source: Source,
): RuleChange {
  const period = { clock, count, unit, clause: sourceOf(source) };
  const isSame = (each: PeriodRule) => each.clock === clock;
  return {
    clause: source.clause,
    isOwnNumber: source.isOwnNumber ?? false,
    label: periodLabel(clock),
    value: [`${count} ${unitWords[unit][0]}`, `${count} ${unitWords[unit][1]}`],
    on: handling(({ periods }) => ({
      periods: periods.some(isSame) ? periods.map((each) => (isSame(each) ? period : each)) : [...periods, period],
    })),
  };
}

/** That the plan has no such step: the clause asks for less. */
export const withoutPeriod = (clock: PeriodClock, clause: string): RuleChange => ({
  clause,
  isOwnNumber: false,
  label: periodLabel(clock),
  value: ['不设', 'none'],
  on: handling(({ periods }) => ({ periods: periods.filter((each) => each.clock !== clock) })),
});

/** Who approves resolutions of some levels. */
export const reviewRule = (levels: readonly PolicyLevel[], mode: ReviewMode, clause: string): RuleChange => ({
  clause,
  isOwnNumber: false,
  label: [
    `审核方式（${levels.map((level) => levelWords[level][0]).join('、')}）`,
    `Review (${levels.map((level) => levelWords[level][1]).join(', ')})`,
  ],
  value: reviewWords[mode],
  on: handling(({ reviews }) => ({
    reviews: reviews.map((each) => (levels.includes(each.level) ? { ...each, mode, clause } : each)),
  })),
});

/** Who tells the customer the decision. */
export const replyRule = (replyBy: ReplyBy, clause: string): RuleChange => ({
  clause,
  isOwnNumber: false,
  label: ['答复主体', 'Who replies'],
  value: replyWords[replyBy],
  on: handling(() => ({ replyBy })),
});

/** Whether the reply may come before everything is carried out. */
export const replyOrderRule = (replyBeforeExecution: boolean, clause: string): RuleChange => ({
  clause,
  isOwnNumber: false,
  label: ['先答复后执行', 'Reply before execution'],
  value: replyBeforeExecution ? ['是', 'yes'] : ['否', 'no'],
  on: handling(() => ({ replyBeforeExecution })),
});

/** That who was asked first may keep a general complaint and handle it to the reply. */
export const firstHandlerKeepsRule = (clause: string): RuleChange => ({
  clause,
  isOwnNumber: false,
  label: ['首问自办一般投诉', 'First handler keeps general complaints'],
  value: ['是', 'yes'],
  on: handling(() => ({ firstHandlerKeepsGeneral: true })),
});
