import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { defineEnum } from '../kernel/enumeration.js';
import { LocalDate } from '../kernel/scalars.js';
import { BusinessCalendar } from './business-calendar.js';

export const CalendarDayKind = defineEnum('CalendarDayKind', 'How a day differs from its weekday (日历例外).', {
  OFF: 'A holiday, not worked (放假); a weekend may bear its name, too.',
  WORK: 'A make-up workday at a weekend (调休上班).',
});
export type CalendarDayKind = keyof typeof CalendarDayKind;

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
