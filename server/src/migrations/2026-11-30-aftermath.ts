import { Migration } from '@mikro-orm/migrations';

/** What follows the reply: how satisfied the customer is. */
export class Aftermath extends Migration {
  override up(): void {
    this.addSql(
      `create table "survey" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "contact_id" uuid not null, "token_digest" text not null, "sealed_token" text not null, "state" text not null default 'OPEN', "score" int null, "comment" text null, "channel" text null, "answered_at" timestamptz null, "recorded_by_id" uuid null, "idempotency_key" text null, "request_digest" text null, primary key ("id"))`,
    );
    this.addSql(`create index "survey_complaint_id_index" on "survey" ("complaint_id")`);
    this.addSql(`alter table "survey" add constraint "survey_contact_id_unique" unique ("contact_id")`);
    this.addSql(`alter table "survey" add constraint "survey_token_digest_unique" unique ("token_digest")`);
    this.addSql(
      `alter table "survey" add constraint "survey_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_contact_id_foreign" foreign key ("contact_id") references "contact" ("id")`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_recorded_by_id_foreign" foreign key ("recorded_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_state_check" check ("state" in ('OPEN', 'ANSWERED', 'LAPSED'))`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_channel_check" check ("channel" in ('PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'))`,
    );
  }
}
