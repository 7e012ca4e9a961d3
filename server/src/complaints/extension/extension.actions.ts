import { ref } from '@mikro-orm/core';
import { bankDay, dayAfter } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { say } from '../../kernel/messages.js';
import { Staff } from '../../org/staff/staff.js';
import { clocksOf, nearestOf } from '../clocks/clocks.actions.js';
import { keep, standOf } from '../clocks/revise.actions.js';
import type { SlaClock } from '../clocks/sla-clock.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { Extension } from './extension.js';
import type { RequestExtensionInput, ReviewExtensionInput } from './extension.input.js';
import { outlookOf, type Longer } from './outlook.actions.js';

/**
 * The bank gets: whoever needs more time says so before the time is over, why and how much. Nothing moves by that:
 * somebody else decides. `BAD_USER_INPUT` for what is no longer limit, or longer than a regulation allows.
 */
export const requestExtension = command(
  async (ctx: Context, id: string, input: RequestExtensionInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'requestExtension');
    requireVersion(complaint, input.expectedVersion);
    const { workingDayCount } = input;
    const checks = new Checks();
    const reason = checks.requiredFreeText(input.reason, 'reason', { min: 10, max: 500 });
    checks.number(workingDayCount, 'workingDayCount', { min: 1, max: 120 });
    const clock = await clockOfDecision(ctx, complaint);
    const isSensible = !checks.isWrong('workingDayCount');
    const outlook = isSensible ? await outlookOf(ctx, complaint, clock, workingDayCount) : null;
    if (outlook?.problem) checks.that(false, 'workingDayCount', outlook.problem);
    checks.done();
    const { longer, needsLeaders } = outlook!;
    const earlier = await ctx.em.count(Extension, { clock: clock.id, isApproved: true });
    const extension = create(ctx, Extension, {
      complaint: ref(complaint),
      clock: ref(clock),
      reason,
      workingDayCount,
      dueAt: longer[0].end.dueAt,
      needsLeaders: needsLeaders || earlier > 0,
      requestedBy: me(ctx),
      requestedAt: ctx.clock.now(),
    });
    publish(ctx, 'complaint.extensionRequested', complaint, extension);
    return complaint;
  },
);

/**
 * The bank gets: more time is given by somebody else than who asked, above the second time by the leaders; what the
 * clocks said is kept, and the customer is told the reason and the new day in the same transaction (办法, 延期告知).
 */
export const reviewExtension = command(
  async (ctx: Context, id: string, input: ReviewExtensionInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'reviewExtension');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const isApproved = input.decision === 'APPROVE';
    const comment = checks.freeText(input.comment, 'comment', { max: 1000 });
    checks.that(isApproved || comment !== null, 'comment', 'field.required');
    checks.done();
    const clock = await clockOfDecision(ctx, complaint);
    const extension = await ctx.em.findOneOrFail(Extension, { clock: clock.id, isApproved: null });
    if (isApproved) await lengthen(ctx, complaint, extension, clock);
    extension.isApproved = isApproved;
    extension.comment = comment;
    extension.decidedBy = me(ctx);
    extension.decidedAt = ctx.clock.now();
    publish(ctx, isApproved ? 'complaint.extended' : 'complaint.extensionRefused', complaint, extension);
    return complaint;
  },
);

async function lengthen(ctx: Context, complaint: Complaint, extension: Extension, clock: SlaClock): Promise<void> {
  const { longer, problem } = await outlookOf(ctx, complaint, clock, extension.workingDayCount);
  // Since it was asked for, the level or the calendar may have changed.
  if (problem) throw conflict(problem);
  for (const each of longer) giveTime(ctx, each);
  const [{ end }] = longer;
  extension.dueAt = end.dueAt;
  complaint.nextDueAt = nearestOf(await clocksOf(ctx, complaint));
  const params = { reference: complaint.reference, reason: extension.reason, day: dayAfter(bankDay(end.dueAt), -1) };
  tellCustomer(ctx, complaint, 'EXTENSION', say('zh', { key: 'extension.told', params }));
}

function giveTime(ctx: Context, { clock, limit, end }: Longer): void {
  const before = standOf(clock);
  clock.allow({ ...limit, clause: clock.clause, escalates: clock.escalates });
  clock.reckon(end, ctx.clock.now());
  keep(ctx, clock, before, 'EXTENSION');
}

/** The clock of the decision, which the verbs ask to be running. */
async function clockOfDecision(ctx: Context, complaint: Complaint): Promise<SlaClock> {
  const clocks = await clocksOf(ctx, complaint);
  return clocks.find(({ kind, isLive }) => kind === 'RESOLUTION' && isLive)!;
}

const me = ({ em, viewer }: Context) => ref(em.getReference(Staff, viewer.id!));

const publish = (ctx: Context, kind: string, complaint: Complaint, { id }: Extension) =>
  record(ctx, kind, complaint, { audience: 'complaints', objectId: id });
