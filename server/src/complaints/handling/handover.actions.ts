import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { isId } from '../../kernel/id.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { move } from '../complaint/state-machine.js';
import { Handover } from './handover.js';
import type {
  AcceptHandoverInput,
  AssignComplaintInput,
  ReassignComplaintInput,
  ReturnHandoverInput,
} from './handling.input.js';
import { receiverByRule } from './route.js';
import { isRecused } from './recusal.js';
import { codeIn } from './screen.actions.js';

/**
 * The bank gets: somebody is asked to take it over, and answers for it only once they accept (D2-四.3, D7-二.3).
 * Whoever names themselves has nothing to hand over and begins.
 */
export const assignComplaint = command(
  async (ctx: Context, id: string, input: AssignComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'assignComplaint');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const reason = checks.freeText(input.reason, 'reason', { max: 1000 });
    const byRule = await receiverByRule(ctx, complaint);
    const receiverId = input.receiverId ?? byRule?.id;
    checks.that(receiverId !== undefined, 'receiverId', 'complaint.noRoute');
    checks.that(!byRule || receiverId === byRule.id || reason !== null, 'reason', 'complaint.againstRoute');
    const receiver = await checkReceiver(ctx, checks, complaint, receiverId ?? '');
    const handover = offer(ctx, complaint, receiver, reason);
    publish(ctx, 'complaint.assigned', complaint, handover);
    if (receiver.staff?.id === ctx.viewer.id) await takeOver(ctx, complaint, handover, 'assignComplaint');
    else move(complaint, 'assignComplaint', 'ASSIGNED');
    return complaint;
  },
);

/** The bank gets: what is taken up goes at once where the plan says that its kind goes (D2-四.3, D6-四.1(2)). */
export async function offerByRule(ctx: Context, complaint: Complaint): Promise<void> {
  const receiver = await receiverByRule(ctx, complaint);
  if (!receiver) return;
  const isUnit = receiver instanceof OrgUnit;
  const named = { orgUnit: isUnit ? receiver : null, staff: isUnit ? null : receiver };
  const handover = offer(ctx, complaint, named, say('zh', 'complaint.byRoute'));
  publish(ctx, 'complaint.assigned', complaint, handover);
  move(complaint, 'assignComplaint', 'ASSIGNED');
}

/** The bank gets: what was offered to the wrong ones, or lies with somebody absent, goes to another (D5-五.2(1)). */
export const reassignComplaint = command(
  async (ctx: Context, id: string, input: ReassignComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'reassignComplaint');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
    const receiver = await checkReceiver(ctx, checks, complaint, input.receiverId);
    await recallOffer(ctx, complaint);
    // The one that is taken back makes room before the next is written: only one may be open.
    await ctx.em.flush();
    const handover = offer(ctx, complaint, receiver, reason);
    move(complaint, 'reassignComplaint', 'ASSIGNED');
    publish(ctx, 'complaint.reassigned', complaint, handover);
    return complaint;
  },
);

/** The bank gets: from now on the receiver answers for it, and no longer the first handler (首问负责制, D7-二.3). */
export const acceptHandover = command(
  async (ctx: Context, id: string, input: AcceptHandoverInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'acceptHandover');
    requireVersion(complaint, input.expectedVersion);
    const handover = (await offered(ctx, complaint))!;
    await takeOver(ctx, complaint, handover, 'acceptHandover');
    return complaint;
  },
);

