import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { Staff } from '../../org/staff/staff.js';
import { endClocks, noteReply } from '../clocks/clocks.actions.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { move } from '../complaint/state-machine.js';
import { addTasks, cancelTasks, releaseTasks } from '../execution/tasks.js';
import { Evidence } from '../evidence/evidence.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { say } from '../../kernel/messages.js';
import { openSurvey } from '../aftermath/open-survey.js';
import { Approval } from '../../work/approval/approval.js';
import { checkProposal, type Proposal } from './check-proposal.js';
import type {
  ProposeResolutionInput,
  RecordMediationInput,
  ReviewResolutionInput,
  ReviseResolutionInput,
} from './resolution.input.js';
import { reviewChecks } from './resolution-terms.js';
import { currentResolution } from './current-resolution.js';
import { Resolution } from './resolution.js';
import { reviewOf } from './review-rules.js';

/**
 * The bank gets: what is to be done about it is written down with its root cause, and who must approve it is fixed by
 * the plan (D3-2.3.3, D3-2.3.4, D6-四.3(1), D7-四.4). Where nobody must, it is carried out at once.
 */
export const proposeResolution = command(
  async (ctx: Context, id: string, input: ProposeResolutionInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'proposeResolution');
    requireVersion(complaint, input.expectedVersion);
    const hasEvidence = (await ctx.em.count(Evidence, { complaint: complaint.id })) > 0;
    const proposal = await checkProposal(ctx, complaint, input, hasEvidence);
    const resolution = await write(ctx, complaint, input, proposal);
    await addTasks(ctx, complaint, proposal.tasks);
    const { number, reviewMode } = resolution;
    publish(ctx, 'complaint.resolutionProposed', complaint, resolution, { number, reviewMode });
    if (reviewMode !== 'NONE') move(complaint, 'proposeResolution', 'IN_REVIEW');
    else {
      move(complaint, 'proposeResolution', 'EXECUTING');
      await carryOut(ctx, complaint, resolution);
    }
    return complaint;
  },
);

async function write(
  ctx: Context,
  complaint: Complaint,
  { kinds, compensation, mediation }: ProposeResolutionInput,
  proposal: Proposal,
): Promise<Resolution> {
  const { verdict, summary, noEvidenceReason, mediator, rejectionNotice, cause, rejectionReason } = proposal;
  const policy = await policyAtReceipt(ctx.em, complaint);
  const { replyBy, replyBeforeExecution } = policy.handling;
  const earlier = await ctx.em.count(Resolution, { complaint: complaint.id });
  const money = { amount: compensation?.amount ?? null, currency: compensation?.currency ?? null };
  const resolution = create(ctx, Resolution, {
    verdict,
    summary,
    noEvidenceReason,
    mediator,
    rejectionNotice,
    ...money,
    ...reviewOf(policy, complaint.level, { kinds, ...money }),
    complaint: ref(complaint),
    number: earlier + 1,
    state: 'PROPOSED',
    kinds,
    cause: ref(cause),
    mediationOn: mediation?.on ?? null,
    rejectionReason: rejectionReason && ref(rejectionReason),
    proposedBy: me(ctx),
    proposedAt: ctx.clock.now(),
    replyBy,
    replyBeforeExecution,
  });
  complaint.resolutionId = resolution.id;
  return resolution;
}

/**
 * The bank gets: nothing is carried out that others have not found reasonable, effective, feasible, targeted, lawful and
 * compliant (D5-五.2(3), D6-四.3(2), D7-四.4); one no sends it back.
 */
export const reviewResolution = command(
  async (ctx: Context, id: string, input: ReviewResolutionInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'reviewResolution');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const comment = checks.freeText(input.comment, 'comment', { max: 2000 });
    const failedChecks = reviewChecks.filter((name) => !input.checks[name]);
    const isApproval = input.decision === 'APPROVE';
    for (const name of isApproval ? failedChecks : []) checks.that(false, `checks.${name}`, 'resolution.mustHold');
    checks.that(isApproval || comment !== null, 'comment', 'field.required');
    checks.done();
    const resolution = (await currentResolution(ctx, complaint))!;
    const at = ctx.clock.now();
    const subject = { subjectKind: 'RESOLUTION', subjectId: resolution.id };
    create(ctx, Approval, { ...subject, decision: input.decision, by: me(ctx), at, failedChecks, comment });
    await (isApproval ? sign(ctx, complaint, resolution) : sendBack(ctx, complaint, resolution));
    return complaint;
  },
);

