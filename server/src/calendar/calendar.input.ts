import { Field, InputType, Int } from 'type-graphql';
import { defineEnum } from '../kernel/enumeration.js';
import { LocalDate } from '../kernel/scalars.js';
import { CalendarDayKind } from './business-calendar.js';

export const CalendarFormat = defineEnum('CalendarFormat', 'How the days of a calendar are written (日历格式).', {
  HOLIDAY_CN: 'JSON as the project holiday-cn publishes it: `{ year, days: [{ name, date, isOffDay }] }`.',
  CSV: 'Comma-separated with the header `date,kind,nameZh,nameEn`; `kind` is OFF or WORK.',
});
export type CalendarFormat = keyof typeof CalendarFormat;

@InputType({ description: 'All holidays and make-up workdays of a year that is not published (导入日历).' })
export class ImportCalendarInput {
  @Field(() => Int, { description: 'The year (年份).' })
  year!: number;

  @Field(() => CalendarFormat, { description: 'How the content is written.' })
  format!: CalendarFormat;

  @Field(() => String, {
    description:
      'The content of the file, at most 100 000 characters. What is wrong is named by place: `content.days.3.date` in JSON, counted from 0, `content.lines.4.kind` in CSV, counted from 1 with the header.',
  })
  content!: string;

  @Field(() => Int, { description: 'The version of its year that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'One holiday or make-up workday (修改日历).' })
export class ChangeCalendarDayInput {
  @Field(() => LocalDate, { description: 'The day (日期).' })
  day!: string;

  @Field(() => CalendarDayKind, { description: 'Off, or worked although it is a weekend (放假或调休上班).' })
  kind!: CalendarDayKind;

  @Field(() => String, { description: 'Name in Chinese (中文名称), at most 50 characters.' })
  nameZh!: string;

  @Field(() => String, { description: 'Name in English (英文名称), at most 100 characters.' })
  nameEn!: string;

  @Field(() => Int, { description: 'The version of its year that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'A day that is to be as its weekday is (恢复为平常日).' })
export class ClearCalendarDayInput {
  @Field(() => LocalDate, { description: 'The day (日期).' })
  day!: string;

  @Field(() => Int, { description: 'The version of its year that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Publishes the calendar of a year (发布日历).' })
export class PublishCalendarInput {
  @Field(() => Int, { description: 'The year (年份).' })
  year!: number;

  @Field(() => Int, { description: 'The version of its year that was seen.' })
  expectedVersion!: number;
}
