import { Migration } from '@mikro-orm/migrations';

/** Files that prove something; their bytes are in a folder. */
export class EvidenceFiles extends Migration {
  override up(): void {
    this.addSql(
      `create table "evidence" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "sealed_name" text not null, "type" text not null, "size_bytes" int not null, "sha256" text not null, "source" text not null, "collected_by_id" uuid null, "collected_at" timestamptz not null, "scan_state" text not null, "sealed_description" text null, "file_key" text not null, "caller" uuid not null, "idempotency_key" text not null, "request_digest" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "evidence" add constraint "evidence_file_key_unique" unique ("file_key")`);
    this.addSql(
      `create index "evidence_complaint_id_collected_at_index" on "evidence" ("complaint_id", "collected_at")`,
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_caller_idempotency_key_unique" unique ("caller", "idempotency_key")`,
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_collected_by_id_foreign" foreign key ("collected_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_source_check" check ("source" in ('CUSTOMER', 'STAFF', 'OTHER_UNIT', 'SYSTEM', 'THIRD_PARTY', 'OTHER'))`,
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_scan_state_check" check ("scan_state" in ('NOT_SCANNED', 'CLEAN'))`,
    );
  }
}
