import { ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { command, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import type { CodeListEntry } from '../../work/code-list-entry.js';
import { startNextRound } from '../clocks/clocks.actions.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { setLevel } from '../complaint/change-level.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { gravestOf, isGraver, leastLevel } from '../complaint/least-level.js';
import { move } from '../complaint/state-machine.js';
import { needsMany } from '../cooperation/cooperation.access.js';
import type { Complexity, HandlingMode, Level } from '../enumerations.js';
import { endWork } from '../handling/end-work.js';
import { codeIn } from '../handling/screen.actions.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { dutyPerson } from '../intake/duty-person.js';
import type { Appeal } from './appeal.js';
import type { ReopenComplaintInput, ReopeningInput } from './aftermath.input.js';
import { Survey } from './survey.js';

/** The bank gets: what was settled wrongly is taken up again by others, while that is still possible; the customer knows. */
export const reopenComplaint = command(
  async (ctx: Context, id: string, input: ReopenComplaintInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'reopenComplaint');
    requireVersion(complaint, input.expectedVersion);
    const checks = new Checks();
    const reason = checks.requiredFreeText(input.reason, 'reason', { max: 1000 });
    const how = await checkReopening(ctx, checks, complaint, input);
    checks.done();
    await reopen(ctx, complaint, { ...how, reason, appeal: null });
    const params = { reference: complaint.reference };
    tellCustomer(ctx, complaint, 'ACCEPTANCE', say('zh', { key: 'reopening.told', params }));
    return complaint;
  },
);

/** How it is taken up again, checked. */
interface Reopening {
  chosen: CodeListEntry | null;
  level: Level;
  complexity: Complexity;
  handlingMode: HandlingMode;
}

/** Category and level as screening would set them; notes what is missing under `path`. */
export async function checkReopening(
  ctx: Context,
  checks: Checks,
  complaint: Complaint,
  input: ReopeningInput,
  path = '',
): Promise<Reopening> {
  const at = (field: string) => path + field;
  const chosen = await codeIn(ctx, checks, { list: 'CATEGORY', path: at('categoryCode'), code: input.categoryCode });
  checks.that(chosen !== null || complaint.category !== null, at('categoryCode'), 'complaint.categoryNeeded');
  const category = chosen ?? (await complaint.category?.load()) ?? null;
  const least = leastLevel(await policyAtReceipt(ctx.em, complaint), category, complaint.riskFlags);
  const level = input.level ?? gravestOf(least, complaint.level);
  checks.that(!isGraver(least, level), at('level'), 'complaint.belowLeastLevel');
  // What was settled at once, or taken back before, was never judged.
  const complexity = input.complexity ?? complaint.complexity ?? 'SIMPLE';
  const isForMany = needsMany({ complexity, level });
  const handlingMode = input.handlingMode ?? modeOf(complaint, isForMany);
  checks.that(!isForMany || byMany.includes(handlingMode), at('handlingMode'), 'complaint.jointNeeded');
  return { chosen, level, complexity, handlingMode };
}

const byMany: readonly HandlingMode[] = ['JOINT', 'EMERGENCY'];

/** As before, where that may go on. */
function modeOf({ handlingMode }: Complaint, isForMany: boolean): HandlingMode {
  if (handlingMode && byMany.includes(handlingMode)) return handlingMode;
  return isForMany ? 'JOINT' : 'STANDARD';
}

/**
 * Takes a complaint up anew: another has to handle it, the first response and the decision run once more, no resolution
 * counts any more. What was done before stays on file.
 */
export async function reopen(
  ctx: Context,
  complaint: Complaint,
  how: Reopening & { reason: string; appeal: Appeal | null },
): Promise<void> {
  await handToOthers(ctx, complaint);
  move(complaint, 'reopenComplaint', 'SCREENED');
  await endWork(ctx, complaint);
  forgetDecision(complaint);
  for (const survey of await ctx.em.find(Survey, { complaint: complaint.id, state: 'OPEN' })) survey.state = 'LAPSED';
  complaint.reopenedCount++;
  complaint.screenedAt = ctx.clock.now();
  if (how.chosen) complaint.category = ref(how.chosen);
  complaint.complexity = how.complexity;
  complaint.handlingMode = how.handlingMode;
  if (how.level !== complaint.level) await setLevel(ctx, complaint, how.level, how.reason);
  await startNextRound(ctx, complaint);
  record(ctx, 'complaint.reopened', complaint, {
    audience: 'complaints',
    objectId: how.appeal?.id ?? null,
    data: { byAppeal: how.appeal !== null, count: complaint.reopenedCount },
  });
}

/** Whoever led it, or settled it alone, does not do so again; until somebody accepts it the duty person answers for it. */
async function handToOthers(ctx: Context, complaint: Complaint): Promise<void> {
  const wasAnswered = complaint.status === 'REPLIED' || complaint.status === 'CLOSED';
  const former = complaint.lead?.id ?? (wasAnswered ? complaint.responsible?.id : null);
  if (former && !complaint.formerLeadIds.includes(former))
    complaint.formerLeadIds = [...complaint.formerLeadIds, former];
  const investigation = await complaint.investigation?.load();
  if (investigation) Object.assign(investigation, { complaintId: complaint.id, lead: complaint.lead });
  complaint.lead = null;
  complaint.investigation = null;
  const unit = await complaint.orgUnit.loadOrFail();
  const barred = [...complaint.staffComplainedOfIds, ...complaint.formerLeadIds];
  const duty = await dutyPerson(ctx, unit, barred);
  complaint.responsible = duty && ref(duty);
}

function forgetDecision(complaint: Complaint): void {
  complaint.resolutionId = null;
  complaint.resolutionSummary = null;
  complaint.rejectionReason = null;
  complaint.repliedAt = null;
  complaint.closedAt = null;
  complaint.reviewedAt = null;
  complaint.appealClosesAt = null;
  complaint.reopenClosesAt = null;
  complaint.isAppealed = false;
}
