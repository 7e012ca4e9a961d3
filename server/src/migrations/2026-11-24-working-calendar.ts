import { Migration } from '@mikro-orm/migrations';
import { yearOf } from '../calendar/working-days.js';
import { calendarRows } from './calendar-rows.js';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The bank's working calendar, and the published years 2011 to 2026. */
export class WorkingCalendar extends Migration {
  override up(): void {
    this.addSql(
      `create table "business_calendar" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "year" int not null, "is_published" boolean not null default false, "published_at" timestamptz null, "published_by_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "business_calendar" add constraint "business_calendar_year_unique" unique ("year")`);
    this.addSql(
      `create table "calendar_exception" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "calendar_id" uuid not null, "day" date not null, "kind" text not null, "name_zh" text not null, "name_en" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "business_calendar" add constraint "business_calendar_published_by_id_foreign" foreign key ("published_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "calendar_exception" add constraint "calendar_exception_calendar_id_foreign" foreign key ("calendar_id") references "business_calendar" ("id")`,
    );
    this.addSql(`create index "calendar_exception_calendar_id_index" on "calendar_exception" ("calendar_id")`);
    this.addSql(`alter table "calendar_exception" add constraint "calendar_exception_day_unique" unique ("day")`);
    this.addSql(
      `alter table "calendar_exception" add constraint "calendar_exception_kind_check" check ("kind" in ('OFF', 'WORK'))`,
    );
    this.seed();
  }

  private seed(): void {
    const years = [...new Set(calendarRows.map(({ day }) => yearOf(day)))];
    this.addSql(
      `insert into "business_calendar" ("id", "created_at", "year", "is_published") select uuidv7(), now(), year, true from unnest(array[${years.join(', ')}]) as year`,
    );
    const days = calendarRows.map(
      ({ day, kind, nameZh, nameEn }) =>
        `(${yearOf(day)}, date '${day}', '${kind}', ${quoted(nameZh)}, ${quoted(nameEn)})`,
    );
    this.addSql(
      `insert into "calendar_exception" ("id", "created_at", "calendar_id", "day", "kind", "name_zh", "name_en") select uuidv7(), now(), c."id", v."day", v."kind", v."name_zh", v."name_en" from (values ${days.join(', ')}) as v ("year", "day", "kind", "name_zh", "name_en") join "business_calendar" c using ("year")`,
    );
  }
}
