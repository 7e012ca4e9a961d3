import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, create, record, type Context } from '../../kernel/context.js';
import { bankDay } from '../../kernel/bank-day.js';
import { conflict, requireOpen } from '../../kernel/errors.js';
import { say } from '../../kernel/messages.js';
import { Staff } from '../../org/staff/staff.js';
import { startClock } from '../clocks/clocks.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import type { Complaint } from '../complaint/complaint.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { speakerOf, spokenOf, type Speaker } from '../tracking/customer.js';
import type { FileAppealInput } from './aftermath.input.js';
import { isInTime, mayAppealOwn } from './appeal.access.js';
import { Appeal } from './appeal.js';
import { appealDecidersOf } from './deciders.js';

/**
 * The bank gets: a customer who does not accept the decision asks the leadership group for another, by the code, by the
 * app or through staff (D5-五.4(2)). In time it is accepted at once, its clock runs and those who decide it hear of it;
 * too late it is on file as such.
 */
export async function fileAppeal(ctx: Context, id: string | null | undefined, input: FileAppealInput): Promise<Appeal> {
  const checks = new Checks();
  const grounds = checks.requiredFreeText(input.grounds, 'grounds', { max: 4000 });
  const idempotencyKey = checks.requiredText(input.idempotencyKey, 'idempotencyKey', { min: 8, max: 128 });
  checks.done();
  return file(ctx, await speakerOf(ctx, { id, trackingCode: input.trackingCode }), {
    ...input,
    grounds,
    idempotencyKey,
  });
}

const file = command(async (ctx: Context, speaker: Speaker, input: FileAppealInput): Promise<Appeal> => {
  const { grounds, idempotencyKey } = input;
  const { complaint, isCustomer, caller } = await spokenOf(ctx, speaker);
  const requestDigest = ctx.app.cipher.digest('request', JSON.stringify(input));
  const earlier = await ctx.em.findOne(Appeal, { complaint: complaint.id, caller, idempotencyKey });
  if (earlier && earlier.requestDigest !== requestDigest) throw conflict('error.keyReused');
  if (earlier) return earlier;
  if (isCustomer)
    requireOpen(mayAppealOwn({ ...complaint, openAppeals: await openAppealsOf(ctx, complaint) }), () => []);
  else await requireVerb(ctx, complaint, 'fileAppeal');
  const now = ctx.clock.now();
  const isStaff = ctx.viewer.kind === 'STAFF';
  const appeal = create(ctx, Appeal, {
    complaint: ref(complaint),
    state: isInTime(complaint, now) ? 'ACCEPTED' : 'OUT_OF_TIME',
    grounds,
    channel: isCustomer ? null : (input.channel ?? (isStaff ? 'PHONE' : null)),
    filedAt: now,
    filedBy: isStaff ? ref(ctx.em.getReference(Staff, ctx.viewer.id!)) : null,
    caller,
    idempotencyKey,
    requestDigest,
  });
  complaint.isAppealed = true;
  await (appeal.state === 'ACCEPTED' ? accept(ctx, complaint, appeal) : refuse(ctx, complaint));
  record(ctx, 'complaint.appealFiled', complaint, {
    audience: 'complaints',
    objectId: appeal.id,
    data: { state: appeal.state },
  });
  return appeal;
});

const openAppealsOf = ({ em }: Context, { id }: Complaint) => em.find(Appeal, { complaint: id, state: 'ACCEPTED' });

async function accept(ctx: Context, complaint: Complaint, appeal: Appeal): Promise<void> {
  await nameDeciders(ctx, complaint, appeal);
  const clock = await startClock(ctx, complaint, { kind: 'APPEAL', subjectId: appeal.id });
  // The limit ends at 24:00 of its last day.
  const day = clock && bankDay(new Date(clock.dueAt.getTime() - 1));
  const { reference } = complaint;
  const words = day
    ? say('zh', { key: 'appeal.acceptedUntil', params: { reference, day } })
    : say('zh', { key: 'appeal.accepted', params: { reference } });
  tellCustomer(ctx, complaint, 'ACCEPTANCE', words);
}

async function refuse(ctx: Context, complaint: Complaint): Promise<void> {
  const params = { reference: complaint.reference };
  tellCustomer(ctx, complaint, 'REJECTION', say('zh', { key: 'appeal.outOfTime', params }));
}

/** Puts down who decides an appeal, as the groups are staffed now. */
export async function nameDeciders(ctx: Context, complaint: Complaint, appeal: Appeal): Promise<void> {
  const deciders = await appealDecidersOf(ctx, complaint);
  appeal.decidingUnit = deciders && ref(deciders.orgUnit);
  appeal.deciderIds = deciders?.staff.map(({ id }) => id) ?? [];
}
