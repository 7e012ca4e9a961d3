import { Migration } from '@mikro-orm/migrations';

/** Messages that leave the house, in the order in which they are queued, and which contacts are such messages. */
export class Deliveries extends Migration {
  override up(): void {
    this.addSql(`create sequence "delivery_place"`);
    this.addSql(
      `create table "delivery" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "subject_kind" text not null, "subject_id" uuid not null, "object_id" uuid not null, "audience" text not null, "channel" text not null, "order_key" uuid not null, "place" bigint not null default nextval('delivery_place'::regclass), "sealed_recipient" text not null, "title" text not null, "sealed_text" text null, "locale" text not null, "state" text not null default 'QUEUED', "attempt_count" int not null default 0, "next_at" timestamptz null, "give_up_at" timestamptz not null, "sent_at" timestamptz null, "last_error_code" text null, "is_simulated" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(
      `create index "delivery_line_index" on "delivery" ("order_key", "place") where "state" in ('QUEUED', 'SENDING', 'FAILED')`,
    );
    this.addSql(`create index "delivery_due_index" on "delivery" ("channel", "next_at") where "next_at" is not null`);
    this.addSql(`create index "delivery_state_created_at_id_index" on "delivery" ("state", "created_at", "id")`);
    this.addSql(`create index "delivery_object_id_index" on "delivery" ("object_id")`);
    this.addSql(`create index "delivery_subject_id_index" on "delivery" ("subject_id")`);
    this.addSql(`alter table "contact" add "is_sent_by_system" boolean not null default false`);
    this.addSql(
      `alter table "delivery" add constraint "delivery_channel_check" check ("channel" in ('EMAIL', 'SMS', 'IM'))`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_state_check" check ("state" in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DEAD', 'CANCELLED'))`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_last_error_code_check" check ("last_error_code" in ('UNREACHABLE', 'TIMED_OUT', 'TRY_LATER', 'NOT_AUTHORIZED', 'REDIRECTED', 'REFUSED', 'UNEXPECTED'))`,
    );
  }
}
