import { ref } from '@mikro-orm/core';
import { allowedActions } from '../../kernel/allowed-action.js';
import { Checks, isStorable } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { badInput, conflict, requireOpen } from '../../kernel/errors.js';
import { say } from '../../kernel/messages.js';
import type { Permission } from '../../kernel/allowed-action.js';
import type { Viewer } from '../../kernel/viewer.js';
import { Staff } from '../../org/staff/staff.js';
import { policyFor } from '../../plans/policy.js';
import { CodeListEntry } from '../../work/code-list-entry.js';
import type { ComplaintFacts } from './complaint.access.js';
import { move, permissionFor, type ComplaintVerb } from './state-machine.js';
import type { ClaimComplaintInput, RecordContactInput, ResolveImmediatelyInput } from '../intake/complaint.input.js';
import { ComplaintShare } from './complaint-share.js';
import { Complaint } from './complaint.js';
import { Contact } from '../contact.js';
import { currentResolution } from '../resolution/current-resolution.js';
import { tasksOf } from '../execution/tasks.js';
import { Cooperation } from '../cooperation/cooperation.js';
import { openSurvey } from '../aftermath/open-survey.js';
import { owedAfter } from '../aftermath/owed.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { Extension } from '../extension/extension.js';
import { Handover } from '../handling/handover.js';
import { ComplaintHold } from '../holds/complaint-hold.js';
import { ComplaintMerge } from '../merge/complaint-merge.js';
import { Referral } from '../referral/referral.js';
import { liveStates, type ContactKind } from '../enumerations.js';
import { noteProgress, noteReply } from '../clocks/clocks.actions.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { checkContact } from '../contacts/check-contact.js';
import { resumeClocks } from '../clocks/pause.actions.js';

/** The facts of a complaint that is being changed. */
export async function factsOf(ctx: Context, complaint: Complaint): Promise<ComplaintFacts> {
  await ctx.em.populate(complaint, ['orgUnit', 'registeredUnit', 'assignedUnit']);
  const tasks = await tasksOf(ctx, complaint);
  const asked = await ctx.em.find(Cooperation, { complaint: complaint.id }, { populate: ['orgUnit'] });
  const sharesWithViewer = await ctx.em.find(ComplaintShare, { complaint: complaint.id, staff: ctx.viewer.id });
  return {
    ...complaint,
    orgUnit: complaint.orgUnit.getEntity(),
    registeredUnit: complaint.registeredUnit.getEntity(),
    assignedUnit: complaint.assignedUnit?.getEntity() ?? null,
    resolution: await currentResolution(ctx, complaint),
    tasksToDo: tasks.filter(({ state }) => state === 'PLANNED' || state === 'IN_PROGRESS'),
    tasksToConfirm: tasks.filter(({ state }) => state === 'DONE'),
    cooperations: asked.map(({ state, finding, orgUnit }) => ({ state, finding, orgUnit: orgUnit.$ })),
    sharesWithViewer,
    now: ctx.clock.now(),
    ...(await waitsOf(ctx, complaint)),
  };
}

/** What a complaint waits for, or others wait for in it. */
async function waitsOf({ em }: Context, { id }: Complaint) {
  return {
    openHolds: await em.find(ComplaintHold, { complaint: id, releasedAt: null }),
    liveDecisionClocks: await em.find(SlaClock, decisionClock(id)),
    openExtensions: await em.find(Extension, { isApproved: null, clock: decisionClock(id) }),
    duplicates: await em.find(ComplaintMerge, { target: id }),
    referralsWithoutReceipt: await em.find(Referral, { complaint: id, receiptNumber: null }),
    mergedInto: await em.find(ComplaintMerge, { complaint: id }),
    ...(await owedAfter(em, id)),
  };
}

const decisionClock = (complaint: string) => ({ complaint, kind: 'RESOLUTION' as const, state: [...liveStates] });

/** Refuses what a rule does not leave open to the viewer, and says what would be. */
export async function requireMay(
  ctx: Context,
  complaint: Complaint,
  may: (viewer: Viewer, facts: ComplaintFacts) => Permission,
): Promise<void> {
  const facts = await factsOf(ctx, complaint);
  requireOpen(may(ctx.viewer, facts), () => openActions(ctx, facts));
}

/** As `requireMay`, for a verb of the state machine. */
export const requireVerb = (ctx: Context, complaint: Complaint, verb: ComplaintVerb): Promise<void> =>
  requireMay(ctx, complaint, permissionFor(verb));

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
