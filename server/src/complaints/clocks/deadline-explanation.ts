import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LimitUnit, type Limit } from '../../calendar/limit.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { LocalDate } from '../../kernel/scalars.js';
import { ClockKind } from '../enumerations.js';

export const DayReason = defineEnum('DayReason', 'Why a day counts towards a limit or does not (计时说明).', {
  RECEIPT: 'The day on which it began does not count (收到当日).',
  COUNTED: 'Counts (计入).',
  DAY_OFF: 'A holiday (放假).',
  WEEKEND: 'A weekend (周末).',
  MAKE_UP: 'A weekend that is worked, and counts (调休上班).',
  PAUSED: 'The clock stood still (暂停).',
  ELAPSED: 'Hours of it passed (经过).',
});
export type DayReason = keyof typeof DayReason;

@ObjectType({ description: 'One day of the calculation of a deadline.' })
export class ExplainedDay {
  @Field(() => LocalDate, { description: "The bank's day (日期)." })
  day!: string;

  @Field(() => DayReason, { description: 'Why it counts or not.' })
  reason!: DayReason;

  @Field(() => Float, {
    description: 'How much it counts: 1 or 0 days; for a limit in hours the hours that passed or stood still.',
  })
  counted!: number;

  @Field(() => String, {
    nullable: true,
    description: "Its name in the calendar, in the caller's language; null when it has none.",
  })
  name!: string | null;

  @Field(() => Boolean, { description: 'Whether the calendar of its year is not published yet (暂定).' })
  isProvisional!: boolean;

  @Field(() => String, { description: "The same in words, in the caller's language." })
  text!: string;
}

@ObjectType({ description: 'Why a clock ends when it ends (时限说明): the calculation itself.' })
export class DeadlineExplanation {
  @Field(() => ClockKind, { description: 'What it limits (时限类型).' })
  kind!: ClockKind;

  @Field(() => Date, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'How many hours or days it allows.' })
  limitCount!: number;

  @Field(() => LimitUnit, { description: 'What the limit is counted in (时限单位).' })
  limitUnit!: Limit['unit'];

  @Field(() => Date, { description: 'When it ends (到期时间).' })
  dueAt!: Date;

  @Field(() => Boolean, { description: 'Whether that may move when a calendar is published (暂定).' })
  isProvisional!: boolean;

  @Field(() => String, { description: "The whole in one sentence, in the caller's language." })
  sentence!: string;

  @Field(() => [ExplainedDay], { description: 'Every day from the start to the end, in order.' })
  days!: ExplainedDay[];
}
