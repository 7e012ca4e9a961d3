import { Migration } from '@mikro-orm/migrations';

/** What the dashboard counts by, and what auditors search by. */
export class ReportIndexes extends Migration {
  override up(): void {
    this.addSql(`create index "event_object_id_index" on "event" ("object_id")`);
    this.addSql(`create index "event_actor_id_at_seq_index" on "event" ("actor_id", "at", "seq")`);
    this.addSql(`create index "event_kind_at_seq_index" on "event" ("kind", "at", "seq")`);
    this.addSql(`create index "event_at_seq_index" on "event" ("at", "seq")`);
    this.addSql(`create index "complaint_closed_at_index" on "complaint" ("closed_at")`);
    this.addSql(`create index "complaint_replied_at_index" on "complaint" ("replied_at")`);
  }
}
