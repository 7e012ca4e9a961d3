import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { LimitUnit, type Limit } from '../calendar/limit.js';
import { HandlingRules } from './handling-rules.js';
import { EscalationLevel, Level, LimitedClock, RegulationCode, RiskFlag } from './policy-terms.js';

/** Levels from lightest to gravest, as policy orders them. */
export const levelOrder: readonly PolicyLevel[] = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'];
export type PolicyLevel = Level;

/** Steps of the escalation ladder, lowest first. */
export const stepOrder: readonly Step[] = ['E0', 'E1', 'E2', 'E3', 'E4'];
export type Step = EscalationLevel;

/** What a plan sets limits for, in the order they are shown. */
export const limitedClocks: readonly LimitedClock[] = ['FIRST_RESPONSE', 'RESOLUTION', 'PROGRESS'];
export type { LimitedClock };

const clauseText = "Clause of the plan that it comes from (条款), such as `D5-五.3(1)`; null for the bank's own.";

@ObjectType({ description: 'A category that forces at least a level (等级下限), with all below it.' })
@InputType('LeastLevelInput', { description: 'A category that forces at least a level (等级下限).' })
export class LeastLevel {
  @Field(() => String, { description: 'Code of the category (类别代码).' })
  categoryCode!: string;

  @Field(() => Level, { description: 'The least level (等级).' })
  level!: PolicyLevel;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: 'A category, with all below it, or a risk flag that means an emergency (应急情形).' })
@InputType('EmergencySignInput', { description: 'What means an emergency (应急情形): a category or a risk flag.' })
export class EmergencySign {
  @Field(() => String, { nullable: true, description: 'Code of a category (类别代码).' })
  categoryCode!: string | null;

  @Field(() => RiskFlag, { nullable: true, description: 'A risk flag (风险标识).' })
  riskFlag!: RiskFlag | null;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: 'How long a clock may run at a level (时限).' })
@InputType('LimitRuleInput', { description: 'How long a clock may run at a level (时限).' })
export class LimitRule implements Limit {
  @Field(() => LimitedClock, { description: 'The clock (时限类型).' })
  clock!: LimitedClock;

  @Field(() => Level, { description: 'The level (等级).' })
  level!: PolicyLevel;

  @Field(() => Int, { description: 'How many, at least 1.' })
  count!: number;

  @Field(() => LimitUnit, { description: 'Of what (时限单位).' })
  unit!: LimitUnit;

  @Field(() => Boolean, { description: 'Whether those above hear of it when it is breached (超期升级).' })
  escalates!: boolean;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: 'A clock that stands still while the bank waits for the customer (可暂停的时限).' })
@InputType('PauseRuleInput', { description: 'A clock that stands still while the bank waits for the customer.' })
export class PauseRule {
  @Field(() => LimitedClock, { description: 'The clock (时限类型).' })
  clock!: LimitedClock;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: 'Times of a step of the ladder (升级层级).' })
@InputType('StepRuleInput', { description: 'Times of a step of the ladder (升级层级).' })
export class StepRule {
  @Field(() => EscalationLevel, { description: 'The step (升级层级).' })
  step!: Step;

  @Field(() => Int, { description: 'Minutes until the next step when nobody acknowledges (未签收转上级).' })
  delayMinutes!: number;

  @Field(() => Int, {
    description: 'Minutes after which what is acknowledged opens again while its cause holds (签收后复查).',
  })
  acknowledgementTimeoutMinutes!: number;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: "Hours of the bank's day in which E0 and E1 are left in peace (免打扰时段)." })
@InputType('QuietHoursInput', { description: "Hours of the bank's day without notices to E0 and E1 (免打扰时段)." })
export class QuietHours {
  @Field(() => Int, { description: 'From this hour of the evening on; 24 = never.' })
  from!: number;

  @Field(() => Int, { description: 'Until this hour of the morning.' })
  to!: number;
}

@ObjectType({ description: 'The rules of a plan version (预案规则).' })
@InputType('PolicyRulesInput', { description: 'The rules of a plan version (预案规则), all of them.' })
export class PolicyRules {
  @Field(() => [LeastLevel], { description: 'Categories that force a level (等级下限), at most 100.' })
  leastLevels!: readonly LeastLevel[];

  @Field(() => [EmergencySign], { description: 'What means an emergency (应急情形), at most 100.' })
  emergencies!: readonly EmergencySign[];

  @Field(() => [LimitRule], { description: 'Limits (时限), one for every clock and level; at most 12.' })
  limits!: readonly LimitRule[];

  @Field(() => [PauseRule], {
    description: 'Clocks that stand still while the bank waits for the customer (可暂停的时限), at most 3.',
  })
  pauses!: readonly PauseRule[];

  @Field(() => Float, {
    description: 'Share of a limit after which it counts as nearly due (临期比例), between 0 and 1.',
  })
  warnShare!: number;

  @Field(() => [StepRule], { description: 'The ladder (升级层级), one entry for every step; at most 5.' })
  steps!: readonly StepRule[];

  @Field(() => QuietHours, { description: 'When E0 and E1 are left in peace (免打扰时段).' })
  quietHours!: QuietHours;

  @Field(() => Int, { description: 'Hours after a breach until the leaders hear of it (超期报领导小组).' })
  breachToLeadersHours!: number;

  @Field(() => HandlingRules, { description: 'How complaints are handled (办理规则).' })
  handling!: HandlingRules;

  @Field(() => [RegulationCode], { description: "Regulations whose limits run beside the plan's (监管时限)." })
  regulations!: readonly RegulationCode[];
}
