import { LockMode } from '@mikro-orm/postgresql';
import { ref } from '@mikro-orm/core';
import type { Permission } from '../../kernel/allowed-action.js';
import { Checks } from '../../kernel/checks.js';
import { command, record, requireVersion, type Context } from '../../kernel/context.js';
import { notFound, requireOpen } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { say } from '../../kernel/messages.js';
import { isReadable } from '../../kernel/read/read.js';
import type { Viewer } from '../../kernel/viewer.js';
import { Staff } from '../../org/staff/staff.js';
import { cancelClocks, fulfilClocks } from '../clocks/clocks.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { complaintIdOf } from '../tracking/track-complaint.js';
import type { DecideAppealInput, WithdrawAppealInput } from './aftermath.input.js';
import { mayDecide, mayWithdraw, whileOpen, type AppealFacts } from './appeal.access.js';
import { Appeal } from './appeal.js';
import { checkReopening, reopen } from './reopen.actions.js';

/**
 * The bank gets: members of the leadership group who had no part in the complaint decide the appeal, and what they
 * uphold, in full or in part, is handled anew by others (D5-五.4(2)).
 */
export const decideAppeal = command(async (ctx: Context, id: string, input: DecideAppealInput): Promise<Appeal> => {
  const { appeal, complaint } = await lockedAppeal(ctx, id, await isSeen(ctx, id));
  await requireMay(ctx, appeal, complaint, mayDecide);
  requireVersion(appeal, input.expectedVersion);
  const isDismissed = input.decision === 'DISMISSED';
  const checks = new Checks();
  const reasons = checks.requiredFreeText(input.reasons, 'reasons', { max: 4000 });
  const reply = checks.requiredFreeText(input.reply, 'reply', { min: 6, max: 2000 });
  checks.that(!isDismissed || input.reopening == null, 'reopening', 'appeal.nothingReopened');
  const how = isDismissed ? null : await checkReopening(ctx, checks, complaint, input.reopening ?? {}, 'reopening.');
  checks.done();
  Object.assign(appeal, { decision: input.decision, reasons });
  appeal.decidedBy = ref(ctx.em.getReference(Staff, ctx.viewer.id!));
  end(ctx, appeal, 'DECIDED');
  await fulfilClocks(ctx, complaint, ['APPEAL'], appeal.id);
  const params = { reference: complaint.reference, reply };
  tellCustomer(ctx, complaint, 'REPLY', say('zh', { key: `appeal.told.${input.decision}`, params }));
  publish(ctx, 'complaint.appealDecided', complaint, appeal, { decision: input.decision });
  if (how) await reopen(ctx, complaint, { ...how, reason: reasons, appeal });
  return appeal;
});

/** The bank gets: who thinks better of an appeal takes it back, and may appeal again while there is time. */
export async function withdrawAppeal(ctx: Context, id: string, input: WithdrawAppealInput): Promise<Appeal> {
  const { trackingCode } = input;
  return withdraw(ctx, id, { ...input, own: trackingCode == null ? null : await complaintIdOf(ctx, trackingCode) });
}

/** What is taken back, and the complaint whose customer does so. */
interface Withdrawal extends WithdrawAppealInput {
  own: string | null;
}

const withdraw = command(async (ctx: Context, id: string, input: Withdrawal): Promise<Appeal> => {
  const { own } = input;
  const isTheirs = own === null ? await isSeen(ctx, id) : await isOf(ctx, id, own);
  const { appeal, complaint } = await lockedAppeal(ctx, id, isTheirs);
  await requireMay(ctx, appeal, complaint, own === null ? mayWithdraw : (_, facts) => whileOpen(facts));
  requireVersion(appeal, input.expectedVersion);
  end(ctx, appeal, 'WITHDRAWN');
  complaint.isAppealed = false;
  await cancelClocks(ctx, complaint, ['APPEAL'], appeal.id);
  publish(ctx, 'complaint.appealWithdrawn', complaint, appeal, {});
  return appeal;
});

/** An appeal that the caller may see, and its complaint, which every action locks first. */
async function lockedAppeal(
  ctx: Context,
  id: string,
  isVisible: boolean,
): Promise<{ appeal: Appeal; complaint: Complaint }> {
  const seen = isVisible ? await ctx.em.findOne(Appeal, { id }) : null;
  if (!seen) throw notFound();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const complaint = await ctx.em.findOneOrFail(Complaint, { id: seen.complaint.id }, lock);
  return { appeal: await ctx.em.findOneOrFail(Appeal, { id }, lock), complaint };
}

const isSeen = async (ctx: Context, id: string): Promise<boolean> => isId(id) && isReadable(ctx, Appeal, id);

const isOf = async ({ em }: Context, id: string, complaint: string): Promise<boolean> =>
  isId(id) && (await em.count(Appeal, { id, complaint })) > 0;

async function requireMay(
  ctx: Context,
  { state, deciderIds }: Appeal,
  complaint: Complaint,
  may: (viewer: Viewer, facts: AppealFacts) => Permission,
): Promise<void> {
  await ctx.em.populate(complaint, ['orgUnit', 'registeredUnit']);
  const { registeredByKey, staffComplainedOfIds } = complaint;
  const places = { orgUnit: complaint.orgUnit.getEntity(), registeredUnit: complaint.registeredUnit.getEntity() };
  const facts = { state, deciderIds, complaint: { ...places, registeredByKey, staffComplainedOfIds } };
  requireOpen(may(ctx.viewer, facts), () => []);
}

function end(ctx: Context, appeal: Appeal, state: 'DECIDED' | 'WITHDRAWN'): void {
  appeal.state = state;
  appeal.endedAt = ctx.clock.now();
}

function publish(ctx: Context, kind: string, complaint: Complaint, { id }: Appeal, data: Record<string, string>): void {
  record(ctx, kind, complaint, { audience: 'complaints', objectId: id, data });
}
