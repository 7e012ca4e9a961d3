import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, isId, nextReference, record, type Context } from '../../kernel/context.js';
import { conflict, forbidden } from '../../kernel/errors.js';
import { maskText } from '../../kernel/masking.js';
import { say } from '../../kernel/messages.js';
import { hasRole } from '../../kernel/viewer.js';
import { ApiKey } from '../../org/api-keys/api-key.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Staff } from '../../org/staff/staff.js';
import { levelOrder, policyFor, type Policy } from '../../plans/policy.js';
import { CodeListEntry, type CodeListName } from '../../work/code-list-entry.js';
import { Complainant } from '../complainant/complainant.js';
import type { RegisterComplaintInput } from './complaint.input.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import { dutyPerson } from './duty-person.js';
import type { Level, RiskFlag } from '../enumerations.js';
import { checkComplainant, sealed, type CheckedComplainant } from '../complainant/personal-data.js';
import { searchTokens } from './search-tokens.js';
import { SlaClock } from '../sla-clock.js';
import { newTrackingCode, trackingDigest } from '../tracking/tracking-code.js';

/**
 * The bank gets: the complaint is on file, numbered, somebody answers for it and its clock runs; gravity is told to
 * upper floors in the same transaction. D6-四.1(1), D3-2.2a. `BAD_USER_INPUT`, `FORBIDDEN`; `CONFLICT` for a reused key.
 */
export const registerComplaint = command(async (ctx: Context, input: RegisterComplaintInput): Promise<Registration> => {
  if (ctx.viewer.kind !== 'STAFF' && ctx.viewer.kind !== 'API_KEY') throw forbidden();
  const known = await earlierAnswer(ctx, input);
  if (known) return { complaint: known, isRetry: true };
  const intake = await checkIntake(ctx, input);
  const complaint = await fileComplaint(ctx, input, intake);
  if (!complaint.isHistorical) startFirstResponse(ctx, complaint, intake.policy);
  record(ctx, complaint.isHistorical ? 'complaint.imported' : 'complaint.registered', complaint, {
    audience: complaint.isHistorical ? undefined : 'complaints',
    data: { reference: complaint.reference, channel: complaint.channel, level: complaint.level },
  });
  return { complaint, isRetry: false };
});

/** A complaint as registered, now or by an earlier try. */
export interface Registration {
  complaint: Complaint;
  isRetry: boolean;
}

/** A retry with the same key and body gets the same complaint; the same key with another body is refused. */
async function earlierAnswer(ctx: Context, input: RegisterComplaintInput): Promise<Complaint | null> {
  if (
    typeof input.idempotencyKey !== 'string' ||
    input.idempotencyKey.includes('\0') ||
    !input.idempotencyKey.isWellFormed()
  )
    return null;
  const earlier = await ctx.em.findOne(Complaint, {
    caller: ctx.viewer.id,
    idempotencyKey: input.idempotencyKey.trim(),
  });
  if (earlier && earlier.requestDigest !== requestDigest(ctx, input)) throw conflict('error.keyReused');
  return earlier;
}

const requestDigest = (ctx: Context, input: object) => ctx.app.cipher.digest('request', JSON.stringify(input));

