import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import type { Pool, PoolClient } from 'pg';
import { BusinessCalendar, CalendarException } from './calendar/business-calendar.js';
import { ConfigError } from './config.js';
import { aftermathReactions } from './complaints/aftermath/aftermath.reactions.js';
import { Appeal } from './complaints/aftermath/appeal.js';
import { ReturnVisit } from './complaints/aftermath/return-visit.js';
import { Survey } from './complaints/aftermath/survey.js';
import { CaseFileExport } from './complaints/case-file/case-file-export.js';
import { Complainant } from './complaints/complainant/complainant.js';
import { FieldReveal } from './complaints/complainant/field-reveal.js';
import { Complaint } from './complaints/complaint/complaint.js';
import { ComplaintShare } from './complaints/complaint/complaint-share.js';
import { LevelChange } from './complaints/complaint/level-change.js';
import { EvidenceOpening } from './complaints/evidence/evidence-opening.js';
import { Evidence } from './complaints/evidence/evidence.js';
import { ExportJob } from './complaints/exports/export-job.js';
import { sweepExports } from './complaints/exports/run-exports.actions.js';
import { Cooperation } from './complaints/cooperation/cooperation.js';
import { cooperationReactions } from './complaints/cooperation/cooperation.reactions.js';
import { handlingReactions } from './complaints/handling/handling.reactions.js';
import { Handover } from './complaints/handling/handover.js';
import { Investigation } from './complaints/handling/investigation.js';
import { ComplaintHold } from './complaints/holds/complaint-hold.js';
import { Extension } from './complaints/extension/extension.js';
import { ComplaintMerge } from './complaints/merge/complaint-merge.js';
import { Referral } from './complaints/referral/referral.js';
import { Contact } from './complaints/contact.js';
import { Resolution } from './complaints/resolution/resolution.js';
import { clockReactions } from './complaints/clocks/clock.reactions.js';
import { ClockPause } from './complaints/clocks/clock-pause.js';
import { ClockRevision } from './complaints/clocks/clock-revision.js';
import { SlaClock } from './complaints/clocks/sla-clock.js';
import { EscalationCause } from './escalations/escalation-cause.js';
import { EscalationNotice } from './escalations/escalation-notice.js';
import { Escalation } from './escalations/escalation.js';
import { escalationReactions } from './escalations/escalation.reactions.js';
import type { Reactions } from './kernel/application.js';
import type { Sweep } from './kernel/engine.js';
import { sweepClocks } from './complaints/clocks/sweep-clocks.actions.js';
import { sweepEscalations } from './escalations/escalation.actions.js';
import { Canary } from './kernel/canary.js';
import { Event } from './kernel/event.js';
import { migrations } from './migrations/migrations.js';
import { ApiKey } from './org/api-keys/api-key.js';
import { DeskDuty } from './org/groups/desk-duty.js';
import { GroupMember, LeadershipGroup } from './org/groups/leadership-group.js';
import { OrgUnit } from './org/units/org-unit.js';
import { RateBucket } from './org/sign-in/rate-bucket.js';
import { RoleGrant } from './org/grants/role-grant.js';
import { Staff } from './org/staff/staff.js';
import { SecondFactor } from './org/second-factor/second-factor.js';
import { UserSession } from './org/sign-in/user-session.js';
import { sweepPlans } from './plans/plan-life.actions.js';
import { PlanBasis, PlanDuty, PlanReceipt } from './plans/plan-parts.js';
import { planReactions } from './plans/plan.reactions.js';
import { Plan } from './plans/plan.js';
import { PlanVersion } from './plans/plan-version.js';
import { sendingReactions } from './complaints/sending/sending.reactions.js';
import { Approval } from './work/approval/approval.js';
import { CodeListEntry } from './work/code-list-entry.js';
import { Delivery } from './work/delivery/delivery.js';
import { ImprovementAction } from './work/review/improvement-action.js';
import { Review } from './work/review/review.js';
import { Task } from './work/task/task.js';

