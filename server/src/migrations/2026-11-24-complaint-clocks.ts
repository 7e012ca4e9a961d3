import { Migration } from '@mikro-orm/migrations';

/** Clocks of several kinds that pause and keep what they said, and levels that change. */
export class Clocks extends Migration {
  override up(): void {
    this.addSql(
      `alter table "sla_clock" add "round" int not null default 1, add "regulation" text null, add "limit_count" int not null default 24, add "limit_unit" text not null default 'CLOCK_HOUR', add "clause" text null, add "escalates" boolean not null default true, add "warn_share" double precision not null default 0.75, add "is_provisional" boolean not null default false, add "total_paused_minutes" int not null default 0`,
    );
    this.addSql(`update "sla_clock" set "limit_count" = round(extract(epoch from "due_at" - "started_at") / 3600)`);
    this.addSql(`alter table "sla_clock" drop constraint "sla_clock_complaint_id_kind_unique"`);
    this.addSql(
      `create unique index "sla_clock_one_per_round" on "sla_clock" ("complaint_id", "kind", "round", "regulation") nulls not distinct`,
    );
    this.addSql(`alter table "sla_clock" drop constraint "sla_clock_kind_check"`);
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_kind_check" check ("kind" in ('FIRST_RESPONSE', 'PROGRESS', 'RESOLUTION', 'REGULATORY'))`,
    );
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_regulation_check" check ("regulation" in ('CN_2020_3', 'CN_PBOC'))`,
    );
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_limit_unit_check" check ("limit_unit" in ('CLOCK_HOUR', 'WORKING_DAY', 'NATURAL_DAY'))`,
    );
    this.addSql(
      `create table "clock_pause" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "clock_id" uuid not null, "started_at" timestamptz not null, "ended_at" timestamptz null, "reason_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(`create index "clock_pause_clock_id_index" on "clock_pause" ("clock_id")`);
    this.addSql(`create unique index "clock_pause_one_open" on "clock_pause" ("clock_id") where "ended_at" is null`);
    this.addSql(
      `alter table "clock_pause" add constraint "clock_pause_clock_id_foreign" foreign key ("clock_id") references "sla_clock" ("id")`,
    );
    this.addSql(
      `alter table "clock_pause" add constraint "clock_pause_reason_id_foreign" foreign key ("reason_id") references "contact" ("id")`,
    );
    this.addSql(
      `create table "clock_revision" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "clock_id" uuid not null, "reason" text not null, "limit_count" int not null, "limit_unit" text not null, "due_at" timestamptz not null, "is_provisional" boolean not null, primary key ("id"))`,
    );
    this.addSql(`create index "clock_revision_clock_id_index" on "clock_revision" ("clock_id")`);
    this.addSql(
      `alter table "clock_revision" add constraint "clock_revision_clock_id_foreign" foreign key ("clock_id") references "sla_clock" ("id")`,
    );
    this.addSql(
      `alter table "clock_revision" add constraint "clock_revision_reason_check" check ("reason" in ('LEVEL', 'CALENDAR'))`,
    );
    this.addSql(
      `alter table "clock_revision" add constraint "clock_revision_limit_unit_check" check ("limit_unit" in ('CLOCK_HOUR', 'WORKING_DAY', 'NATURAL_DAY'))`,
    );
    this.addSql(
      `create table "level_change" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "from" text not null, "to" text not null, "reason" text not null, "by_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(`create index "level_change_complaint_id_index" on "level_change" ("complaint_id")`);
    this.addSql(
      `alter table "level_change" add constraint "level_change_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "level_change" add constraint "level_change_by_id_foreign" foreign key ("by_id") references "staff" ("id")`,
    );
    for (const side of ['from', 'to'])
      this.addSql(
        `alter table "level_change" add constraint "level_change_${side}_check" check ("${side}" in ('SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'))`,
      );
    this.addSql(`alter table "escalation" drop constraint "escalation_trigger_check"`);
    this.addSql(
      `alter table "escalation" add constraint "escalation_trigger_check" check ("trigger" in ('FRAUD_OR_ACCOUNT', 'LEVEL_RAISED', 'MEDIA', 'MAJOR_RISK', 'SOCIAL_IMPACT', 'REPUTATION', 'NO_FIRST_RESPONSE', 'SLA_WARNING', 'SLA_BREACH', 'PROGRESS_MISSED', 'MANUAL'))`,
    );
  }
}