/** The bank gets: what was sent to the wrong place comes back with a reason, counted; the responsible stays who it was. */
export const returnHandover = command(
  async (ctx: Context, id: string, input: ReturnHandoverInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'returnHandover');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const code = await codeIn(ctx, checks, { list: 'REASON', path: 'reasonCode', code: input.reasonCode });
    const reason = checks.freeText(input.reason, 'reason', { max: 1000 });
    checks.done();
    const handover = (await offered(ctx, complaint))!;
    const earlierReturns = await ctx.em.count(Handover, { complaint: complaint.id, state: 'RETURNED' });
    handover.decide('RETURNED', me(ctx), ctx.clock.now());
    handover.returnCode = ref(code!);
    handover.returnReason = reason;
    complaint.assignedUnit = null;
    complaint.assignedStaff = null;
    move(complaint, 'returnHandover', 'SCREENED');
    publish(ctx, 'complaint.handoverReturned', complaint, handover, { returns: earlierReturns + 1 });
    return complaint;
  },
);

/** A unit or a person: exactly one of them. */
interface Receiver {
  orgUnit: OrgUnit | null;
  staff: Staff | null;
}

/** An active unit or person, and nobody who is complained of or works under them (回避). */
async function checkReceiver(
  ctx: Context,
  checks: Checks,
  complaint: Complaint,
  receiverId: string,
): Promise<Receiver> {
  const where = isId(receiverId) ? { id: receiverId, isActive: true } : null;
  const orgUnit = where && (await ctx.em.findOne(OrgUnit, where));
  const staff = where && !orgUnit ? await ctx.em.findOne(Staff, where) : null;
  checks.that(orgUnit !== null || staff !== null, 'receiverId', 'complaint.unknownReceiver');
  checks.that(!staff || !isRecused(complaint, staff), 'receiverId', 'complaint.recused');
  checks.that(!staff || !complaint.formerLeadIds.includes(staff.id), 'receiverId', 'complaint.formerLead');
  const isHolder = complaint.status === 'INVESTIGATING' && staff !== null && staff.id === complaint.responsible?.id;
  checks.that(!isHolder, 'receiverId', 'complaint.holdsItAlready');
  checks.done();
  return { orgUnit, staff };
}

function offer(ctx: Context, complaint: Complaint, { orgUnit, staff }: Receiver, reason: string | null): Handover {
  complaint.assignedUnit = orgUnit && ref(orgUnit);
  complaint.assignedStaff = staff && ref(staff);
  const at = ctx.clock.now();
  return create(ctx, Handover, {
    complaint: ref(complaint),
    state: 'OFFERED',
    orgUnit: complaint.assignedUnit,
    staff: complaint.assignedStaff,
    offeredBy: me(ctx),
    offeredAt: at,
    reason,
  });
}

/** The viewer answers for it now, at the unit that was asked, else at their own. */
async function takeOver(
  ctx: Context,
  complaint: Complaint,
  handover: Handover,
  verb: 'acceptHandover' | 'assignComplaint',
): Promise<void> {
  const person = await ctx.em.findOneOrFail(Staff, ctx.viewer.id!, { populate: ['orgUnit'] });
  handover.decide('ACCEPTED', ref(person), ctx.clock.now());
  complaint.responsible = ref(person);
  complaint.orgUnit = handover.orgUnit ?? person.orgUnit;
  move(complaint, verb, 'INVESTIGATING');
  publish(ctx, 'complaint.handoverAccepted', complaint, handover);
}

/** Takes back what is offered and not yet accepted, if anything is. */
export async function recallOffer(ctx: Context, complaint: Complaint): Promise<void> {
  const handover = await offered(ctx, complaint);
  handover?.decide('RECALLED', ctx.viewer.kind === 'STAFF' ? me(ctx) : null, ctx.clock.now());
  complaint.assignedUnit = null;
  complaint.assignedStaff = null;
}

const offered = (ctx: Context, complaint: Complaint): Promise<Handover | null> =>
  ctx.em.findOne(Handover, { complaint: complaint.id, state: 'OFFERED' });

const me = ({ em, viewer }: Context) => ref(em.getReference(Staff, viewer.id!));

function publish(
  ctx: Context,
  kind: string,
  complaint: Complaint,
  { id }: Handover,
  data: Record<string, number> = {},
): void {
  record(ctx, kind, complaint, { audience: 'complaints', objectId: id, data });
}
