import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ComplaintStatus, Level } from '../../complaints/enumerations.js';
import { LocalDate } from '../../kernel/scalars.js';
import { Channel } from '../../org/channel.js';

@InputType({ description: 'What is counted: a part of the bank and a span of days, both ends included.' })
export class ComplaintStatsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'This unit and those below it (机构); absent = all that the viewer sees.',
  })
  orgUnitId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day (开始日期); absent = 29 days before the last.' })
  firstDay?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day (结束日期), at most 92 in all; absent = today.' })
  lastDay?: string | null;
}

@ObjectType({ description: 'Complaints in work that came by one channel (按渠道).' })
export class ChannelCount {
  @Field(() => Channel, { description: 'The channel (投诉渠道).' })
  channel!: Channel;

  @Field(() => Int, { description: 'In work (在办): filter `isOpen`, `channel`.' })
  openCount!: number;

  @Field(() => Int, { description: 'Of these past due (超期): filter `isOpen`, `isOverdue`, `channel`.' })
  overdueCount!: number;
}

@ObjectType({ description: 'Complaints in work of one level (按等级).' })
export class LevelCount {
  @Field(() => Level, { description: 'The level (等级).' })
  level!: Level;

  @Field(() => Int, { description: 'In work (在办): filter `isOpen`, `level`.' })
  openCount!: number;

  @Field(() => Int, { description: 'Of these past due (超期): filter `isOpen`, `isOverdue`, `level`.' })
  overdueCount!: number;
}

@ObjectType({ description: 'Complaints in work of one state and level (状态 × 等级).' })
export class StatusLevelCount {
  @Field(() => ComplaintStatus, { description: 'The state (投诉状态).' })
  status!: ComplaintStatus;

  @Field(() => Level, { description: 'The level (等级).' })
  level!: Level;

  @Field(() => Int, { description: 'How many: filter `status`, `level`.' })
  openCount!: number;
}

@ObjectType({ description: 'What came in and was decided on one day of the bank (按日).' })
export class DayCount {
  @Field(() => LocalDate, { description: 'The day (日期).' })
  day!: string;

  @Field(() => Date, { description: 'When the day begins: `receivedFrom` or `repliedFrom` of the filter.' })
  validFrom!: Date;

  @Field(() => Date, { description: 'When the next begins: `receivedTo` or `repliedTo` of the filter.' })
  validTo!: Date;

  @Field(() => Int, { description: 'Received that day (受理).' })
  receivedCount!: number;

  @Field(() => Int, { description: 'Decision told that day (办结).' })
  concludedCount!: number;
}

@ObjectType({
  description:
    'Numbers of a dashboard (统计). Each counts what `complaints` or `escalations` list to the same viewer by the filter its description names, with the same `orgUnitId`.',
})
export class ComplaintStats {
  @Field(() => Date, { description: 'The moment at which it was counted.' })
  at!: Date;

  @Field(() => LocalDate, { description: 'First day of the span (开始日期).' })
  firstDay!: string;

  @Field(() => LocalDate, { description: 'Last day of the span (结束日期).' })
  lastDay!: string;

  @Field(() => Date, { description: 'When the first day begins.' })
  validFrom!: Date;

  @Field(() => Date, { description: 'When the last day has ended.' })
  validTo!: Date;

  @Field(() => Int, { description: 'In work now (在办): filter `isOpen`.' })
  openCount!: number;

  @Field(() => Int, { description: 'In work and past due now (超期): filter `isOpen`, `isOverdue`.' })
  overdueCount!: number;

  @Field(() => Int, {
    description: 'Escalations that have not ended (未解除升级): `escalations` in OPEN or ACKNOWLEDGED.',
  })
  unresolvedEscalationCount!: number;

  @Field(() => Int, { description: 'Escalations that nobody has signed for (未签收升级): `escalations` in OPEN.' })
  unacknowledgedEscalationCount!: number;

  @Field(() => Int, { description: 'Received in the span (受理): filter `receivedFrom`, `receivedTo`.' })
  receivedCount!: number;

  @Field(() => Int, { description: 'Decision told in the span (办结): filter `repliedFrom`, `repliedTo`.' })
  concludedCount!: number;

  @Field(() => Int, { description: 'File closed in the span (结案): filter `closedFrom`, `closedTo`.' })
  closedCount!: number;

  @Field(() => Int, {
    description:
      'Concluded in the span without ever running past a clock (按时): as `concludedCount`, with `isHistorical: false` and `wasOverdue: false`.',
  })
  onTimeCount!: number;

  @Field(() => Int, {
    description:
      'Concluded in the span that ran past a clock (曾超期): as `concludedCount`, with `isHistorical: false` and `wasOverdue: true`.',
  })
  lateCount!: number;

  @Field(() => [ChannelCount], { description: 'By channel, most first, at most 9; those without any are left out.' })
  byChannel!: ChannelCount[];

  @Field(() => [LevelCount], { description: 'By level, gravest first, at most 4, all of them.' })
  byLevel!: LevelCount[];

  @Field(() => [StatusLevelCount], { description: 'By state and level, at most 24; those without any are left out.' })
  byStatusAndLevel!: StatusLevelCount[];

  @Field(() => [DayCount], { description: 'Day by day of the span, at most 92, oldest first (趋势).' })
  byDay!: DayCount[];
}
