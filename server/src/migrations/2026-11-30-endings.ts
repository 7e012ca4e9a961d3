import { Migration } from '@mikro-orm/migrations';

/** Referrals by law, merging, more time, what holds a file open, and what a talk with the customer came to. */
export class Endings extends Migration {
  override up(): void {
    this.addSql(
      `create table "referral" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "scope" text not null, "body" text not null, "legal_basis" text not null, "documents" text[] not null, "legal_opinion" text not null, "opinion_by_id" uuid not null, "referred_by_id" uuid not null, "referred_at" timestamptz not null, "receipt_number" text null, "received_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "referral_complaint_id_index" on "referral" ("complaint_id")`);
    this.addSql(
      `create table "extension" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "clock_id" uuid not null, "is_approved" boolean null, "reason" text not null, "working_day_count" int not null, "due_at" timestamptz not null, "needs_leaders" boolean not null, "requested_by_id" uuid not null, "requested_at" timestamptz not null, "decided_by_id" uuid null, "decided_at" timestamptz null, "comment" text null, primary key ("id"))`,
    );
    this.addSql(`create index "extension_complaint_id_index" on "extension" ("complaint_id")`);
    this.addSql(
      `create unique index "extension_one_requested" on "extension" ("clock_id") where "is_approved" is null`,
    );
    this.addSql(
      `create table "complaint_merge" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "target_id" uuid not null, "known_by" text not null, "reason" text null, "merged_by_id" uuid not null, "merged_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "complaint_merge" add constraint "complaint_merge_complaint_id_unique" unique ("complaint_id")`,
    );
    this.addSql(`create index "complaint_merge_target_id_index" on "complaint_merge" ("target_id")`);
    this.addSql(
      `create table "complaint_hold" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "reason_key" text not null, "held_by_kind" text not null, "held_by_id" uuid not null, "held_at" timestamptz not null, "released_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "complaint_hold_complaint_id_index" on "complaint_hold" ("complaint_id")`);
    this.addSql(
      `create unique index "complaint_hold_one_open" on "complaint_hold" ("complaint_id", "held_by_kind", "held_by_id") where "released_at" is null`,
    );
    this.addSql(`alter table "clock_revision" drop constraint "clock_revision_reason_check"`);
    this.addSql(
      `alter table "clock_revision" add constraint "clock_revision_reason_check" check ("reason" in ('LEVEL', 'CALENDAR', 'EXTENSION'))`,
    );
    this.addSql(
      `alter table "contact" add "outcome" text null, add "customer_accepts" boolean null, add "reply_by" date null`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_outcome_check" check ("outcome" in ('CALM', 'UNDECIDED', 'UPSET', 'NOT_REACHED', 'CONFIRMED', 'PRESSURED'))`,
    );
    this.addSql(
      `alter table "referral" add constraint "referral_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "referral" add constraint "referral_opinion_by_id_foreign" foreign key ("opinion_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "referral" add constraint "referral_referred_by_id_foreign" foreign key ("referred_by_id") references "staff" ("id")`,
    );
    this.addSql(`alter table "referral" add constraint "referral_scope_check" check ("scope" in ('WHOLE', 'PART'))`);
    this.addSql(
      `alter table "extension" add constraint "extension_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "extension" add constraint "extension_clock_id_foreign" foreign key ("clock_id") references "sla_clock" ("id")`,
    );
    this.addSql(
      `alter table "extension" add constraint "extension_requested_by_id_foreign" foreign key ("requested_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "extension" add constraint "extension_decided_by_id_foreign" foreign key ("decided_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint_merge" add constraint "complaint_merge_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "complaint_merge" add constraint "complaint_merge_target_id_foreign" foreign key ("target_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "complaint_merge" add constraint "complaint_merge_merged_by_id_foreign" foreign key ("merged_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "complaint_merge" add constraint "complaint_merge_known_by_check" check ("known_by" in ('ID_NUMBER', 'PHONE', 'STATED'))`,
    );
    this.addSql(
      `alter table "complaint_hold" add constraint "complaint_hold_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
  }
}
