import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LimitUnit, type Limit } from '../calendar/limit.js';
import { defineEnum } from '../kernel/enumeration.js';
import { Decimal } from '../kernel/scalars.js';
import { Level } from './policy-terms.js';

const clauseText = "Clause of the plan that it comes from (条款); null for the bank's own.";

export const PeriodClock = defineEnum(
  'PeriodClock',
  'Steps that a plan gives so much time, whatever the level (环节时限).',
  {
    SCREENING: 'From receipt until it is screened (受理审查).',
    HANDOVER: 'From screening until somebody has accepted it (交接).',
    FIRST_ACTION: 'From acceptance until something is done (首次处理).',
    COOPERATION: 'From the request until the department asked answers (协办).',
    FULFILMENT: 'From the reply until what it promises is done (兑现); the promise itself says until when.',
    APPEAL: 'From an appeal until it is decided (申诉处理).',
    RETURN_VISIT: 'From the reply until the customer is called (回访); without one the plan has no return visit.',
  },
);
export type PeriodClock = keyof typeof PeriodClock;

/** Clocks that are the same at every level. */
export const periodClocks = Object.keys(PeriodClock) as readonly PeriodClock[];

export const ReviewMode = defineEnum('ReviewMode', 'Who approves a resolution (审核方式).', {
  NONE: 'Nobody: it is carried out as proposed (免审核).',
  DESK: 'The desk (投诉管理部门审核).',
  GROUP: 'The leadership group (领导小组审批).',
});
export type ReviewMode = keyof typeof ReviewMode;

export const ReplyBy = defineEnum('ReplyBy', 'Who tells the customer the decision (答复主体).', {
  DESK: 'The desk (投诉管理部门).',
  DEPARTMENT: 'The unit that handled it, which reports to the desk (承办部门).',
});
export type ReplyBy = keyof typeof ReplyBy;

@ObjectType({ description: 'Time for a step, whatever the level (环节时限).' })
@InputType('PeriodRuleInput', { description: 'Time for a step, whatever the level (环节时限).' })
export class PeriodRule implements Limit {
  @Field(() => PeriodClock, { description: 'The step (环节).' })
  clock!: PeriodClock;

  @Field(() => Int, { description: 'How many, at least 1.' })
  count!: number;

  @Field(() => LimitUnit, { description: 'Of what (时限单位).' })
  unit!: LimitUnit;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: 'How resolutions of a level are reviewed (审核规则).' })
@InputType('ReviewRuleInput', { description: 'How resolutions of a level are reviewed (审核规则).' })
export class ReviewRule {
  @Field(() => Level, { description: 'The level (等级).' })
  level!: Level;

  @Field(() => ReviewMode, { description: 'Who approves (审核方式).' })
  mode!: ReviewMode;

  @Field(() => Int, { description: 'How many different people must approve (会签人数), 1 to 5.' })
  signOffCount!: number;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({ description: 'Where complaints of a category or level go (分派规则); without either, all others.' })
@InputType('RouteRuleInput', { description: 'Where complaints of a category or level go (分派规则).' })
export class RouteRule {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the category (类别代码), with all below it; null = any.',
  })
  categoryCode!: string | null;

  @Field(() => Level, { nullable: true, description: 'The level (等级); null = any.' })
  level!: Level | null;

  @Field(() => ID, { nullable: true, description: 'The unit that receives them (承办机构); null where a group does.' })
  orgUnitId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The group that receives them (承办组织); null where a unit does.' })
  groupId!: string | null;

  @Field(() => String, { nullable: true, description: clauseText })
  clause!: string | null;
}

@ObjectType({
  description: 'How complaints are handled under a plan (办理规则): time for each step, review, reply, appeal, routes.',
})
@InputType('HandlingRulesInput', { description: 'How complaints are handled under a plan (办理规则), all of it.' })
export class HandlingRules {
  @Field(() => [PeriodRule], {
    description: 'Time for each step (环节时限), one for each at most, so at most 7; a step without one has no clock.',
  })
  periods!: readonly PeriodRule[];

  @Field(() => Int, { description: 'Working days without any event after which it stands still (长期无进展).' })
  staleWorkingDays!: number;

  @Field(() => [ReviewRule], { description: 'Review by level (审核规则), one for every level, so at most 4.' })
  reviews!: readonly ReviewRule[];

  @Field(() => Decimal, { description: 'Compensation up to this many yuan needs no review for itself (免审核赔偿额).' })
  compensationWithoutReview!: string;

  @Field(() => Decimal, {
    description:
      'Compensation up to this many yuan is approved by the desk, above it by the leadership group (赔偿审批限额).',
  })
  compensationByDesk!: string;

  @Field(() => ReplyBy, { description: 'Who tells the customer the decision (答复主体).' })
  replyBy!: ReplyBy;

  @Field(() => Boolean, {
    description: 'Whether the reply may come before everything is carried out, with a dated promise (先答复后执行).',
  })
  replyBeforeExecution!: boolean;

  @Field(() => Boolean, {
    description: 'Whether who was asked first may keep a general complaint and handle it to the reply (首问自办).',
  })
  firstHandlerKeepsGeneral!: boolean;

  @Field(() => Int, { description: 'Days after the answer within which the customer may appeal (申诉期限).' })
  appealWindowDays!: number;

  @Field(() => Int, { description: 'Days after its end within which the desk may reopen it (重新办理期限).' })
  reopenWindowDays!: number;

  @Field(() => [RouteRule], {
    description:
      'Where complaints go after screening (分派规则), at most 100; the narrowest category prevails, then the level.',
  })
  routes!: readonly RouteRule[];
}
