import { Migration } from '@mikro-orm/migrations';

/** Return visits, appeals, and complaints that are taken up anew. */
export class Appeals extends Migration {
  override up(): void {
    this.addSql(
      `create table "return_visit" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "contact_id" uuid not null, "outcome" text not null, "by_id" uuid not null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "return_visit_complaint_id_index" on "return_visit" ("complaint_id")`);
    this.addSql(`alter table "return_visit" add constraint "return_visit_contact_id_unique" unique ("contact_id")`);
    this.addSql(
      `create table "appeal" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "state" text not null, "grounds" text not null, "channel" text null, "filed_at" timestamptz not null, "filed_by_id" uuid null, "deciding_unit_id" uuid null, "decider_ids" uuid[] not null, "decision" text null, "reasons" text null, "decided_by_id" uuid null, "ended_at" timestamptz null, "caller" uuid null, "idempotency_key" text not null, "request_digest" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "appeal_decider_ids_index" on "appeal" using gin ("decider_ids")`);
    this.addSql(`create unique index "appeal_one_open" on "appeal" ("complaint_id") where "state" = 'ACCEPTED'`);
    this.addSql(
      `alter table "appeal" add constraint "appeal_complaint_id_caller_idempotency_key_unique" unique ("complaint_id", "caller", "idempotency_key")`,
    );
    this.addSql(`alter table "investigation" add "complaint_id" uuid null, add "lead_id" uuid null`);
    this.addSql(
      `alter table "investigation" add constraint "investigation_lead_id_foreign" foreign key ("lead_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(`create index "investigation_complaint_id_index" on "investigation" ("complaint_id")`);
    this.addSql(
      `alter table "complaint" add "appeal_closes_at" timestamptz null, add "is_appealed" boolean not null default false, add "reopen_closes_at" timestamptz null, add "reopened_count" int not null default 0, add "former_lead_ids" uuid[] not null default '{}'`,
    );
    this.addSql(
      `alter table "return_visit" add constraint "return_visit_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "return_visit" add constraint "return_visit_contact_id_foreign" foreign key ("contact_id") references "contact" ("id")`,
    );
    this.addSql(
      `alter table "return_visit" add constraint "return_visit_by_id_foreign" foreign key ("by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "return_visit" add constraint "return_visit_outcome_check" check ("outcome" in ('SATISFIED', 'DISSATISFIED', 'NOT_REACHED'))`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_filed_by_id_foreign" foreign key ("filed_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_deciding_unit_id_foreign" foreign key ("deciding_unit_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_state_check" check ("state" in ('ACCEPTED', 'OUT_OF_TIME', 'WITHDRAWN', 'DECIDED'))`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_channel_check" check ("channel" in ('PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'))`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_decision_check" check ("decision" in ('UPHELD', 'PARTLY', 'DISMISSED'))`,
    );
  }
}
