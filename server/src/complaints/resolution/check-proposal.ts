import { bankDay } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import type { CodeListEntry } from '../../work/code-list-entry.js';
import type { Complaint } from '../complaint/complaint.js';
import { codeIn } from '../handling/screen.actions.js';
import { isRecused } from '../handling/recusal.js';
import { dutyPerson } from '../intake/duty-person.js';
import type { PlannedTaskInput, ProposeResolutionInput } from './resolution.input.js';
import { proposalChecks, type Verdict } from './resolution-terms.js';

const mostTasks = 20;

/** A proposal whose every answer holds. */
export interface Proposal {
  verdict: Verdict;
  cause: CodeListEntry;
  summary: string;
  noEvidenceReason: string | null;
  mediator: string | null;
  rejectionReason: CodeListEntry | null;
  rejectionNotice: string | null;
  tasks: PlannedTask[];
}

interface PlannedTask {
  text: string;
  owner: Staff;
  orgUnit: OrgUnit;
  dueOn: string;
}

/** Checks a proposal, every field at once (D3-2.3.3, D3-2.3.4, D7-四.4). */
export async function checkProposal(
  ctx: Context,
  complaint: Complaint,
  input: ProposeResolutionInput,
  hasEvidence: boolean,
): Promise<Proposal> {
  const checks = new Checks();
  const isSuggestion = complaint.level === 'SUGGESTION';
  checks.that(input.verdict != null || isSuggestion, 'verdict', 'field.required');
  checks.that(input.verdict !== 'NOT_APPLICABLE' || isSuggestion, 'verdict', 'resolution.verdictNeeded');
  const cause = await codeIn(ctx, checks, { list: 'CAUSE', path: 'causeCode', code: input.causeCode });
  const summary = checks.requiredFreeText(input.summary, 'summary', { max: 4000 });
  checkKinds(checks, input, isSuggestion);
  const noEvidenceReason = checks.freeText(input.noEvidenceReason, 'noEvidenceReason', { max: 1000 });
  checks.that(hasEvidence || noEvidenceReason !== null, 'noEvidenceReason', 'resolution.evidenceOrReason');
  for (const name of proposalChecks) checks.that(input.checks[name], `checks.${name}`, 'resolution.mustHold');
  const mediator = checks.freeText(input.mediation?.mediator, 'mediation.mediator', { max: 200 });
  const reason = { list: 'REASON', path: 'rejectionCode', code: input.rejectionCode } as const;
  const rejectionReason = await codeIn(ctx, checks, reason);
  const rejectionNotice = checks.freeText(input.rejectionNotice, 'rejectionNotice', { max: 2000 });
  const tasks = await checkTasks(ctx, checks, complaint, input.tasks);
  checks.done();
  const verdict = input.verdict ?? 'NOT_APPLICABLE';
  return { verdict, cause: cause!, summary, noEvidenceReason, mediator, rejectionReason, rejectionNotice, tasks };
}

function checkKinds(checks: Checks, input: ProposeResolutionInput, isSuggestion: boolean): void {
  const { kinds, compensation, mediation, rejectionCode, rejectionNotice } = input;
  const has = (kind: (typeof kinds)[number]) => kinds.includes(kind);
  checks.that(kinds.length > 0, 'kinds', 'field.required');
  checks.that(new Set(kinds).size === kinds.length, 'kinds', 'resolution.kindTwice');
  checks.that(!has('REJECTED') || kinds.length === 1, 'kinds', 'resolution.rejectionAlone');
  checks.that(!has('ADOPTED') || isSuggestion, 'kinds', 'resolution.onlySuggestionsAdopted');
  const belongs = (claim: boolean, given: unknown, path: string) => {
    checks.that(!claim || given != null, path, 'field.required');
    checks.that(claim || given == null, path, 'resolution.notOfItsKinds');
  };
  belongs(has('COMPENSATION'), compensation, 'compensation');
  belongs(has('MEDIATION'), mediation, 'mediation');
  belongs(has('REJECTED'), rejectionCode, 'rejectionCode');
  belongs(has('REJECTED'), rejectionNotice, 'rejectionNotice');
  checks.that(!has('REJECTED') || input.tasks.length === 0, 'tasks', 'resolution.notOfItsKinds');
  if (!compensation) return;
  checks.that(Number(compensation.amount) > 0 && Number(compensation.amount) < 1e12, 'compensation.amount', {
    key: 'complaint.badAmount',
  });
  checks.that(currencies.has(compensation.currency), 'compensation.currency', 'resolution.unknownCurrency');
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

async function checkTasks(
  ctx: Context,
  checks: Checks,
  complaint: Complaint,
  inputs: readonly PlannedTaskInput[],
): Promise<PlannedTask[]> {
  checks.that(inputs.length <= mostTasks, 'tasks', { key: 'plan.tooMany', params: { most: mostTasks } });
  const today = bankDay(ctx.clock.now());
  const tasks: PlannedTask[] = [];
  for (const [index, { text, receiverId, dueOn }] of inputs.slice(0, mostTasks).entries()) {
    const path = `tasks.${index}`;
    const said = checks.requiredFreeText(text, `${path}.text`, { max: 1000 });
    checks.that(dueOn >= today, `${path}.dueOn`, 'resolution.dayPast');
    const receiver = await receiverOf(ctx, complaint, receiverId);
    checks.that(receiver !== null, `${path}.receiverId`, 'resolution.nobodyToDoIt');
    if (receiver) {
      checks.that(!isRecused(complaint, receiver.owner), `${path}.receiverId`, 'complaint.recused');
      tasks.push({ text: said, dueOn, ...receiver });
    }
  }
  return tasks;
}

/** The person named, at their unit; or the duty person of the unit named. */
async function receiverOf(
  ctx: Context,
  complaint: Complaint,
  receiverId: string,
): Promise<{ owner: Staff; orgUnit: OrgUnit } | null> {
  if (!isId(receiverId)) return null;
  const where = { id: receiverId, isActive: true };
  const orgUnit = await ctx.em.findOne(OrgUnit, where);
  if (orgUnit) {
    const owner = await dutyPerson(ctx, orgUnit, complaint.staffComplainedOfIds);
    return owner && { owner, orgUnit };
  }
  const owner = await ctx.em.findOne(Staff, where, { populate: ['orgUnit'] });
  return owner && { owner, orgUnit: owner.orgUnit.getEntity() };
}