interface Intake {
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
async function checkIntake(ctx: Context, input: RegisterComplaintInput): Promise<Intake> {
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
  const policy = policyFor(orgUnit, receivedAt);
  const level = leastOf(
    input.level ?? 'GENERAL',
    policy.leastLevel(category?.path ?? null),
    policy.isEmergency(null, riskFlags) ? 'MAJOR' : null,
  );
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

/** Any unit for staff (D2-二), the key's own or one below for a key. */
async function checkUnits(
  checks: Checks,
  ctx: Context,
  input: RegisterComplaintInput,
): Promise<{ orgUnit: OrgUnit; registeredUnit: OrgUnit } | null> {
  const { home, kind } = ctx.viewer;
  const registeredUnit = home ? await ctx.em.findOne(OrgUnit, { id: home.unitId }) : null;
  const wanted = input.orgUnitId;
  const orgUnit = wanted == null ? registeredUnit : isId(wanted) ? await ctx.em.findOne(OrgUnit, { id: wanted }) : null;
  checks.that(registeredUnit !== null, 'orgUnitId', 'complaint.noUnit');
  checks.that(orgUnit !== null, 'orgUnitId', 'field.notFound');
  if (!registeredUnit || !orgUnit) return null;
  checks.that(orgUnit.isActive, 'orgUnitId', 'complaint.closedUnit');
  checks.that(kind !== 'API_KEY' || orgUnit.path.startsWith(registeredUnit.path), 'orgUnitId', 'complaint.foreignUnit');
  return { orgUnit, registeredUnit };
}

async function checkStaff(checks: Checks, ctx: Context, ids: readonly string[]): Promise<string[]> {
  checks.that(ids.length <= 20, 'staffComplainedOfIds', { key: 'field.outOfRange', params: { min: 0, max: 20 } });
  if (ids.length > 20 || !ids.length) return [];
  const found = await ctx.em.find(Staff, { id: { $in: ids.filter(isId) } }, { fields: ['id'] });
  const known = new Set(found.map(({ id }) => id));
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

function leastOf(level: Level, ...floors: (Level | null)[]): Level {
  const rank = Math.max(...[level, ...floors].map((each) => (each ? levelOrder.indexOf(each) : 0)));
  return levelOrder[rank]!;
}

async function fileComplaint(ctx: Context, input: RegisterComplaintInput, intake: Intake): Promise<Complaint> {
  const { cipher } = ctx.app;
  const { receivedAt, orgUnit, registeredUnit, category, product, level, riskFlags, staffComplainedOfIds } = intake;
  const registrar = ctx.viewer.kind === 'STAFF' ? ctx.em.getReference(Staff, ctx.viewer.id!) : null;
  // Who writes down a complaint about themselves takes no part in handling it (回避).
  const handler = registrar && staffComplainedOfIds.includes(registrar.id) ? null : registrar;
  const responsible = handler ?? (await dutyPerson(ctx, orgUnit, staffComplainedOfIds));
  const reference = await nextReference(ctx, 'TS', 'complaint_reference', receivedAt);
  const code = newTrackingCode();
  const content = input.content.trim();
  return create(ctx, Complaint, {
    reference,
    trackingDigest: trackingDigest(cipher, code)!,
    sealedTrackingCode: cipher.encrypt(code),
    caller: ctx.viewer.id,
    idempotencyKey: input.idempotencyKey.trim(),
    requestDigest: requestDigest(ctx, input),
    status: input.historical ? 'CLOSED' : 'REGISTERED',
    level,
    channel: input.channel,
    category: category && ref(category),
    product: product && ref(product),
    subject: input.subject ?? null,
    riskFlags,
    content,
    customerDemand: input.customerDemand?.trim() ?? null,
    searchTokens: searchTokens(reference, maskText(content), maskText(input.customerDemand ?? '')),
    receivedAt,
    occurredAt: input.occurredAt ?? null,
    postedAt: input.postedAt ?? null,
    lateReason: input.lateReason?.trim() ?? null,
    place: input.place?.trim() ?? null,
    amountInvolved: input.amountInvolved ?? null,
    channelReference: input.channelReference?.trim() ?? null,
    orgUnit: ref(orgUnit),
    registeredUnit: ref(registeredUnit),
    registeredBy: registrar && ref(registrar),
    registeredByKey: ctx.viewer.kind === 'API_KEY' ? ref(ctx.em.getReference(ApiKey, ctx.viewer.id!)) : null,
    firstHandler: handler && ref(handler),
    responsible: responsible && ref(responsible),
    staffComplainedOfIds,
    complainant: ref(create(ctx, Complainant, sealed(cipher, intake.complainant))),
    isHistorical: input.historical != null,
    resolutionSummary: input.historical?.resolutionSummary.trim() ?? null,
    repliedAt: input.historical?.closedAt ?? null,
    closedAt: input.historical?.closedAt ?? null,
    nextDueAt: null,
  });
}

/** The 24-hour clock starts at receipt and the receipt is queued in the same transaction (D3-2.2). */
function startFirstResponse(ctx: Context, complaint: Complaint, policy: Policy): void {
  const hours = policy.firstResponseHours(complaint.level);
  const clock = create(ctx, SlaClock, { complaint: ref(complaint), metAt: null, breachedAt: null, fulfilledAt: null });
  clock.start('FIRST_RESPONSE', complaint.receivedAt, hours, policy.warnShare);
  complaint.nextDueAt = clock.dueAt;
  create(ctx, Contact, {
    complaint: ref(complaint),
    kind: 'ACK',
    channel: complaint.channel,
    direction: 'OUTBOUND',
    at: ctx.clock.now(),
    by: null,
    summary: say('zh', { key: 'complaint.acknowledged', params: { reference: complaint.reference, hours } }),
    isCustomerVisible: true,
    caller: null,
    idempotencyKey: null,
    requestDigest: null,
  });
}
