import { Migration } from '@mikro-orm/migrations';

/** Finds what is overdue and what is near due without reading every complaint. */
export class Worklists extends Migration {
  override up(): void {
    this.addSql(`create index "complaint_due_index" on "complaint" ("next_due_at") where "next_due_at" is not null`);
    this.addSql(`create index "sla_clock_warned_index" on "sla_clock" ("complaint_id") where "state" = 'WARNED'`);
  }
}
