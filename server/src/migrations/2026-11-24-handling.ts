import { Migration } from '@mikro-orm/migrations';

/** Screening, and hand-overs that count once they are accepted. */
export class Handling extends Migration {
  override up(): void {
    this.addSql(
      `create table "handover" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "state" text not null, "org_unit_id" uuid null, "staff_id" uuid null, "offered_by_id" uuid not null, "offered_at" timestamptz not null, "reason" text null, "decided_by_id" uuid null, "decided_at" timestamptz null, "return_code_id" uuid null, "return_reason" text null, primary key ("id"))`,
    );
    this.addSql(`create index "handover_complaint_id_index" on "handover" ("complaint_id")`);
    this.addSql(`create unique index "handover_one_offered" on "handover" ("complaint_id") where "state" = 'OFFERED'`);
    this.addSql(
      `alter table "complaint" add "assigned_unit_id" uuid null, add "assigned_staff_id" uuid null, add "complexity" text null, add "handling_mode" text null, add "is_emergency" boolean null, add "rejection_reason_id" uuid null, add "screened_at" timestamptz null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_assigned_unit_id_foreign" foreign key ("assigned_unit_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_assigned_staff_id_foreign" foreign key ("assigned_staff_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_rejection_reason_id_foreign" foreign key ("rejection_reason_id") references "code_list_entry" ("id") on delete set null`,
    );
    this.addSql(`create index "complaint_assigned_unit_id_index" on "complaint" ("assigned_unit_id")`);
    this.addSql(`create index "complaint_assigned_staff_id_index" on "complaint" ("assigned_staff_id")`);
    this.addSql(
      `alter table "complaint" add constraint "complaint_complexity_check" check ("complexity" in ('SIMPLE', 'COMPLEX'))`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_handling_mode_check" check ("handling_mode" in ('IMMEDIATE', 'STANDARD', 'JOINT', 'EMERGENCY'))`,
    );
    this.addSql(`alter table "escalation" drop constraint "escalation_trigger_check"`);
    this.addSql(
      `alter table "escalation" add constraint "escalation_trigger_check" check ("trigger" in ('FRAUD_OR_ACCOUNT', 'LEVEL_RAISED', 'MEDIA', 'MAJOR_RISK', 'SOCIAL_IMPACT', 'REPUTATION', 'NO_FIRST_RESPONSE', 'SLA_WARNING', 'SLA_BREACH', 'PROGRESS_MISSED', 'HANDOVER_REFUSED', 'MANUAL'))`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_staff_id_foreign" foreign key ("staff_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_offered_by_id_foreign" foreign key ("offered_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_return_code_id_foreign" foreign key ("return_code_id") references "code_list_entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "handover" add constraint "handover_state_check" check ("state" in ('OFFERED', 'ACCEPTED', 'RETURNED', 'RECALLED'))`,
    );
  }
}
