import { ref } from '@mikro-orm/core';
import { isStorable } from '../../kernel/checks.js';
import { command, create, nextReferences, record, type Context } from '../../kernel/context.js';
import { conflict, forbidden } from '../../kernel/errors.js';
import { maskText } from '../../kernel/masking.js';
import { say } from '../../kernel/messages.js';
import { ApiKey } from '../../org/api-keys/api-key.js';
import { Staff } from '../../org/staff/staff.js';
import { PlanVersion } from '../../plans/plan-version.js';
import type { Policy } from '../../plans/policy.js';
import { Complainant } from '../complainant/complainant.js';
import type { RegisterComplaintInput } from './complaint.input.js';
import { Complaint } from '../complaint/complaint.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { checkIntake, type Intake } from './check-intake.js';
import { dutyPerson } from './duty-person.js';
import { sealed } from '../complainant/personal-data.js';
import { searchTokens } from './search-tokens.js';
import { startClocks } from '../clocks/clocks.actions.js';
import { limitText } from '../clocks/limit-text.js';
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
  record(ctx, complaint.isHistorical ? 'complaint.imported' : 'complaint.registered', complaint, {
    audience: complaint.isHistorical ? undefined : 'complaints',
    data: { reference: complaint.reference, channel: complaint.channel, level: complaint.level },
  });
  if (!complaint.isHistorical) await startWork(ctx, complaint, intake.policy);
  return { complaint, isRetry: false };
});

/** A complaint as registered, now or by an earlier try. */
export interface Registration {
  complaint: Complaint;
  isRetry: boolean;
}

/** A retry with the same key and body gets the same complaint; the same key with another body is refused. */
async function earlierAnswer(ctx: Context, input: RegisterComplaintInput): Promise<Complaint | null> {
  if (!isStorable(input.idempotencyKey)) return null;
  const earlier = await ctx.em.findOne(Complaint, {
    caller: ctx.viewer.id,
    idempotencyKey: input.idempotencyKey.trim(),
  });
  if (earlier && earlier.requestDigest !== requestDigest(ctx, input)) throw conflict('error.keyReused');
  return earlier;
}

const requestDigest = (ctx: Context, input: object) => ctx.app.cipher.digest('request', JSON.stringify(input));

async function fileComplaint(ctx: Context, input: RegisterComplaintInput, intake: Intake): Promise<Complaint> {
  const { cipher } = ctx.app;
  const { receivedAt, orgUnit, registeredUnit, category, product, level, riskFlags, staffComplainedOfIds } = intake;
  const registrar = ctx.viewer.kind === 'STAFF' ? ctx.em.getReference(Staff, ctx.viewer.id!) : null;
  // Who writes down a complaint about themselves takes no part in handling it (回避).
  const handler = registrar && staffComplainedOfIds.includes(registrar.id) ? null : registrar;
  const responsible = handler ?? (await dutyPerson(ctx, orgUnit, staffComplainedOfIds));
  const [reference] = await nextReferences(ctx, { prefix: 'TS', sequence: 'complaint_reference', at: receivedAt });
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
    planVersion: input.historical ? null : pinned(ctx, intake.policy),
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

/** A complaint keeps the limits of the plan that it was received under. */
const pinned = ({ em }: Context, { versionId }: Policy) =>
  versionId === null ? null : ref(em.getReference(PlanVersion, versionId));

/** The clocks start at receipt, and the receipt is queued in the same transaction (D3-2.2). */
async function startWork(ctx: Context, complaint: Complaint, policy: Policy): Promise<void> {
  await startClocks(ctx, complaint, policy);
  const limit = policy.limitOf('FIRST_RESPONSE', complaint.level);
  const params = { reference: complaint.reference, limit: limit ? limitText('zh', limit) : '' };
  const text = say('zh', { key: limit ? 'complaint.acknowledged' : 'complaint.acknowledgedOnly', params });
  // Nobody says this: it comes by itself.
  tellCustomer(ctx, complaint, 'ACK', text).by = null;
}
