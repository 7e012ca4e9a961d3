import { Migration } from '@mikro-orm/migrations';

/** Lets the engine find due escalations without reading all of them. */
export class DueEscalations extends Migration {
  override up(): void {
    this.addSql(`create index "escalation_due_index" on "escalation" ("next_at") where "next_at" is not null`);
  }
}
