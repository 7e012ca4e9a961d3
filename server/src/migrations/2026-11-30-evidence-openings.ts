import { Migration } from '@mikro-orm/migrations';

/** Who may fetch which original until when, in which session, and what for. */
export class EvidenceOpenings extends Migration {
  override up(): void {
    this.addSql(
      `create table "evidence_opening" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "evidence_id" uuid not null, "staff_id" uuid not null, "session" uuid not null, "reason" text not null, "sealed_note" text null, "expires_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "evidence_opening_evidence_id_index" on "evidence_opening" ("evidence_id")`);
    this.addSql(`create index "evidence_opening_staff_id_index" on "evidence_opening" ("staff_id")`);
    this.addSql(
      `alter table "evidence_opening" add constraint "evidence_opening_evidence_id_foreign" foreign key ("evidence_id") references "evidence" ("id")`,
    );
    this.addSql(
      `alter table "evidence_opening" add constraint "evidence_opening_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "evidence_opening" add constraint "evidence_opening_reason_check" check ("reason" in ('CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST', 'OTHER'))`,
    );
  }
}
