import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { CodeListEntry, type CodeListName } from '../../work/code-list-entry.js';
import { endClocks } from '../clocks/clocks.actions.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { setLevel } from '../complaint/change-level.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { gravestOf, isGraver, leastLevel } from '../complaint/least-level.js';
import { move } from '../complaint/state-machine.js';
import { needsMany } from '../cooperation/cooperation.access.js';
import type { Level } from '../enumerations.js';
import type { ScreenComplaintInput } from './handling.input.js';
import { tellCustomer } from './tell-customer.js';

/**
 * The bank gets: what is genuine and its own to handle is classified and graded, the rest is refused with a reason
 * (D1-五.1(2–3), D4-四.1(1), D7-四.2). `BAD_USER_INPUT` names every answer that is missing.
 */
export const screenComplaint = command(
  async (ctx: Context, id: string, input: ScreenComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'screenComplaint');
    requireVersion(complaint, input.expectedVersion);
    await (input.outcome === 'ACCEPT' ? accept(ctx, complaint, input) : reject(ctx, complaint, input));
    complaint.screenedAt = ctx.clock.now();
    return complaint;
  },
);

async function accept(ctx: Context, complaint: Complaint, input: ScreenComplaintInput): Promise<void> {
  const checks = new Checks();
  checks.that(input.authentic === true, 'authentic', answerNeeded(input.authentic));
  checks.that(input.withinScope === true, 'withinScope', answerNeeded(input.withinScope));
  checks.that(input.complexity != null, 'complexity', 'field.required');
  checks.that(input.handlingMode != null, 'handlingMode', 'field.required');
  checks.that(input.isEmergency != null, 'isEmergency', 'field.required');
  const chosen = await codeIn(ctx, checks, { list: 'CATEGORY', path: 'categoryCode', code: input.categoryCode });
  checks.that(chosen !== null || complaint.category !== null, 'categoryCode', 'complaint.categoryNeeded');
  const category = chosen ?? (await complaint.category?.load()) ?? null;
  const least = leastLevel(await policyAtReceipt(ctx.em, complaint), category, complaint.riskFlags);
  const level = input.level ?? gravestOf(least, complaint.level);
  checks.that(!isGraver(least, level), 'level', 'complaint.belowLeastLevel');
  const why = checks.freeText(input.levelReason, 'levelReason', { max: 1000 });
  const isLifted = input.level == null || input.level === complaint.level;
  checks.that(isLifted || why !== null, 'levelReason', 'field.required');
  const isMany = input.handlingMode === 'JOINT' || input.handlingMode === 'EMERGENCY';
  const isHard = needsMany({ complexity: input.complexity ?? null, level });
  checks.that(!isHard || isMany || input.handlingMode == null, 'handlingMode', 'complaint.jointNeeded');
  checks.done();
  await takeUp(ctx, complaint, { level, why, chosen, input });
}

interface Findings {
  level: Level;
  why: string | null;
  chosen: CodeListEntry | null;
  input: ScreenComplaintInput;
}

async function takeUp(ctx: Context, complaint: Complaint, { level, why, chosen, input }: Findings): Promise<void> {
  const isReclassified = chosen !== null && complaint.category?.id !== chosen.id;
  if (chosen) complaint.category = ref(chosen);
  complaint.complexity = input.complexity!;
  complaint.handlingMode = input.handlingMode!;
  complaint.isEmergency = input.isEmergency!;
  move(complaint, 'screenComplaint', 'SCREENED');
  const params = { reference: complaint.reference };
  tellCustomer(ctx, complaint, 'ACCEPTANCE', say('zh', { key: 'complaint.accepted', params }));
  record(ctx, 'complaint.screened', complaint, {
    audience: 'complaints',
    data: { isEmergency: complaint.isEmergency, isReclassified },
  });
  const isForced = input.level == null;
  const reason = why ?? say('zh', 'complaint.liftedByCategory');
  if (level !== complaint.level) await setLevel(ctx, complaint, level, reason, { isForced });
}

/** Only what is light is refused at the door: MAJOR and above is refused after an investigation alone. */
async function reject(ctx: Context, complaint: Complaint, input: ScreenComplaintInput): Promise<void> {
  const checks = new Checks();
  checks.that(input.authentic != null, 'authentic', 'field.required');
  checks.that(input.withinScope != null, 'withinScope', 'field.required');
  checks.that(!isGraver(complaint.level, 'GENERAL'), 'outcome', 'complaint.tooGraveToReject');
  const reason = await codeIn(ctx, checks, { list: 'REASON', path: 'reasonCode', code: input.reasonCode });
  checks.that(reason !== null, 'reasonCode', 'field.required');
  const notice = checks.requiredFreeText(input.notice, 'notice', { max: 2000 });
  checks.done();
  complaint.rejectionReason = ref(reason!);
  complaint.repliedAt = ctx.clock.now();
  move(complaint, 'screenComplaint', 'REJECTED');
  const params = { reference: complaint.reference, reason: reason!.nameZh, notice };
  tellCustomer(ctx, complaint, 'REJECTION', say('zh', { key: 'complaint.rejected', params }));
  await endClocks(ctx, complaint);
  record(ctx, 'complaint.rejected', complaint, {
    audience: 'complaints',
    data: { reason: reason!.code },
  });
}

const answerNeeded = (answer: boolean | null | undefined) =>
  answer == null ? 'field.required' : 'complaint.rejectInstead';

interface CodeChoice {
  list: CodeListName;
  path: string;
  code: string | null | undefined;
}

/** The active entry of a list that a code names; a wrong code is noted, an absent one is not. */
export async function codeIn(
  ctx: Context,
  checks: Checks,
  { list, path, code }: CodeChoice,
): Promise<CodeListEntry | null> {
  const wanted = checks.text(code, path, { max: 60 });
  if (!wanted || checks.isWrong(path)) return null;
  const entry = await ctx.em.findOne(CodeListEntry, { list, code: wanted, isActive: true });
  checks.that(entry !== null, path, 'complaint.unknownCode');
  return entry;
}