/** One signature more; with the last one that the plan asks for it counts (D6-五.1(2)). */
async function sign(ctx: Context, complaint: Complaint, resolution: Resolution): Promise<void> {
  resolution.approvedByIds = [...resolution.approvedByIds, ctx.viewer.id!];
  const { number, signOffCount, approvedByIds } = resolution;
  const missing = signOffCount - approvedByIds.length;
  publish(ctx, 'complaint.resolutionApproved', complaint, resolution, { number, missing });
  if (missing > 0) return;
  if (resolution.isRejection) return refuse(ctx, complaint, resolution);
  move(complaint, 'reviewResolution', 'EXECUTING');
  await carryOut(ctx, complaint, resolution);
}

async function sendBack(ctx: Context, complaint: Complaint, resolution: Resolution): Promise<void> {
  resolution.decide('RETURNED', ctx.clock.now());
  move(complaint, 'reviewResolution', 'INVESTIGATING');
  await cancelTasks(ctx, complaint, say('zh', 'resolution.returned'));
  publish(ctx, 'complaint.resolutionReturned', complaint, resolution, { number: resolution.number });
}

/** What it names is ordered from those who do it (D6-四.4(1)). */
async function carryOut(ctx: Context, complaint: Complaint, resolution: Resolution): Promise<void> {
  resolution.decide('APPROVED', ctx.clock.now());
  await releaseTasks(ctx, complaint);
}

/** Not taken up after all, with reason, notice, appeal right and survey (D1-五.3(1)a). */
async function refuse(ctx: Context, complaint: Complaint, resolution: Resolution): Promise<void> {
  const at = ctx.clock.now();
  const reason = await resolution.rejectionReason!.loadOrFail();
  resolution.decide('APPROVED', at);
  complaint.rejectionReason = ref(reason);
  complaint.repliedAt = at;
  complaint.resolutionSummary = resolution.rejectionNotice;
  move(complaint, 'reviewResolution', 'REJECTED');
  const params = { reference: complaint.reference, reason: reason.nameZh, notice: resolution.rejectionNotice! };
  const contact = tellCustomer(ctx, complaint, 'REJECTION', say('zh', { key: 'complaint.rejected', params }));
  await openSurvey(ctx, complaint, contact);
  await noteReply(ctx, complaint, at);
  await endClocks(ctx, complaint);
  record(ctx, 'complaint.rejected', complaint, { audience: 'complaints', data: { reason: reason.code } });
}

/** The bank gets: what the customer refuses or what cannot be done is thought over again; no approval outlives it (D4-四.2(3)). */
export const reviseResolution = command(
  async (ctx: Context, id: string, input: ReviseResolutionInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'reviseResolution');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
    checks.done();
    move(complaint, 'reviseResolution', 'INVESTIGATING');
    await revise(ctx, complaint, reason);
    return complaint;
  },
);

async function revise(ctx: Context, complaint: Complaint, reason: string): Promise<void> {
  const resolution = (await currentResolution(ctx, complaint))!;
  resolution.decide('VOID', ctx.clock.now());
  resolution.revisionReason = reason;
  await cancelTasks(ctx, complaint, reason);
  publish(ctx, 'complaint.resolutionRevised', complaint, resolution, { number: resolution.number });
}

/** The bank gets: what was agreed stands in writing; where nothing was, the investigation goes on (D1-五.3(1)b). */
export const recordMediation = command(
  async (ctx: Context, id: string, input: RecordMediationInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'recordMediation');
    requireVersion(complaint, input.expectedVersion);
    const isAgreed = input.outcome === 'AGREED';
    const checks = new Checks();
    const agreement = checks.freeText(input.agreement, 'agreement', { max: 4000 });
    checks.that(!isAgreed || agreement !== null, 'agreement', 'field.required');
    checks.that(isAgreed || agreement === null, 'agreement', 'resolution.nothingAgreed');
    checks.done();
    const resolution = (await currentResolution(ctx, complaint))!;
    resolution.mediationOutcome = input.outcome;
    resolution.agreement = agreement;
    publish(ctx, 'complaint.mediationRecorded', complaint, resolution, { outcome: input.outcome });
    if (isAgreed) return complaint;
    move(complaint, 'recordMediation', 'INVESTIGATING');
    await revise(ctx, complaint, say('zh', 'resolution.mediationFailed'));
    return complaint;
  },
);

const me = ({ em, viewer }: Context) => ref(em.getReference(Staff, viewer.id!));

function publish(
  ctx: Context,
  kind: string,
  complaint: Complaint,
  { id }: Resolution,
  data: Record<string, string | number>,
): void {
  record(ctx, kind, complaint, { audience: 'complaints', objectId: id, data });
}
