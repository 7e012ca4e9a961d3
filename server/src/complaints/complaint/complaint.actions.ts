import { ref } from '@mikro-orm/core';
import { allowedActions } from '../../kernel/allowed-action.js';
import { Checks, isStorable } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { badInput, conflict, requireOpen } from '../../kernel/errors.js';
import { say } from '../../kernel/messages.js';
import { readFacts } from '../../kernel/read/read.js';
import type { Permission } from '../../kernel/allowed-action.js';
import type { Viewer } from '../../kernel/viewer.js';
import { Staff } from '../../org/staff/staff.js';
import { policyFor } from '../../plans/policy.js';
import { CodeListEntry } from '../../work/code-list-entry.js';
import type { ComplaintFacts } from './complaint.access.js';
import { move, permissionFor, type ComplaintVerb } from './state-machine.js';
import type { ClaimComplaintInput, RecordContactInput, ResolveImmediatelyInput } from '../intake/complaint.input.js';
import { Complaint } from './complaint.js';
import { Contact } from '../contact.js';
import { openSurvey } from '../aftermath/open-survey.js';
import { Handover } from '../handling/handover.js';
import type { ContactKind } from '../enumerations.js';
import { noteProgress, noteReply } from '../clocks/clocks.actions.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { checkContact } from '../contacts/check-contact.js';
import { resumeClocks } from '../clocks/pause.actions.js';

/** The facts of a complaint that is being changed. */
export async function factsOf(ctx: Context, { id }: Complaint): Promise<ComplaintFacts> {
  const row = await readFacts<ComplaintFacts>(ctx, Complaint, id, 'allowedActions');
  return { ...row, now: ctx.clock.now() };
}

/** Refuses what a rule does not leave open to the viewer, and says what would be. */
export async function requireMay(
  ctx: Context,
  complaint: Complaint,
  may: (viewer: Viewer, facts: ComplaintFacts) => Permission,
): Promise<void> {
  // Whatever is done next asks the plan of the unit.
  await ctx.em.populate(complaint, ['orgUnit']);
  const facts = await factsOf(ctx, complaint);
  requireOpen(may(ctx.viewer, facts), () => openActions(ctx, facts));
}

/** As `requireMay`, for a verb of the state machine. */
export const requireVerb = (ctx: Context, complaint: Complaint, verb: ComplaintVerb): Promise<void> =>
  requireMay(ctx, complaint, permissionFor(verb));

/** Refuses what is over, and says what would be accepted now. */
export async function refuseOver(ctx: Context, complaint: Complaint, reason: string): Promise<never> {
  throw conflict(reason, { allowedActions: openActions(ctx, await factsOf(ctx, complaint)) });
}

/** The verbs that would be accepted now, for an answer of `CONFLICT`. */
export const openActions = (ctx: Context, facts: ComplaintFacts): string[] =>
  allowedActions(ctx, Complaint, facts)
    .filter(({ blockedBy }) => blockedBy === null)
    .map(({ code }) => code);

/** The bank gets: somebody named is first handler of what an app brought (D7-二.3). */
export const claimComplaint = command(
  async (ctx: Context, id: string, input: ClaimComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'claimComplaint');
    requireVersion(complaint, input.expectedVersion);
    const handler = ctx.em.getReference(Staff, ctx.viewer.id!);
    complaint.firstHandler = ref(handler);
    // Whoever accepted a hand-over answers for it, also while it is offered to another.
    const isHandedOver = await ctx.em.count(Handover, { complaint: complaint.id, state: 'ACCEPTED' });
    if (!isHandedOver) complaint.responsible = ref(handler);
    record(ctx, 'complaint.claimed', complaint, { audience: 'complaints' });
    return complaint;
  },
);

const toldToCustomer: ContactKind[] = ['PROGRESS', 'EXPLANATION'];

/**
 * The bank gets: every word with the customer is on file with what it came to; a plan or progress told stops the 24-hour
 * clock (D3-2.2b). Who does not accept what was explained is told of the right to appeal (D3-2.3.5).
 */
