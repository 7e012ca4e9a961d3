import { Migration } from '@mikro-orm/migrations';
import { defaultPack } from '../plans/default-pack.js';

/** Plans and their versions; a bank that is there goes on under version 1, the default pack, as it did before. */
export class Plans extends Migration {
  override up(): void {
    this.addSql(
      `create table "plan" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "org_unit_id" uuid not null, "kind" text not null, "name" text not null, "last_number" int not null default 0, primary key ("id"))`,
    );
    this.addSql(
      `create unique index "plan_one_of_kind_unique" on "plan" ("org_unit_id", "kind") where kind <> 'SPECIAL'`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_org_unit_id_kind_name_unique" unique ("org_unit_id", "kind", "name")`,
    );
    this.addSql(
      `create table "plan_version" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "plan_id" uuid not null, "number" int not null, "state" text not null default 'DRAFT', "effective_at" timestamptz null, "ended_at" timestamptz null, "supersedes_id" uuid null, "basis_changed" boolean not null default false, "principles" text not null default '', "desk_group_id" uuid null, "desk_department_id" uuid null, "policy" jsonb not null, "drafted_by_id" uuid null, "writer_ids" uuid[] not null, "submitted_by_id" uuid null, "submitted_at" timestamptz null, "return_reason" text null, "published_by_id" uuid null, "published_at" timestamptz null, "retire_reason" text null, "list_change_count" int not null default 0, "next_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "plan_version_next_at_index" on "plan_version" ("next_at")`);
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_plan_id_number_unique" unique ("plan_id", "number")`,
    );
    this.addSql(
      `create table "plan_duty" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "plan_version_id" uuid not null, "position" int not null, "org_unit_id" uuid not null, "text" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "plan_duty" add constraint "plan_duty_plan_version_id_position_unique" unique ("plan_version_id", "position")`,
    );
    this.addSql(
      `create table "plan_basis" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "plan_version_id" uuid not null, "position" int not null, "title" text not null, "number" text null, "issued_on" date null, "source_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "plan_basis_source_id_index" on "plan_basis" ("source_id")`);
    this.addSql(
      `alter table "plan_basis" add constraint "plan_basis_plan_version_id_position_unique" unique ("plan_version_id", "position")`,
    );
    this.addSql(
      `create table "plan_receipt" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "plan_version_id" uuid not null, "org_unit_id" uuid not null, "acknowledged_by_id" uuid null, "acknowledged_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "plan_receipt" add constraint "plan_receipt_plan_version_id_org_unit_id_unique" unique ("plan_version_id", "org_unit_id")`,
    );
    this.addSql(`alter table "complaint" add "plan_version_id" uuid null`);
    this.addSql(
      `alter table "complaint" add constraint "complaint_plan_version_id_foreign" foreign key ("plan_version_id") references "plan_version" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(`alter table "plan" add constraint "plan_kind_check" check ("kind" in ('GENERAL', 'MASS', 'SPECIAL'))`);
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_plan_id_foreign" foreign key ("plan_id") references "plan" ("id")`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_supersedes_id_foreign" foreign key ("supersedes_id") references "plan_version" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_desk_group_id_foreign" foreign key ("desk_group_id") references "leadership_group" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_desk_department_id_foreign" foreign key ("desk_department_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_drafted_by_id_foreign" foreign key ("drafted_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_submitted_by_id_foreign" foreign key ("submitted_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_published_by_id_foreign" foreign key ("published_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_version" add constraint "plan_version_state_check" check ("state" in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'RETIRED'))`,
    );
    this.addSql(
      `alter table "plan_duty" add constraint "plan_duty_plan_version_id_foreign" foreign key ("plan_version_id") references "plan_version" ("id")`,
    );
    this.addSql(
      `alter table "plan_duty" add constraint "plan_duty_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "plan_basis" add constraint "plan_basis_plan_version_id_foreign" foreign key ("plan_version_id") references "plan_version" ("id")`,
    );
    this.addSql(
      `alter table "plan_basis" add constraint "plan_basis_source_id_foreign" foreign key ("source_id") references "plan_version" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan_receipt" add constraint "plan_receipt_plan_version_id_foreign" foreign key ("plan_version_id") references "plan_version" ("id")`,
    );
    this.addSql(
      `alter table "plan_receipt" add constraint "plan_receipt_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "plan_receipt" add constraint "plan_receipt_acknowledged_by_id_foreign" foreign key ("acknowledged_by_id") references "staff" ("id") on delete set null`,
    );
    const pack = JSON.stringify(defaultPack).replaceAll("'", "''");
    this.addSql(
      `insert into plan (id, created_at, org_unit_id, kind, name, last_number) select uuidv7(), now(), id, 'GENERAL', '客户投诉应急预案', 1 from org_unit where parent_id is null`,
    );
    this.addSql(
      `insert into plan_version (id, created_at, plan_id, number, state, effective_at, published_at, writer_ids, policy) select uuidv7(), now(), p.id, 1, 'PUBLISHED', u.created_at, now(), '{}', '${pack}'::jsonb from plan p join org_unit u on u.id = p.org_unit_id`,
    );
    this.addSql(`update complaint set plan_version_id = (select id from plan_version) where not is_historical`);
  }
}
