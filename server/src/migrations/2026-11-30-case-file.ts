import { Migration } from '@mikro-orm/migrations';

/** Files of complaints, written in the background, and what was noted of each; free text of rows can be revealed. */
export class CaseFile extends Migration {
  override up(): void {
    this.addSql(
      `create table "export_job" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "kind" text not null, "state" text not null default 'QUEUED', "requested_by_id" uuid not null, "locale" text not null, "complaint_id" uuid null, "has_originals" boolean not null, "reason" text not null, "sealed_note" text null, "done_count" int not null default 0, "total_count" int null, "file_keys" text[] not null, "file_name" text null, "sha256" text null, "expires_at" timestamptz null, "next_at" timestamptz null, "attempts" int not null default 0, primary key ("id"))`,
    );
    this.addSql(`create index "export_job_requested_by_id_index" on "export_job" ("requested_by_id")`);
    this.addSql(`create index "export_job_complaint_id_index" on "export_job" ("complaint_id")`);
    this.addSql(`create index "export_job_next_at_index" on "export_job" ("next_at")`);
    this.addSql(
      `create table "case_file_export" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "exported_by_id" uuid not null, "has_originals" boolean not null, "reason" text not null, "archive_sha256" text not null, "manifest_sha256" text not null, "noted" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "case_file_export_complaint_id_index" on "case_file_export" ("complaint_id")`);
    this.addSql(`alter table "field_reveal" drop constraint "field_reveal_field_check"`);
    this.addSql(`alter table "field_reveal" add "row_id" uuid null`);
    this.addSql(
      `alter table "field_reveal" add constraint "field_reveal_field_check" check ("field" in ('NAME', 'PHONE', 'EMAIL', 'ADDRESS', 'ID_NUMBER', 'CUSTOMER_NUMBER', 'REPRESENTATIVE_NAME', 'REPRESENTATIVE_PHONE', 'CONTENT', 'CUSTOMER_DEMAND', 'PLACE', 'RESOLUTION_SUMMARY', 'CONTACT_SUMMARY', 'LEVEL_REASON', 'HANDOVER_REASON', 'HANDOVER_RETURN_REASON', 'INVESTIGATION_SCOPE', 'EVIDENCE_NAME', 'EVIDENCE_DESCRIPTION'))`,
    );
    this.addSql(
      `alter table "export_job" add constraint "export_job_requested_by_id_foreign" foreign key ("requested_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "export_job" add constraint "export_job_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id") on delete set null`,
    );
    this.addSql(`alter table "export_job" add constraint "export_job_kind_check" check ("kind" in ('CASE_FILE'))`);
    this.addSql(
      `alter table "export_job" add constraint "export_job_state_check" check ("state" in ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'EXPIRED'))`,
    );
    this.addSql(
      `alter table "export_job" add constraint "export_job_reason_check" check ("reason" in ('CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST', 'OTHER'))`,
    );
    this.addSql(
      `alter table "case_file_export" add constraint "case_file_export_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "case_file_export" add constraint "case_file_export_exported_by_id_foreign" foreign key ("exported_by_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "case_file_export" add constraint "case_file_export_reason_check" check ("reason" in ('CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST', 'OTHER'))`,
    );
  }
}
