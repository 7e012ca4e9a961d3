import { Migration } from '@mikro-orm/migrations';

/** What is decided on a complaint, who approves it, who carries it out, and what is learnt. */
export class Resolutions extends Migration {
  override up(): void {
    this.addSql(
      `create table "review" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "subject_kind" text not null, "subject_id" uuid not null, "assessment" text not null, "no_action_reason" text null, "by_id" uuid not null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "review_subject_id_subject_kind_index" on "review" ("subject_id", "subject_kind")`);
    this.addSql(
      `create table "improvement_action" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "review_id" uuid not null, "text" text not null, "owner_id" uuid not null, "due_on" date not null, primary key ("id"))`,
    );
    this.addSql(`create index "improvement_action_review_id_index" on "improvement_action" ("review_id")`);
    this.addSql(`create index "improvement_action_owner_id_index" on "improvement_action" ("owner_id")`);
    this.addSql(
      `create table "approval" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "subject_kind" text not null, "subject_id" uuid not null, "decision" text not null, "by_id" uuid not null, "at" timestamptz not null, "failed_checks" text[] not null, "comment" text null, primary key ("id"))`,
    );
    this.addSql(`create index "approval_subject_id_subject_kind_index" on "approval" ("subject_id", "subject_kind")`);
    this.addSql(
      `create table "resolution" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "number" int not null, "state" text not null, "verdict" text not null, "cause_id" uuid not null, "kinds" text[] not null, "summary" text not null, "no_evidence_reason" text null, "amount" numeric(17,2) null, "currency" text null, "mediator" text null, "mediation_on" date null, "mediation_outcome" text null, "agreement" text null, "rejection_notice" text null, "rejection_reason_id" uuid null, "proposed_by_id" uuid not null, "proposed_at" timestamptz not null, "review_mode" text not null, "sign_off_count" int not null, "approved_by_ids" uuid[] not null, "reply_by" text not null, "reply_before_execution" boolean not null, "decided_at" timestamptz null, "revision_reason" text null, "promised_on" date null, "result_told_at" timestamptz null, "desk_report" text null, "reported_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_complaint_id_number_unique" unique ("complaint_id", "number")`,
    );
    this.addSql(
      `create table "task" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "subject_kind" text not null, "subject_id" uuid not null, "text" text not null, "org_unit_id" uuid not null, "owner_id" uuid not null, "due_on" date not null, "state" text not null default 'PLANNED', "started_at" timestamptz null, "completed_at" timestamptz null, "completed_by_id" uuid null, "proof" text null, "deviation" text null, "confirmed_at" timestamptz null, "confirmed_by_id" uuid null, "remark" text null, primary key ("id"))`,
    );
    this.addSql(`create index "task_owner_id_state_due_on_index" on "task" ("owner_id", "state", "due_on")`);
    this.addSql(`create index "task_subject_id_subject_kind_index" on "task" ("subject_id", "subject_kind")`);
    this.addSql(`alter table "code_list_entry" drop constraint "code_list_entry_list_check"`);
    this.addSql(
      `alter table "code_list_entry" add constraint "code_list_entry_list_check" check ("list" in ('CATEGORY', 'PRODUCT', 'CAUSE', 'REASON'))`,
    );
    this.addSql(`alter table "complaint" add "resolution_id" uuid null, add "reviewed_at" timestamptz null`);
    this.addSql(
      `alter table "review" add constraint "review_by_id_foreign" foreign key ("by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "improvement_action" add constraint "improvement_action_review_id_foreign" foreign key ("review_id") references "review" ("id")`,
    );
    this.addSql(
      `alter table "improvement_action" add constraint "improvement_action_owner_id_foreign" foreign key ("owner_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "approval" add constraint "approval_by_id_foreign" foreign key ("by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "approval" add constraint "approval_decision_check" check ("decision" in ('APPROVE', 'RETURN'))`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_cause_id_foreign" foreign key ("cause_id") references "code_list_entry" ("id")`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_rejection_reason_id_foreign" foreign key ("rejection_reason_id") references "code_list_entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_proposed_by_id_foreign" foreign key ("proposed_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_state_check" check ("state" in ('PROPOSED', 'RETURNED', 'APPROVED', 'VOID'))`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_verdict_check" check ("verdict" in ('SUBSTANTIATED', 'PARTLY', 'UNSUBSTANTIATED', 'UNDETERMINED', 'NOT_APPLICABLE'))`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_mediation_outcome_check" check ("mediation_outcome" in ('AGREED', 'FAILED'))`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_review_mode_check" check ("review_mode" in ('NONE', 'DESK', 'GROUP'))`,
    );
    this.addSql(
      `alter table "resolution" add constraint "resolution_reply_by_check" check ("reply_by" in ('DESK', 'DEPARTMENT'))`,
    );
    this.addSql(
      `alter table "task" add constraint "task_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "task" add constraint "task_owner_id_foreign" foreign key ("owner_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "task" add constraint "task_completed_by_id_foreign" foreign key ("completed_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "task" add constraint "task_confirmed_by_id_foreign" foreign key ("confirmed_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "task" add constraint "task_state_check" check ("state" in ('PROPOSED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'CONFIRMED', 'CANCELLED'))`,
    );
  }
}
