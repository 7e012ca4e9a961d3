import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { BaseEntity } from '../kernel/base-entity.js';
import { defineEnum } from '../kernel/enumeration.js';
import { LocalDate } from '../kernel/scalars.js';
import { Staff } from '../org/staff/staff.js';

export const CalendarDayKind = defineEnum('CalendarDayKind', 'How a day differs from its weekday (日历例外).', {
  OFF: 'A holiday, not worked (放假); a weekend may bear its name, too.',
  WORK: 'A make-up workday at a weekend (调休上班).',
});
export type CalendarDayKind = keyof typeof CalendarDayKind;

@ObjectType({
  description:
    "One year of the bank's working calendar (工作日历): Monday to Friday are worked, but for its exceptions.",
})
@Entity()
export class BusinessCalendar extends BaseEntity {
  @Field(() => Int, { description: 'The year (年份).' })
  @Property({ type: 'integer' })
  @Unique()
  year!: number;

  @Field(() => Boolean, {
    description:
      'Whether deadlines go by it (已发布); those that reach into a year that is not published are provisional (暂定).',
  })
  @Property({ type: 'boolean' })
  isPublished: boolean = false;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was published (发布时间); null before, and for years that came with the software.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who published it (发布人); null before, and for years that came with the software.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  publishedBy: Ref<Staff> | null = null;

  /** Another one after each change of its days, also of one that was rolled back: equal revisions, equal days. */
  @Property({ type: 'uuid' })
  revision: string = uuidv7();

  @Field(() => [CalendarException], {
    description: 'Its holidays and make-up workdays (日历例外) by date, at most 366.',
  })
  exceptions!: CalendarException[];
}

@ObjectType({ description: 'A day of the calendar that has a rule of its own (日历例外).' })
@Entity()
export class CalendarException extends BaseEntity {
  @ManyToOne(() => BusinessCalendar, { ref: true })
  @Index()
  calendar!: Ref<BusinessCalendar>;

  @Field(() => LocalDate, { description: 'The day (日期).' })
  @Property({ type: 'date' })
  @Unique()
  day!: string;

  @Field(() => CalendarDayKind, { description: 'Off or worked (放假或调休上班).' })
  @Enum({ items: () => Object.values(CalendarDayKind), type: 'string', columnType: 'text' })
  kind!: CalendarDayKind;

  @Field(() => String, { description: 'Name in Chinese (中文名称).' })
  @Property({ type: 'text' })
  nameZh!: string;

  @Field(() => String, { description: 'Name in English (英文名称).' })
  @Property({ type: 'text' })
  nameEn!: string;
}