export const recordContact = command(
  async (ctx: Context, id: string, input: RecordContactInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    const requestDigest = ctx.app.cipher.digest('request', JSON.stringify(input));
    if (await wasRecorded(ctx, complaint, input, requestDigest)) return complaint;
    await requireVerb(ctx, complaint, 'recordContact');
    requireVersion(complaint, input.expectedVersion);
    const summary = await toldOf(ctx, complaint, input);
    const isOutbound = input.direction === 'OUTBOUND';
    const at = ctx.clock.now();
    const contact = create(ctx, Contact, {
      complaint: ref(complaint),
      kind: input.kind,
      channel: input.channel,
      direction: input.direction,
      at,
      by: ctx.viewer.kind === 'STAFF' ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null,
      summary,
      isCustomerVisible: isOutbound && toldToCustomer.includes(input.kind),
      outcome: input.outcome ?? null,
      customerAccepts: input.customerAccepts ?? null,
      caller: ctx.viewer.id,
      idempotencyKey: input.idempotencyKey?.trim() ?? null,
      requestDigest,
    });
    record(ctx, 'complaint.contactRecorded', complaint, {
      audience: 'complaints',
      objectId: contact.id,
      data: {
        contactKind: input.kind,
        ...(input.customerAccepts == null ? {} : { isAccepted: input.customerAccepts }),
      },
    });
    if (!isOutbound) await resumeClocks(ctx, complaint);
    else if (input.kind === 'PROGRESS') await noteProgress(ctx, complaint, at);
    return complaint;
  },
);

/** What was said, and to who does not accept a solution also what they may do. */
async function toldOf(ctx: Context, complaint: Complaint, input: RecordContactInput): Promise<string> {
  const summary = checkContact(ctx.viewer, input);
  if (input.customerAccepts !== false) return summary;
  const { handling } = await policyAtReceipt(ctx.em, complaint);
  return `${summary}\n${say('zh', { key: 'contact.appealRights', params: { days: handling.appealWindowDays } })}`;
}

/** Whether the caller's earlier try has noted this word already; the same key with another body is refused. */
export async function wasRecorded(
  ctx: Context,
  complaint: Complaint,
  input: { idempotencyKey?: string | null },
  requestDigest: string,
): Promise<boolean> {
  const idempotencyKey = input.idempotencyKey?.trim();
  if (!idempotencyKey || !isStorable(idempotencyKey)) return false;
  const earlier = await ctx.em.findOne(Contact, { complaint: complaint.id, caller: ctx.viewer.id, idempotencyKey });
  if (earlier && earlier.requestDigest !== requestDigest) throw conflict('error.keyReused');
  return earlier !== null;
}

/** The bank gets: a simple matter is settled while the customer is there, with consent on file (D7-四.2). */
export const resolveImmediately = command(
  async (ctx: Context, id: string, input: ResolveImmediatelyInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'resolveImmediately');
    requireVersion(complaint, input.expectedVersion);
    const resolutionSummary = await checkResolution(ctx, complaint, input);
    const at = ctx.clock.now();
    move(complaint, 'resolveImmediately', 'REPLIED');
    complaint.resolutionSummary = resolutionSummary;
    complaint.repliedAt = at;
    const contact = tellCustomer(ctx, complaint, 'REPLY', resolutionSummary);
    openSurvey(ctx, complaint, contact);
    record(ctx, 'complaint.resolvedImmediately', complaint, { audience: 'complaints', objectId: contact.id });
    await noteReply(ctx, complaint, at);
    return complaint;
  },
);

async function checkResolution(ctx: Context, complaint: Complaint, input: ResolveImmediatelyInput): Promise<string> {
  const checks = new Checks();
  const summary = checks.requiredFreeText(input.resolutionSummary, 'resolutionSummary', { max: 4000 });
  checks.that(input.customerConsents, 'customerConsents', 'complaint.consentNeeded');
  const code = checks.text(input.categoryCode, 'categoryCode', { max: 60 });
  const chosen =
    code && !checks.isWrong('categoryCode')
      ? await ctx.em.findOne(CodeListEntry, { list: 'CATEGORY', code, isActive: true })
      : null;
  if (code) checks.that(chosen !== null, 'categoryCode', 'complaint.unknownCode');
  else checks.that(complaint.category !== null, 'categoryCode', 'complaint.categoryNeeded');
  checks.done();
  if (chosen) {
    const policy = await policyFor(ctx.em, complaint.orgUnit.getEntity(), complaint.receivedAt);
    if (policy.leastLevel(chosen.path)) throw badInput({ categoryCode: 'complaint.tooGraveCategory' });
    complaint.category = ref(chosen);
  }
  return summary;
}