/** Every stored noun, ground floor first. */
const entities = [
  Event,
  Canary,
  OrgUnit,
  Staff,
  RoleGrant,
  LeadershipGroup,
  GroupMember,
  DeskDuty,
  UserSession,
  SecondFactor,
  ApiKey,
  RateBucket,
  CodeListEntry,
  Task,
  Approval,
  Review,
  ImprovementAction,
  Delivery,
  BusinessCalendar,
  CalendarException,
  Plan,
  PlanVersion,
  PlanBasis,
  PlanDuty,
  PlanReceipt,
  Complainant,
  Complaint,
  SlaClock,
  Contact,
  ClockPause,
  ClockRevision,
  LevelChange,
  Handover,
  Investigation,
  Evidence,
  Survey,
  ReturnVisit,
  Appeal,
  Resolution,
  Cooperation,
  EvidenceOpening,
  ComplaintShare,
  ComplaintHold,
  Referral,
  ComplaintMerge,
  Extension,
  FieldReveal,
  ExportJob,
  CaseFileExport,
  Escalation,
  EscalationNotice,
  EscalationCause,
];

/** The ORM's settings for a database. */
function ormOptions(url: string, poolSize = 10): Options {
  return {
    entities,
    clientUrl: url,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    // A hung database must become an error, not a hung request, and so must a long queue for a connection.
    driverOptions: { connectionTimeoutMillis: 15_000, statement_timeout: 15_000, application_name: 'jiesu' },
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: true,
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      silent: true,
      tableName: 'migration',
      allOrNothing: true,
    },
    schemaGenerator: { skipTables: ['migration'] },
  };
}

/** Opens the database; nothing is written. */
export async function openDatabase(url: string, poolSize?: number): Promise<{ orm: MikroORM; pool: Pool }> {
  const orm = await MikroORM.init(ormOptions(url, poolSize));
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  giveBackBroken(pool);
  return { orm, pool };
}

// The query builder gives a connection back only after a ROLLBACK that worked; one that broke in a transaction would
// count as taken for ever, and the pool could never close. Not on 'connect': the ORM has opened the first one already.
function giveBackBroken(pool: Pool): void {
  const watched = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    client.once('end', () => giveBack(client));
  });
}

function giveBack(client: PoolClient): void {
  const { release } = client;
  client.release = () => undefined;
  try {
    release.call(client, true);
  } catch {
    // given back already
  }
}

/**
 * Brings a database to the newest migration as its owner and grants the application's role what it needs; safe to run
 * from several processes at once. Where there is one address only, its role may lack the right to migrate as long as
 * there is nothing to do.
 */
export async function migrate(ownerUrl: string, appUrl = ownerUrl): Promise<void> {
  const { orm, pool } = await openDatabase(ownerUrl, 2);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(1785358193)');
    if ((await orm.migrator.getPending()).length) await orm.migrator.up();
    if (appUrl !== ownerUrl) await grantTo(client, decodeURIComponent(new URL(appUrl).username));
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    throw new ConfigError(['DATABASE_OWNER_URL: is needed to bring the database up to date: DATABASE_URL may not']);
  } finally {
    client.release(true);
    await orm.close();
  }
}

const insufficientPrivilege = '42501';

/** Rows are the application's to read and write, but events only to add; tables are not its own. */
async function grantTo(client: PoolClient, name: string): Promise<void> {
  const role = client.escapeIdentifier(name);
  await client.query(`begin;
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    revoke update, delete, truncate on event from ${role};
    revoke insert, update, delete on migration from ${role};
    commit`);
}

/** Whether a role could change events by rights of its own, were it not for the triggers. */
export async function mayChangeEvents(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(
    "select has_table_privilege('event', 'update, delete, truncate') as may",
  );
  return rows[0]!.may;
}

const oldest = 180_000;

/** Refuses a server older than PostgreSQL 18. */
export async function requirePostgres18(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) < oldest) throw new ConfigError(['DATABASE_URL: PostgreSQL 18 or newer is needed']);
}

/** What upper floors do when lower ones record an event, listed once. */
export const reactions: readonly Reactions[] = [
  planReactions,
  clockReactions,
  handlingReactions,
  aftermathReactions,
  cooperationReactions,
  sendingReactions,
  escalationReactions,
];

/** What the engine looks for in every cycle: rows whose time has come. */
export const sweeps: Readonly<Record<string, Sweep>> = {
  plans: sweepPlans,
  clocks: sweepClocks,
  escalations: sweepEscalations,
};

/** What may take long and is looked for apart, so that no timer waits for it. */
export const longSweeps: Readonly<Record<string, Sweep>> = { exports: sweepExports };
