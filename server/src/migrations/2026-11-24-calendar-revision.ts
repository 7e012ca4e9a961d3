import { Migration } from '@mikro-orm/migrations';

/** Names each state of a year's days, so that they are read once for many deadlines. */
export class CalendarRevision extends Migration {
  override up(): void {
    this.addSql(`alter table "business_calendar" add "revision" uuid not null default uuidv7()`);
    this.addSql(`alter table "business_calendar" alter column "revision" drop default`);
  }
}
