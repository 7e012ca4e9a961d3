import { Migration } from '@mikro-orm/migrations';

/** The whole schema of the first release. */
export class Initial extends Migration {
  override up(): void {
    this.addSql('create sequence complaint_reference');
    this.addSql('create sequence escalation_reference');
    this.addSql(
      `create table "canary" ("id" int not null, "sealed" text not null, "digest" text not null, "is_demo" boolean not null default false, "seeded_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(
      `create table "code_list_entry" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "list" text not null, "code" text not null, "name_zh" text not null, "name_en" text not null, "parent_id" uuid null, "path" text not null, "is_active" boolean not null default true, primary key ("id"))`,
    );
    this.addSql(`create index "code_list_entry_parent_id_index" on "code_list_entry" ("parent_id")`);
    this.addSql(
      `alter table "code_list_entry" add constraint "code_list_entry_list_code_unique" unique ("list", "code")`,
    );
    this.addSql(
      `create table "complainant" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "sealed_name" text null, "sealed_phone" text null, "sealed_email" text null, "sealed_address" text null, "sealed_id_number" text null, "sealed_customer_number" text null, "sealed_representative" text null, "phone_digest" text null, "id_number_digest" text null, "anonymous" boolean not null, "joint_count" int not null, "in_person" boolean not null, primary key ("id"))`,
    );
    this.addSql(`create index "complainant_phone_digest_index" on "complainant" ("phone_digest")`);
    this.addSql(`create index "complainant_id_number_digest_index" on "complainant" ("id_number_digest")`);
    this.addSql(
      `create table "event" ("seq" bigint not null, "at" timestamptz not null, "kind" text not null, "actor_kind" text not null, "actor_id" uuid null, "subject_type" text not null, "subject_id" uuid not null, "object_id" uuid null, "audience" text null, "is_drill" boolean not null, "data" jsonb not null, "previous_hash" text not null, "hash" text not null, primary key ("seq"))`,
    );
    this.addSql(`create index "event_audience_seq_index" on "event" ("audience", "seq")`);
    this.addSql(`create index "event_subject_id_seq_index" on "event" ("subject_id", "seq")`);
    this.addSql(
      `create table "org_unit" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "code" text not null, "name" text not null, "kind" text not null, "is_active" boolean not null default true, "parent_id" uuid null, "path" text not null, "path_names" text[] not null, primary key ("id"))`,
    );
    this.addSql(`alter table "org_unit" add constraint "org_unit_code_unique" unique ("code")`);
    this.addSql(`create index "org_unit_parent_id_index" on "org_unit" ("parent_id")`);
    this.addSql(`alter table "org_unit" add constraint "org_unit_path_unique" unique ("path")`);
    this.addSql(`create index "org_unit_kind_code_index" on "org_unit" ("kind", "code")`);
    this.addSql(
      `create table "leadership_group" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "kind" text not null, "name" text not null, "org_unit_id" uuid not null, "parent_id" uuid null, "lead_unit_id" uuid null, "is_active" boolean not null default true, "roster_change_count" int not null default 0, primary key ("id"))`,
    );
    this.addSql(`create index "leadership_group_org_unit_id_index" on "leadership_group" ("org_unit_id")`);
    this.addSql(`create index "leadership_group_kind_name_index" on "leadership_group" ("kind", "name")`);
    this.addSql(
      `create table "desk_duty" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "org_unit_id" uuid not null, "group_id" uuid null, "department_id" uuid null, "plan_kind" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "desk_duty_org_unit_id_index" on "desk_duty" ("org_unit_id")`);
    this.addSql(
      `create table "api_key" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "name" text not null, "prefix" text not null, "secret_digest" text not null, "org_unit_id" uuid not null, "channels" text[] not null, "may_import_history" boolean not null default false, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "api_key" add constraint "api_key_secret_digest_unique" unique ("secret_digest")`);
    this.addSql(`create index "api_key_org_unit_id_index" on "api_key" ("org_unit_id")`);
    this.addSql(
      `create table "rate_bucket" ("key" text not null, "count" int not null, "resets_at" timestamptz not null, primary key ("key"))`,
    );
    this.addSql(
      `create table "staff" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "username" text not null, "name" text not null, "post" text null, "org_unit_id" uuid not null, "manager_id" uuid null, "is_active" boolean not null default true, "phone" text null, "email" text null, "password_hash" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "staff" add constraint "staff_username_unique" unique ("username")`);
    this.addSql(`create index "staff_org_unit_id_index" on "staff" ("org_unit_id")`);
    this.addSql(`create index "staff_post_username_index" on "staff" ("post", "username")`);
    this.addSql(
      `create table "role_grant" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "staff_id" uuid not null, "role" text not null, "org_unit_id" uuid not null, "with_subtree" boolean not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "granted_by_id" uuid null, "approved_at" timestamptz null, "approved_by_id" uuid null, "revoked_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "role_grant_staff_id_index" on "role_grant" ("staff_id")`);
    this.addSql(
      `create table "group_member" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "group_id" uuid not null, "staff_id" uuid not null, "position" text not null, "basis" text null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "appointed_by_id" uuid null, "approved_at" timestamptz null, "approved_by_id" uuid null, "dismissed_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "group_member_group_id_index" on "group_member" ("group_id")`);
    this.addSql(`create index "group_member_staff_id_index" on "group_member" ("staff_id")`);
    this.addSql(
      `create table "complaint" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "reference" text not null, "tracking_digest" text not null, "sealed_tracking_code" text not null, "caller" uuid null, "idempotency_key" text not null, "request_digest" text not null, "status" text not null, "level" text not null, "channel" text not null, "category_id" uuid null, "product_id" uuid null, "subject" text null, "risk_flags" text[] not null, "content" text not null, "customer_demand" text null, "search_tokens" text[] not null, "received_at" timestamptz not null, "occurred_at" timestamptz null, "posted_at" timestamptz null, "late_reason" text null, "place" text null, "amount_involved" numeric(17,2) null, "channel_reference" text null, "org_unit_id" uuid not null, "registered_unit_id" uuid not null, "registered_by_id" uuid null, "registered_by_key_id" uuid null, "first_handler_id" uuid null, "responsible_id" uuid null, "staff_complained_of_ids" uuid[] not null, "complainant_id" uuid not null, "is_historical" boolean not null default false, "is_drill" boolean not null default false, "resolution_summary" text null, "replied_at" timestamptz null, "closed_at" timestamptz null, "next_due_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "complaint" add constraint "complaint_reference_unique" unique ("reference")`);
    this.addSql(`alter table "complaint" add constraint "complaint_tracking_digest_unique" unique ("tracking_digest")`);
    this.addSql(`create index "complaint_product_id_index" on "complaint" ("product_id")`);
    this.addSql(`create index "complaint_registered_by_id_index" on "complaint" ("registered_by_id")`);
    this.addSql(`create index "complaint_registered_by_key_id_index" on "complaint" ("registered_by_key_id")`);
    this.addSql(`create index "complaint_first_handler_id_index" on "complaint" ("first_handler_id")`);
    this.addSql(`alter table "complaint" add constraint "complaint_complainant_id_unique" unique ("complainant_id")`);
    this.addSql(`create index "complaint_risk_flags_index" on "complaint" using gin ("risk_flags")`);
    this.addSql(`create index "complaint_search_tokens_index" on "complaint" using gin ("search_tokens")`);
    this.addSql(
      `create index "complaint_next_due_index" on "complaint" (coalesce("next_due_at", 'infinity'::timestamptz), "id")`,
    );
    this.addSql(
      `create index "complaint_registered_unit_id_received_at_index" on "complaint" ("registered_unit_id", "received_at")`,
    );
    this.addSql(`create index "complaint_category_id_received_at_index" on "complaint" ("category_id", "received_at")`);
    this.addSql(`create index "complaint_level_received_at_index" on "complaint" ("level", "received_at")`);
    this.addSql(`create index "complaint_channel_received_at_index" on "complaint" ("channel", "received_at")`);
    this.addSql(
      `create index "complaint_org_unit_id_status_level_index" on "complaint" ("org_unit_id", "status", "level")`,
    );
    this.addSql(
      `create index "complaint_responsible_id_status_next_due_at_index" on "complaint" ("responsible_id", "status", "next_due_at")`,
    );
    this.addSql(`create index "complaint_received_at_id_index" on "complaint" ("received_at", "id")`);
    this.addSql(`create index "complaint_status_received_at_id_index" on "complaint" ("status", "received_at", "id")`);
    this.addSql(
      `create index "complaint_org_unit_id_status_received_at_id_index" on "complaint" ("org_unit_id", "status", "received_at", "id")`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_caller_idempotency_key_unique" unique ("caller", "idempotency_key")`,
    );
    this.addSql(
      `create table "sla_clock" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "kind" text not null, "state" text not null, "started_at" timestamptz not null, "warn_at" timestamptz not null, "due_at" timestamptz not null, "met_at" timestamptz null, "breached_at" timestamptz null, "fulfilled_at" timestamptz null, "next_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "sla_clock_next_at_index" on "sla_clock" ("next_at")`);
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_complaint_id_kind_unique" unique ("complaint_id", "kind")`,
    );
    this.addSql(
      `create table "escalation" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "reference" text not null, "trigger" text not null, "status" text not null default 'OPEN', "level" text not null, "reason" text null, "complaint_id" uuid not null, "raised_at" timestamptz not null, "raised_by_id" uuid null, "next_at" timestamptz null, "next_level" text null, "acknowledged_by_id" uuid null, "acknowledged_at" timestamptz null, "note" text null, "resolved_by_id" uuid null, "resolved_at" timestamptz null, "resolution" text null, "is_drill" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`alter table "escalation" add constraint "escalation_reference_unique" unique ("reference")`);
    this.addSql(`create index "escalation_complaint_id_index" on "escalation" ("complaint_id")`);
    this.addSql(
      `create index "escalation_next_at_index" on "escalation" (coalesce("next_at", 'infinity'::timestamptz), "id")`,
    );
    this.addSql(`create index "escalation_level_raised_at_index" on "escalation" ("level", "raised_at")`);
    this.addSql(`create index "escalation_trigger_raised_at_index" on "escalation" ("trigger", "raised_at")`);
    this.addSql(`create index "escalation_raised_at_id_index" on "escalation" ("raised_at", "id")`);
    this.addSql(`create index "escalation_status_raised_at_id_index" on "escalation" ("status", "raised_at", "id")`);
    this.addSql(
      `create unique index "escalation_one_open_per_trigger" on "escalation" ("complaint_id", "trigger") where "status" in ('OPEN', 'ACKNOWLEDGED')`,
    );
    this.addSql(
      `create table "escalation_notice" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "escalation_id" uuid not null, "staff_id" uuid not null, "level" text not null, "channel" text not null, "pushed_at" timestamptz null, "acknowledged_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "escalation_notice_staff_id_index" on "escalation_notice" ("staff_id")`);
    this.addSql(
      `alter table "escalation_notice" add constraint "escalation_notice_escalation_id_staff_id_level_channel_unique" unique ("escalation_id", "staff_id", "level", "channel")`,
    );
    this.addSql(
      `create table "escalation_cause" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "escalation_id" uuid not null, "level" text not null, "by_id" uuid null, "reason" text null, primary key ("id"))`,
    );
    this.addSql(`create index "escalation_cause_escalation_id_index" on "escalation_cause" ("escalation_id")`);
    this.addSql(
      `create table "contact" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "kind" text not null, "channel" text not null, "direction" text not null, "at" timestamptz not null, "by_id" uuid null, "summary" text not null, "is_customer_visible" boolean not null, "caller" uuid null, "idempotency_key" text null, "request_digest" text null, primary key ("id"))`,
    );
    this.addSql(`create index "contact_complaint_id_at_index" on "contact" ("complaint_id", "at")`);
    this.addSql(
      `alter table "contact" add constraint "contact_complaint_id_caller_idempotency_key_unique" unique ("complaint_id", "caller", "idempotency_key")`,
    );
    this.addSql(
      `create table "complaint_share" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "complaint_id" uuid not null, "staff_id" uuid not null, "reason" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "complaint_share_staff_id_index" on "complaint_share" ("staff_id")`);
    this.addSql(
      `alter table "complaint_share" add constraint "complaint_share_complaint_id_staff_id_unique" unique ("complaint_id", "staff_id")`,
    );
    this.addSql(
      `create table "user_session" ("id" uuid not null, "version" int not null default 1, "created_at" timestamptz not null, "staff_id" uuid not null, "token_digest" text not null, "expires_at" timestamptz not null, "last_used_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "user_session_staff_id_index" on "user_session" ("staff_id")`);
    this.addSql(`alter table "user_session" add constraint "user_session_token_digest_unique" unique ("token_digest")`);
    this.addSql(
      `alter table "code_list_entry" add constraint "code_list_entry_parent_id_foreign" foreign key ("parent_id") references "code_list_entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "code_list_entry" add constraint "code_list_entry_list_check" check ("list" in ('CATEGORY', 'PRODUCT', 'REASON'))`,
    );
    this.addSql(
      `alter table "org_unit" add constraint "org_unit_parent_id_foreign" foreign key ("parent_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "org_unit" add constraint "org_unit_kind_check" check ("kind" in ('HEAD_OFFICE', 'PROVINCIAL_BRANCH', 'BRANCH', 'SUB_BRANCH', 'OUTLET', 'DEPARTMENT'))`,
    );
    this.addSql(
      `alter table "leadership_group" add constraint "leadership_group_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "leadership_group" add constraint "leadership_group_parent_id_foreign" foreign key ("parent_id") references "leadership_group" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "leadership_group" add constraint "leadership_group_lead_unit_id_foreign" foreign key ("lead_unit_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "leadership_group" add constraint "leadership_group_kind_check" check ("kind" in ('LEADERSHIP_GROUP', 'OFFICE', 'CENTER', 'WORKING_GROUP', 'HANDLING_TEAM', 'PROJECT_TEAM', 'FIELD_TEAM'))`,
    );
    this.addSql(
      `alter table "desk_duty" add constraint "desk_duty_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "desk_duty" add constraint "desk_duty_group_id_foreign" foreign key ("group_id") references "leadership_group" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "desk_duty" add constraint "desk_duty_department_id_foreign" foreign key ("department_id") references "org_unit" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "api_key" add constraint "api_key_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "staff" add constraint "staff_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "staff" add constraint "staff_manager_id_foreign" foreign key ("manager_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "staff" add constraint "staff_post_check" check ("post" in ('PRESIDENT', 'VICE_PRESIDENT', 'DEPARTMENT_HEAD', 'OUTLET_MANAGER', 'RELATIONSHIP_MANAGER', 'TELLER', 'SERVICE_AGENT', 'RISK_OFFICER', 'PRODUCT_MANAGER', 'KEY_STAFF'))`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_granted_by_id_foreign" foreign key ("granted_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_approved_by_id_foreign" foreign key ("approved_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_role_check" check ("role" in ('ADMIN', 'INTAKE', 'HANDLER', 'REVIEWER', 'DESK', 'MANAGER', 'AUDITOR', 'TRAINER', 'CHANNEL_APP'))`,
    );
    this.addSql(
      `alter table "group_member" add constraint "group_member_group_id_foreign" foreign key ("group_id") references "leadership_group" ("id")`,
    );
    this.addSql(
      `alter table "group_member" add constraint "group_member_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "group_member" add constraint "group_member_appointed_by_id_foreign" foreign key ("appointed_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "group_member" add constraint "group_member_approved_by_id_foreign" foreign key ("approved_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "group_member" add constraint "group_member_position_check" check ("position" in ('LEADER', 'DEPUTY', 'MEMBER'))`,
    );
    this.addSql(
      `alter table "group_member" add constraint "group_member_basis_check" check ("basis" in ('PRESIDENT', 'VICE_PRESIDENT', 'DEPARTMENT_HEAD', 'OUTLET_MANAGER', 'RELATIONSHIP_MANAGER', 'TELLER', 'SERVICE_AGENT', 'RISK_OFFICER', 'PRODUCT_MANAGER', 'KEY_STAFF'))`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_category_id_foreign" foreign key ("category_id") references "code_list_entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_product_id_foreign" foreign key ("product_id") references "code_list_entry" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_org_unit_id_foreign" foreign key ("org_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_registered_unit_id_foreign" foreign key ("registered_unit_id") references "org_unit" ("id")`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_registered_by_id_foreign" foreign key ("registered_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_registered_by_key_id_foreign" foreign key ("registered_by_key_id") references "api_key" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_first_handler_id_foreign" foreign key ("first_handler_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_responsible_id_foreign" foreign key ("responsible_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_complainant_id_foreign" foreign key ("complainant_id") references "complainant" ("id")`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_status_check" check ("status" in ('REGISTERED', 'SCREENED', 'ASSIGNED', 'INVESTIGATING', 'IN_REVIEW', 'EXECUTING', 'REPLIED', 'CLOSED', 'REJECTED', 'REFERRED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_level_check" check ("level" in ('SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'))`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_channel_check" check ("channel" in ('PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'))`,
    );
    this.addSql(
      `alter table "complaint" add constraint "complaint_subject_check" check ("subject" in ('PRODUCT', 'SERVICE', 'PROCESS', 'STAFF', 'SYSTEM', 'OTHER'))`,
    );
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(`alter table "sla_clock" add constraint "sla_clock_kind_check" check ("kind" in ('FIRST_RESPONSE'))`);
    this.addSql(
      `alter table "sla_clock" add constraint "sla_clock_state_check" check ("state" in ('RUNNING', 'WARNED', 'BREACHED', 'PAUSED', 'MET', 'CANCELLED'))`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_raised_by_id_foreign" foreign key ("raised_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_acknowledged_by_id_foreign" foreign key ("acknowledged_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_resolved_by_id_foreign" foreign key ("resolved_by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_trigger_check" check ("trigger" in ('FRAUD_OR_ACCOUNT', 'LEVEL_RAISED', 'MEDIA', 'MAJOR_RISK', 'SOCIAL_IMPACT', 'REPUTATION', 'NO_FIRST_RESPONSE', 'MANUAL'))`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_status_check" check ("status" in ('OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'CANCELLED'))`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_level_check" check ("level" in ('E0', 'E1', 'E2', 'E3', 'E4'))`,
    );
    this.addSql(
      `alter table "escalation" add constraint "escalation_next_level_check" check ("next_level" in ('E0', 'E1', 'E2', 'E3', 'E4'))`,
    );
    this.addSql(
      `alter table "escalation_notice" add constraint "escalation_notice_escalation_id_foreign" foreign key ("escalation_id") references "escalation" ("id")`,
    );
    this.addSql(
      `alter table "escalation_notice" add constraint "escalation_notice_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "escalation_notice" add constraint "escalation_notice_level_check" check ("level" in ('E0', 'E1', 'E2', 'E3', 'E4'))`,
    );
    this.addSql(
      `alter table "escalation_notice" add constraint "escalation_notice_channel_check" check ("channel" in ('CONSOLE'))`,
    );
    this.addSql(
      `alter table "escalation_cause" add constraint "escalation_cause_escalation_id_foreign" foreign key ("escalation_id") references "escalation" ("id")`,
    );
    this.addSql(
      `alter table "escalation_cause" add constraint "escalation_cause_by_id_foreign" foreign key ("by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "escalation_cause" add constraint "escalation_cause_level_check" check ("level" in ('E0', 'E1', 'E2', 'E3', 'E4'))`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_by_id_foreign" foreign key ("by_id") references "staff" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_kind_check" check ("kind" in ('ACK', 'ACCEPTANCE', 'REJECTION', 'REFERRAL', 'PROGRESS', 'EXTENSION', 'INFO_REQUEST', 'LISTENING', 'SOOTHING', 'EXPLANATION', 'REPLY', 'RESULT', 'BULLETIN', 'RETURN_VISIT', 'CALL_BACK'))`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_channel_check" check ("channel" in ('PHONE', 'ONLINE', 'MOBILE_APP', 'ON_SITE', 'LETTER', 'EMAIL', 'REGULATOR', 'MEDIA', 'OTHER'))`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_direction_check" check ("direction" in ('INBOUND', 'OUTBOUND'))`,
    );
    this.addSql(
      `alter table "complaint_share" add constraint "complaint_share_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id")`,
    );
    this.addSql(
      `alter table "complaint_share" add constraint "complaint_share_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
    this.addSql(
      `alter table "user_session" add constraint "user_session_staff_id_foreign" foreign key ("staff_id") references "staff" ("id")`,
    );
  }
}
