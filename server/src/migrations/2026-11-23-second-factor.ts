import { Migration } from '@mikro-orm/migrations';

/** One-time codes, where sessions come from and what they have proved, and who opened which personal data. */
export class SecondFactor extends Migration {
  override up(): void {
    this.addSql(
      `create table "second_factor" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "staff_id" uuid not null, "sealed_secret" text not null, "enrolled_at" timestamptz null, "last_counter" int not null default 0, "recovery_digests" text[] not null, primary key ("id"))`,
    );
    this.addSql(`alter table "second_factor" add constraint "second_factor_staff_id_unique" unique ("staff_id")`);
    this.addSql(
      `create table "field_reveal" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "staff_id" uuid not null, "field" text not null, "reason" text not null, "sealed_note" text null, primary key ("id"))`,
    );
    this.addSql(`create index "field_reveal_complaint_id_index" on "field_reveal" ("complaint_id")`);
    this.addSql(`create index "field_reveal_staff_id_index" on "field_reveal" ("staff_id")`);
    this.addSql(
      `alter table "user_session" add "device" text null, add "address" text null, add "step_up_expires_at" timestamptz null`,
    );
    this.addSql(
      `alter table "second_factor" add constraint "second_factor_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "field_reveal" add constraint "field_reveal_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "field_reveal" add constraint "field_reveal_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "field_reveal" add constraint "field_reveal_field_check" check ("field" in ('NAME', 'PHONE', 'EMAIL', 'ADDRESS', 'ID_NUMBER', 'CUSTOMER_NUMBER', 'REPRESENTATIVE_NAME', 'REPRESENTATIVE_PHONE', 'CONTENT', 'CUSTOMER_DEMAND', 'PLACE', 'RESOLUTION_SUMMARY'))`,
    );
    this.addSql(
      `alter table "field_reveal" add constraint "field_reveal_reason_check" check ("reason" in ('CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST', 'OTHER'))`,
    );
  }
}
