import { Migration } from '@mikro-orm/migrations';

/** Units asked to help, and the call to those above them when they do not answer. */
export class Cooperations extends Migration {
  override up(): void {
    this.addSql(
      `create table "cooperation" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "org_unit_id" uuid not null, "state" text not null default 'ASKED', "clock_id" uuid null, "question" text not null, "asked_by_id" uuid not null, "asked_at" timestamptz not null, "answer" text null, "finding" text null, "answered_by_id" uuid null, "answered_at" timestamptz null, "cancel_reason" text null, primary key ("id"))`,
    );
    this.addSql(`create index "cooperation_complaint_id_index" on "cooperation" ("complaint_id")`);
    this.addSql(`create index "cooperation_org_unit_id_index" on "cooperation" ("org_unit_id")`);
    this.addSql(
      `create unique index "cooperation_one_asked" on "cooperation" ("complaint_id", "org_unit_id") where "state" = 'ASKED'`,
    );
    this.addSql(`alter table "escalation" add "asked_unit_id" uuid null`);
    this.addSql(
      `alter table "escalation" add constraint "escalation_asked_unit_id_foreign" foreign key ("asked_unit_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(`drop index "escalation_one_open_per_trigger"`);
    this.addSql(
      `create unique index "escalation_one_open_per_trigger" on "escalation" ("complaint_id", "trigger", "asked_unit_id") nulls not distinct where "status" in ('OPEN', 'ACKNOWLEDGED')`,
    );
    this.addSql(
      `alter table "cooperation" add constraint "cooperation_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "cooperation" add constraint "cooperation_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "cooperation" add constraint "cooperation_clock_id_foreign" foreign key ("clock_id") references "sla_clock" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "cooperation" add constraint "cooperation_asked_by_id_foreign" foreign key ("asked_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "cooperation" add constraint "cooperation_answered_by_id_foreign" foreign key ("answered_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "cooperation" add constraint "cooperation_state_check" check ("state" in ('ASKED', 'ANSWERED', 'CANCELLED'))`,
    );
  }
}
