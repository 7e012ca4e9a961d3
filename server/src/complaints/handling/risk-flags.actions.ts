import { Checks } from '../../kernel/checks.js';
import { command, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { setLevel } from '../complaint/change-level.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { isGraver, leastLevel } from '../complaint/least-level.js';
import type { SetRiskFlagsInput } from './handling.input.js';

/**
 * The bank gets: what makes a matter dangerous is marked whenever it comes out, those above hear of what is new, and
 * the level is lifted to what it demands (D1-二.3, D5-六.1(1), D3-2.4).
 */
export const setRiskFlags = command(async (ctx: Context, id: string, input: SetRiskFlagsInput): Promise<Complaint> => {
  const complaint = await find(ctx, Complaint, id);
  await requireVerb(ctx, complaint, 'setRiskFlags');
  requireVersion(complaint, input.expectedVersion);
  const before = complaint.riskFlags;
  const after = [...new Set(input.riskFlags)];
  const checks = new Checks();
  const isSame = after.length === before.length && after.every((flag) => before.includes(flag));
  checks.that(!isSame, 'riskFlags', 'complaint.sameFlags');
  checks.that(complaint.channel !== 'MEDIA' || after.includes('MEDIA'), 'riskFlags', 'complaint.mediaStays');
  checks.done();
  complaint.riskFlags = after;
  record(ctx, 'complaint.riskFlagsSet', complaint, { audience: 'complaints', data: { before, after } });
  const category = (await complaint.category?.load()) ?? null;
  const least = leastLevel(await policyAtReceipt(ctx.em, complaint), category, after);
  if (isGraver(least, complaint.level)) {
    await setLevel(ctx, complaint, least, say('zh', 'complaint.liftedByCategory'), { isForced: true });
  }
  return complaint;
});
