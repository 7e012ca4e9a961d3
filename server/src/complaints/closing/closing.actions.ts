import { ref } from '@mikro-orm/core';
import { bankDay } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { Staff } from '../../org/staff/staff.js';
import { ImprovementAction } from '../../work/review/improvement-action.js';
import { Review } from '../../work/review/review.js';
import { endClocks } from '../clocks/clocks.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { move } from '../complaint/state-machine.js';
import type { CloseComplaintInput, ImprovementInput, ReviewComplaintInput } from './closing.input.js';

/** What reviews of complaints carry as `subjectKind`. */
export const reviewSubject = 'COMPLAINT';

/** The bank gets: the file is complete; nothing that was promised, asked or appealed is left open (D2-四.5, D5-五.2(4)). */
export const closeComplaint = command(
  async (ctx: Context, id: string, input: CloseComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'closeComplaint');
    requireVersion(complaint, input.expectedVersion);
    await close(ctx, complaint);
    return complaint;
  },
);

async function close(ctx: Context, complaint: Complaint): Promise<void> {
  move(complaint, 'closeComplaint', 'CLOSED');
  complaint.closedAt = ctx.clock.now();
  await endClocks(ctx, complaint);
  record(ctx, 'complaint.closed', complaint, { audience: 'complaints' });
}

const mostImprovements = 20;

/** The bank gets: what a grave case teaches is reported to the leaders and done by somebody by a day (D2-四.6, D2-三.2(3)). */
export const reviewComplaint = command(
  async (ctx: Context, id: string, input: ReviewComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'reviewComplaint');
    requireVersion(complaint, input.expectedVersion);
    const { improvements, ...said } = await checkReview(ctx, input);
    const at = ctx.clock.now();
    const by = ref(ctx.em.getReference(Staff, ctx.viewer.id!));
    const review = create(ctx, Review, { ...said, subjectKind: reviewSubject, subjectId: complaint.id, by, at });
    for (const improvement of improvements) create(ctx, ImprovementAction, { ...improvement, review: ref(review) });
    complaint.reviewedAt = at;
    record(ctx, 'complaint.reviewed', complaint, {
      audience: 'complaints',
      objectId: review.id,
      data: { improvements: improvements.length },
    });
    return complaint;
  },
);

async function checkReview(ctx: Context, input: ReviewComplaintInput) {
  const checks = new Checks();
  const assessment = checks.requiredFreeText(input.assessment, 'assessment', { max: 4000 });
  const noActionReason = checks.freeText(input.noActionReason, 'noActionReason', { max: 1000 });
  const { length } = input.improvements;
  checks.that(length <= mostImprovements, 'improvements', { key: 'plan.tooMany', params: { most: mostImprovements } });
  checks.that(length > 0 || noActionReason !== null, 'noActionReason', 'closing.actionOrReason');
  checks.that(length === 0 || noActionReason === null, 'noActionReason', 'closing.actionAndReason');
  const improvements = [];
  for (const [index, improvement] of input.improvements.slice(0, mostImprovements).entries())
    improvements.push(await checkImprovement(ctx, checks, improvement, `improvements.${index}`));
  checks.done();
  return { assessment, noActionReason, improvements };
}

async function checkImprovement(ctx: Context, checks: Checks, input: ImprovementInput, path: string) {
  const text = checks.requiredFreeText(input.text, `${path}.text`, { max: 1000 });
  const owner = isId(input.ownerId) ? await ctx.em.findOne(Staff, { id: input.ownerId, isActive: true }) : null;
  checks.that(owner !== null, `${path}.ownerId`, 'complaint.unknownReceiver');
  checks.that(input.dueOn >= bankDay(ctx.clock.now()), `${path}.dueOn`, 'resolution.dayPast');
  return { text, owner: ref(owner!), dueOn: input.dueOn };
}
