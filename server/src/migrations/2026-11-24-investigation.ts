import { Migration } from '@mikro-orm/migrations';

/** What is looked into, and who leads it. */
export class InvestigationPlan extends Migration {
  override up(): void {
    this.addSql(
      `create table "investigation" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "scope" text not null, "planned_by_id" uuid not null, "planned_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "complaint" add "lead_id" uuid null, add "investigation_id" uuid null`);
    this.addSql(
      `alter table "complaint" add constraint "complaint_lead_id_foreign" foreign key ("lead_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_investigation_id_foreign" foreign key ("investigation_id") references "investigation" ("id") on delete set null`,
    );
    this.addSql(`create index "complaint_lead_id_index" on "complaint" ("lead_id")`);
    this.addSql(
      `alter table "complaint" add constraint "complaint_investigation_id_unique" unique ("investigation_id")`,
    );
    this.addSql(
      `alter table "investigation" add constraint "investigation_planned_by_id_foreign" foreign key ("planned_by_id") references "staff" ("id")`,
    );
  }
}
