import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import { say } from '../../kernel/messages.js';
import { Staff } from '../../org/staff/staff.js';
import { endClocks } from '../clocks/clocks.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { ComplaintShare } from '../complaint/complaint-share.js';
import { isGraver } from '../complaint/least-level.js';
import { move } from '../complaint/state-machine.js';
import { openStatuses } from '../enumerations.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { ComplaintMerge, type SameComplainant } from './complaint-merge.js';
import type { MergeComplaintInput } from './merge.input.js';
import { likenessOf } from './same-complainant.js';

/**
 * The bank gets: who writes twice is answered once. The later complaint is closed and handled as a part of the earlier
 * one, which has the stricter limits; both tracking codes lead to it. Nothing gets lighter by that: the earlier one must
 * be as grave and carry the same flags. `BAD_USER_INPUT` for another complainant.
 */
export const mergeComplaint = command(
  async (ctx: Context, id: string, input: MergeComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'mergeComplaint');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const reason = checks.freeText(input.reason, 'reason', { min: 10, max: 1000 });
    const target = await targetOf(ctx, input.targetId);
    checks.that(target !== null, 'targetId', 'field.notFound');
    if (target) await checkTarget(ctx, checks, complaint, target);
    const knownBy = target && (await knownHow(ctx, checks, { complaint, target, reason }));
    checks.done();
    const mergedBy = ref(ctx.em.getReference(Staff, ctx.viewer.id!));
    const at = ctx.clock.now();
    const merge = { complaint: ref(complaint), target: ref(target!), knownBy: knownBy!, reason };
    create(ctx, ComplaintMerge, { ...merge, mergedBy, mergedAt: at });
    move(complaint, 'mergeComplaint', 'CLOSED');
    complaint.closedAt = at;
    await endClocks(ctx, complaint);
    const params = { reference: complaint.reference, target: target!.reference };
    tellCustomer(ctx, complaint, 'PROGRESS', say('zh', { key: 'merge.told', params }));
    await showToHandlers(ctx, complaint, target!);
    record(ctx, 'complaint.merged', complaint, { audience: 'complaints', objectId: target!.id });
    record(ctx, 'complaint.duplicateJoined', target!, { audience: 'complaints', objectId: complaint.id });
    return complaint;
  },
);

/** A complaint that the viewer may see, locked; null for any other. */
async function targetOf(ctx: Context, id: string): Promise<Complaint | null> {
  try {
    return await find(ctx, Complaint, id);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

async function checkTarget(ctx: Context, checks: Checks, complaint: Complaint, target: Complaint): Promise<void> {
  checks.that(target.id !== complaint.id, 'targetId', 'merge.itself');
  checks.that(openStatuses.includes(target.status), 'targetId', 'merge.targetEnded');
  checks.that(target.receivedAt <= complaint.receivedAt, 'targetId', 'merge.targetLater');
  const isLighter = isGraver(complaint.level, target.level);
  const isMissing = complaint.riskFlags.some((flag) => !target.riskFlags.includes(flag));
  checks.that(!isLighter && !isMissing, 'targetId', 'merge.targetLighter');
}

interface Pair {
  complaint: Complaint;
  target: Complaint;
  reason: string | null;
}

async function knownHow(
  ctx: Context,
  checks: Checks,
  { complaint, target, reason }: Pair,
): Promise<SameComplainant | null> {
  const [one, other] = [(await complaint.complainant.load())!, (await target.complainant.load())!];
  const likeness = likenessOf(ctx.app.cipher, one, other);
  checks.that(likeness !== 'OTHER', 'targetId', 'merge.otherComplainant');
  checks.that(likeness !== 'UNKNOWN' || reason !== null, 'reason', 'merge.reasonNeeded');
  return likeness === 'ID_NUMBER' || likeness === 'PHONE' ? likeness : 'STATED';
}

/** Whoever handles the one may read the other, whose words and evidence stay where they are. */
async function showToHandlers(ctx: Context, complaint: Complaint, target: Complaint): Promise<void> {
  const handlers = [target.responsible, target.lead, target.assignedStaff].flatMap((person) => person?.id ?? []);
  const shares = await ctx.em.find(ComplaintShare, { complaint: complaint.id });
  for (const id of new Set(handlers)) {
    if (shares.some(({ staff }) => staff.id === id)) continue;
    create(ctx, ComplaintShare, {
      complaint: ref(complaint),
      staff: ref(ctx.em.getReference(Staff, id)),
      reason: 'merge',
    });
  }
}
