import { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { hasRole } from '../../kernel/viewer.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Staff } from '../../org/staff/staff.js';
import { policyFor, type Policy } from '../../plans/policy.js';
import { CodeListEntry, type CodeListName } from '../../work/code-list-entry.js';
import { gravestOf, leastLevel } from '../complaint/least-level.js';
import { checkComplainant, type CheckedComplainant } from '../complainant/personal-data.js';
import type { Level, RiskFlag } from '../enumerations.js';
import type { RegisterComplaintInput } from './complaint.input.js';

/** A complaint whose every field holds, with what the bank's own lists and plan add to it. */
export interface Intake {
  complainant: CheckedComplainant;
  orgUnit: OrgUnit;
  registeredUnit: OrgUnit;
  staffComplainedOfIds: string[];
  category: CodeListEntry | null;
  product: CodeListEntry | null;
  receivedAt: Date;
  riskFlags: RiskFlag[];
  level: Level;
  policy: Policy;
}

/** Checks every field and names all wrong ones at once. */
export async function checkIntake(ctx: Context, input: RegisterComplaintInput): Promise<Intake> {
  const checks = new Checks();
  checkTexts(checks, input);
  checkTimes(checks, input, ctx.clock.now());
  checkCaller(checks, ctx, input);
  const complainant = checkComplainant(checks, input.complainant);
  const units = await checkUnits(checks, ctx, input);
  const staffComplainedOfIds = await checkStaff(checks, ctx, input.staffComplainedOfIds ?? []);
  const category = await checkCode(checks, ctx, 'CATEGORY', input.categoryCode, 'categoryCode');
  const product = await checkCode(checks, ctx, 'PRODUCT', input.productCode, 'productCode');
  checks.done();
  const { orgUnit, registeredUnit } = units!;
  const receivedAt = input.receivedAt ?? ctx.clock.now();
  const riskFlags = [
    ...new Set([...(input.riskFlags ?? []), ...(input.channel === 'MEDIA' ? (['MEDIA'] as const) : [])]),
  ];
  const policy = await policyFor(ctx.em, orgUnit, receivedAt);
  const level = gravestOf(input.level ?? 'GENERAL', leastLevel(policy, category, riskFlags));
  return {
    complainant,
    orgUnit,
    registeredUnit,
    staffComplainedOfIds,
    category,
    product,
    receivedAt,
    riskFlags,
    level,
    policy,
  };
}

function checkTexts(checks: Checks, input: RegisterComplaintInput): void {
  checks.requiredText(input.idempotencyKey, 'idempotencyKey', { min: 8, max: 128 });
  checks.requiredFreeText(input.content, 'content', { max: 10_000 });
  checks.freeText(input.customerDemand, 'customerDemand', { max: 2000 });
  checks.freeText(input.lateReason, 'lateReason', { max: 500 });
  checks.freeText(input.place, 'place', { max: 200 });
  checks.text(input.channelReference, 'channelReference', { max: 100 });
  checks.freeText(input.historical?.resolutionSummary, 'historical.resolutionSummary', { max: 4000 });
  const amount = input.amountInvolved == null ? 0 : Number(input.amountInvolved);
  checks.that(amount >= 0 && amount < 1e12, 'amountInvolved', 'complaint.badAmount');
}

const week = 7 * 24 * 3_600_000;

function checkTimes(checks: Checks, input: RegisterComplaintInput, now: Date): void {
  // Left out means now; an app that sends null has lost the time, and must not start the clocks with a wrong one.
  checks.that(input.receivedAt !== null, 'receivedAt', 'complaint.timeLost');
  const receivedAt = input.receivedAt ?? now;
  checks.that(receivedAt <= now, 'receivedAt', 'complaint.future');
  const isOld = now.getTime() - receivedAt.getTime() > week;
  const isExplainedLetter = input.channel === 'LETTER' && input.postedAt != null && Boolean(input.lateReason?.trim());
  checks.that(!isOld || isExplainedLetter || input.historical != null, 'receivedAt', 'complaint.tooOld');
  for (const field of ['postedAt', 'occurredAt'] as const)
    checks.that(!input[field] || input[field] <= now, field, 'complaint.future');
  if (input.postedAt) {
    checks.that(input.channel === 'LETTER', 'postedAt', 'complaint.postedOnlyForLetters');
    checks.that(input.postedAt <= receivedAt, 'postedAt', 'complaint.postedAfterReceipt');
  }
  if (input.occurredAt) checks.that(input.occurredAt <= receivedAt, 'occurredAt', 'complaint.occurredAfterReceipt');
  if (input.historical) {
    checks.that(input.historical.closedAt <= now, 'historical.closedAt', 'complaint.future');
    checks.that(input.historical.closedAt >= receivedAt, 'historical.closedAt', 'complaint.closedBeforeReceipt');
  }
}

function checkCaller(checks: Checks, { viewer }: Context, input: RegisterComplaintInput): void {
  checks.that(!viewer.channels || viewer.channels.includes(input.channel), 'channel', 'complaint.foreignChannel');
  if (input.historical) checks.that(hasRole(viewer, ['HISTORY_IMPORTER']), 'historical', 'complaint.noHistory');
}

const isKnownId = (id: string | undefined): id is string => id !== undefined && isId(id);

/** Any unit for staff (D2-二), the key's own or one below for a key, which is told of no other. */
async function checkUnits(
  checks: Checks,
  ctx: Context,
  input: RegisterComplaintInput,
): Promise<{ orgUnit: OrgUnit; registeredUnit: OrgUnit } | null> {
  const { home, kind } = ctx.viewer;
  const wanted = input.orgUnitId ?? home?.unitId;
  const units = await ctx.em.find(OrgUnit, { id: { $in: [home?.unitId, wanted].filter(isKnownId) } });
  const unitOf = (id: string | undefined) => units.find((unit) => unit.id === id?.toLowerCase()) ?? null;
  const registeredUnit = unitOf(home?.unitId);
  const orgUnit = unitOf(wanted);
  checks.that(registeredUnit !== null, 'orgUnitId', 'complaint.noUnit');
  const isKnown = orgUnit !== null && (kind !== 'API_KEY' || orgUnit.path.startsWith(home?.path ?? '?'));
  checks.that(isKnown, 'orgUnitId', 'field.notFound');
  if (!registeredUnit || !orgUnit || !isKnown) return null;
  checks.that(orgUnit.isActive, 'orgUnitId', 'complaint.closedUnit');
  return { orgUnit, registeredUnit };
}

/** Anybody for staff (D2-二), those of its own units for a key, which is told of nobody else. */
async function checkStaff(checks: Checks, ctx: Context, ids: readonly string[]): Promise<string[]> {
  checks.that(ids.length <= 20, 'staffComplainedOfIds', { key: 'field.outOfRange', params: { min: 0, max: 20 } });
  if (ids.length > 20 || !ids.length) return [];
  const { kind, home } = ctx.viewer;
  const found = await ctx.em.find(Staff, { id: { $in: ids.filter(isId) } }, { fields: ['id', 'orgUnit.path'] });
  const reached = found.filter(({ orgUnit }) => kind !== 'API_KEY' || orgUnit.$.path.startsWith(home?.path ?? '?'));
  const known = new Set(reached.map(({ id }) => id));
  ids.forEach((id, index) =>
    checks.that(known.has(id.toLowerCase()), `staffComplainedOfIds.${index}`, 'field.notFound'),
  );
  return [...known];
}

async function checkCode(
  checks: Checks,
  ctx: Context,
  list: CodeListName,
  code: string | null | undefined,
  path: string,
): Promise<CodeListEntry | null> {
  const text = checks.text(code, path, { max: 60 });
  if (text === null || checks.isWrong(path)) return null;
  const entry = await ctx.em.findOne(CodeListEntry, { list, code: text, isActive: true });
  checks.that(entry !== null, path, 'complaint.unknownCode');
  return entry;
}
