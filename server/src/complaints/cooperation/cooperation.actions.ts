import { LockMode, ref } from '@mikro-orm/core';
import { bankDay, daysFrom } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { notFound, requireThat } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { cancelClocks, fulfilClocks, startClock } from '../clocks/clocks.actions.js';
import { refuseOver, requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import type { ComplaintVerb } from '../complaint/state-machine.js';
import { answersFor, isJoint } from './cooperation.access.js';
import type { AnswerCooperationInput, CancelCooperationInput, RequestCooperationInput } from './cooperation.input.js';
import { Cooperation } from './cooperation.js';

/**
 * The bank gets: a department helps by a time of its own, and who answers for the complaint stays the same
 * (D2-三.3(3), D7-二.4). `BAD_USER_INPUT` for the unit that has it, or that is asked already.
 */
export const requestCooperation = command(
  async (ctx: Context, id: string, input: RequestCooperationInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'requestCooperation');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const question = checks.requiredFreeText(input.question, 'question', { max: 2000 });
    const orgUnit = await checkUnit(ctx, checks, complaint, input.orgUnitId);
    const limit = limitUntil(ctx, checks, input.dueOn);
    checks.done();
    const cooperation = create(ctx, Cooperation, {
      complaint: ref(complaint),
      orgUnit: ref(orgUnit!),
      question,
      askedBy: ref(ctx.em.getReference(Staff, ctx.viewer.id!)),
      askedAt: ctx.clock.now(),
    });
    const clock = await startClock(ctx, complaint, { kind: 'COOPERATION', subjectId: cooperation.id, ...limit });
    cooperation.clock = clock && ref(clock);
    publish(ctx, 'complaint.cooperationRequested', complaint, cooperation);
    return complaint;
  },
);

async function checkUnit(
  ctx: Context,
  checks: Checks,
  complaint: Complaint,
  orgUnitId: string,
): Promise<OrgUnit | null> {
  const orgUnit = isId(orgUnitId) ? await ctx.em.findOne(OrgUnit, { id: orgUnitId, isActive: true }) : null;
  checks.that(orgUnit !== null, 'orgUnitId', 'complaint.unknownUnit');
  checks.that(orgUnitId !== complaint.orgUnit.id, 'orgUnitId', 'complaint.ownUnit');
  const asked = orgUnit && { complaint: complaint.id, orgUnit: orgUnit.id, state: 'ASKED' as const };
  checks.that(!asked || !(await ctx.em.count(Cooperation, asked)), 'orgUnitId', 'complaint.askedAlready');
  return orgUnit;
}

/** The days until a day that somebody names; none where the plan says how long it may take. */
function limitUntil(ctx: Context, checks: Checks, dueOn: string | null | undefined) {
  if (dueOn == null) return {};
  const count = daysFrom(bankDay(ctx.clock.now()), dueOn) - 1;
  checks.that(count >= 1 && count <= 365, 'dueOn', 'complaint.dueOutOfRange');
  return { limit: { count, unit: 'NATURAL_DAY' as const } };
}

/**
 * The bank gets: what the department has to say and, where several look into a matter together, what it found
 * (D7-二.4, D7-四.3).
 */
export const answerCooperation = command(
  async (ctx: Context, id: string, input: AnswerCooperationInput): Promise<Cooperation> => {
    const { cooperation, complaint } = await requireOpen(ctx, id, 'answerCooperation');
    requireThat(answersFor(ctx.viewer, await cooperation.orgUnit.loadOrFail()), 'complaint.notThisUnits');
    await requireWaiting(ctx, complaint, cooperation);
    requireVersion(cooperation, input.expectedVersion);
    const checks = new Checks();
    const answer = checks.requiredFreeText(input.answer, 'answer', { max: 4000 });
    const finding = checks.freeText(input.finding, 'finding', { max: 4000 });
    checks.that(finding !== null || !isJoint(complaint), 'finding', 'field.required');
    checks.done();
    cooperation.reply(ref(ctx.em.getReference(Staff, ctx.viewer.id!)), ctx.clock.now(), { answer, finding });
    await fulfilClocks(ctx, complaint, ['COOPERATION'], cooperation.id);
    publish(ctx, 'complaint.cooperationAnswered', complaint, cooperation);
    return cooperation;
  },
);

/** The bank gets: nobody is waited for who is needed no more, so that no silence blocks the others (D7-二.4). */
export const cancelCooperation = command(
  async (ctx: Context, id: string, input: CancelCooperationInput): Promise<Cooperation> => {
    const { cooperation, complaint } = await requireOpen(ctx, id, 'cancelCooperation');
    await requireWaiting(ctx, complaint, cooperation);
    requireVersion(cooperation, input.expectedVersion);
    const checks = new Checks();
    const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
    checks.done();
    cooperation.cancel(reason);
    await cancelClocks(ctx, complaint, ['COOPERATION'], cooperation.id);
    publish(ctx, 'complaint.cooperationCancelled', complaint, cooperation);
    return cooperation;
  },
);

/** A request and its complaint, both locked; `NOT_FOUND` where the complaint is not to be seen. */
async function requireOpen(ctx: Context, id: string, verb: ComplaintVerb) {
  const known = isId(id) ? await ctx.em.findOne(Cooperation, { id }) : null;
  if (!known) throw notFound();
  // The complaint first, as every action does.
  const complaint = await find(ctx, Complaint, known.complaint.id);
  const cooperation = await ctx.em.findOneOrFail(
    Cooperation,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  await requireVerb(ctx, complaint, verb);
  return { cooperation, complaint };
}

async function requireWaiting(ctx: Context, complaint: Complaint, { state }: Cooperation): Promise<void> {
  if (state === 'ASKED') return;
  await refuseOver(ctx, complaint, 'complaint.cooperationOver');
}

const publish = (ctx: Context, kind: string, complaint: Complaint, { id }: Cooperation) =>
  record(ctx, kind, complaint, { audience: 'complaints', objectId: id });
