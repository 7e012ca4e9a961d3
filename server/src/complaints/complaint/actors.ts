import type { Condition } from '../../kernel/read/registry.js';
import { hasRole, hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { openStatuses, type ComplaintStatus } from '../enumerations.js';
import { answersFor, hasFindings, workplaceOf } from '../cooperation/cooperation.access.js';
import { heldAt, holds, isOwn, ownRows, workers, type ComplaintFacts } from './complaint.access.js';

/** What a rule answers of a viewer and a complaint. */
export type Says<Answer> = (viewer: Viewer, facts: ComplaintFacts) => Answer;

/** Who may do a verb, also as a condition, so that what waits for them can be listed. */
export type Actor = Says<boolean> & {
  /** The roles by which one usually is one. */
  roles: readonly string[];
  rows(staffId: string, viewer: Viewer): Condition;
};

/** One row of the table of life: who may do a verb, from which states, to which (none: the state stays), and what stands in the way. */
export interface Row {
  actor: Says<boolean>;
  from: readonly ComplaintStatus[];
  to: readonly ComplaintStatus[];
  /** Why not, in any other state. */
  otherwise: string;
  /** What blocks it although the state is right; the first that answers is told. */
  guards?: readonly Says<string | null>[];
  /** What makes it pointless to show. */
  isPointless?: (facts: ComplaintFacts) => boolean;
}

/** Whatever was not taken back. */
export const notWithdrawn: readonly ComplaintStatus[] = [...openStatuses, 'REPLIED', 'CLOSED', 'REJECTED', 'REFERRED'];
/** However it stands, once the desk has looked at it. */
export const onceTakenUp: readonly ComplaintStatus[] = [...notWithdrawn.slice(1), 'WITHDRAWN'];
/** Somebody has accepted it and works on the answer. */
export const beingHandled = ['INVESTIGATING', 'IN_REVIEW', 'EXECUTING'] as const;
/** Nobody works on it yet. */
export const undecided = ['REGISTERED', 'SCREENED'] as const;

/** It was taken up, and the decision is not told. */
export const takenUp = openStatuses.filter((status) => status !== 'REGISTERED');

/** Nobody has accepted it yet; what was returned or is offered anew may have been accepted before. */
export const beforeAcceptance = ['REGISTERED', 'SCREENED', 'ASSIGNED'] as const;

const actor = (roles: readonly string[], says: Says<boolean>, rows: Actor['rows']): Actor =>
  Object.assign<Says<boolean>, Pick<Actor, 'roles' | 'rows'>>((viewer, facts) => says(viewer, facts), { roles, rows });

/** Whoever holds one of the roles at the unit that answers for it. */
const atUnit = (...roles: string[]): Actor =>
  actor(
    roles,
    (viewer, { orgUnit }) => hasRoleAt(viewer, roles, orgUnit.path),
    (_, viewer) => heldAt(viewer, roles, 'orgUnit'),
  );

/** The desk of the unit that answers for it. */
export const desk = atUnit('DESK');

/** Whoever was asked first (首问责任人). */
export const firstHandler: Says<boolean> = (viewer, facts) =>
  facts.firstHandler?.id === viewer.id && !hasRole(viewer, ['ADMIN', 'AUDITOR', 'TRAINER']);

/** Who works where it came in or is answered for, or is part of it themselves. */
export const worker = actor(
  workers,
  (viewer, facts) => holds(viewer, facts, workers) || isOwn(viewer, facts),
  (staffId, viewer) => ({
    $or: [heldAt(viewer, workers, 'orgUnit'), heldAt(viewer, workers, 'registeredUnit'), ownRows(staffId)],
  }),
);

/** Whoever may take over what is offered: the person asked, or a handler of the unit asked. */
export const receiver = actor(
  ['HANDLER'],
  (viewer, { assignedStaff, assignedUnit }) =>
    assignedStaff?.id === viewer.id || (assignedUnit !== null && hasRoleAt(viewer, ['HANDLER'], assignedUnit.path)),
  (staffId, viewer) => ({ $or: [{ assignedStaff: staffId }, heldAt(viewer, ['HANDLER'], 'assignedUnit')] }),
);

/** Those who handle it: whoever answers for it or leads it, and the handlers of the unit. */
export const handler = actor(
  ['HANDLER'],
  (viewer, { responsible, lead, orgUnit }) =>
    [responsible, lead].some((person) => person?.id === viewer.id) || hasRoleAt(viewer, ['HANDLER'], orgUnit.path),
  (staffId, viewer) => ({ $or: [{ responsible: staffId }, { lead: staffId }, heldAt(viewer, ['HANDLER'], 'orgUnit')] }),
);

/** The desk at any time; those who handle it once it is theirs. */
export const deskOrHandler: Says<boolean> = (viewer, facts) =>
  desk(viewer, facts) || (!beforeAcceptance.some((status) => status === facts.status) && handler(viewer, facts));

/** Whoever answers for a unit that is or was asked to help. */
export const helper = actor(
  [],
  (viewer, { cooperations }) =>
    viewer.kind === 'STAFF' && cooperations.some(({ orgUnit }) => answersFor(viewer, orgUnit)),
  (_, viewer) => {
    const workplace = workplaceOf(viewer);
    const isTheirs = [heldAt(viewer, ['HANDLER'], 'orgUnit'), ...(workplace ? [{ orgUnit: workplace }] : [])];
    return { cooperations: { $some: { state: 'ASKED', $or: isTheirs } } };
  },
);

/** A unit that the viewer answers for is still asked. */
export const asked: Says<string | null> = (viewer, { cooperations }) =>
  cooperations.some(({ state, orgUnit }) => state === 'ASKED' && answersFor(viewer, orgUnit))
    ? null
    : 'complaint.cooperationOver';

/** Those who review at the unit that answers for it. */
export const reviewer: Says<boolean> = (viewer, { orgUnit }) => hasRoleAt(viewer, ['REVIEWER'], orgUnit.path);

/** The app that registered it. */
export const app: Says<boolean> = (viewer, { registeredByKey }) =>
  viewer.kind === 'API_KEY' && registeredByKey?.id === viewer.id;

/** A suggestion or a general complaint. */
export const light: Says<string | null> = (_, { level }) =>
  level === 'SUGGESTION' || level === 'GENERAL' ? null : 'complaint.tooGraveToResolveAtOnce';

/** What is complex or looked into jointly is not settled while the customer waits (D7-四.2, D7-四.3). */
export const simple: Says<string | null> = (_, { complexity, handlingMode }) =>
  complexity === 'COMPLEX' || handlingMode === 'JOINT' ? 'complaint.tooComplexToResolveAtOnce' : null;

/** Every department asked has said what it found, where that is demanded (D7-四.3). */
export const found: Says<string | null> = (_, facts) => (hasFindings(facts) ? null : 'complaint.findingsMissing');

/** Whoever works under a person complained of takes no part (回避). */
export const impartial: Says<string | null> = ({ managerId }, { staffComplainedOfIds }) =>
  managerId && staffComplainedOfIds.includes(managerId) ? 'complaint.recused' : null;

/** What an upper floor holds is not closed. */
export const unheld: Says<string | null> = (_, { openHolds }) => (openHolds.length ? 'complaint.held' : null);

/** More time is decided on by others than who asked for it or leads the case. */
export const othersRequest: Says<string | null> = ({ id }, { openExtensions: [open], lead }) => {
  if (!open) return 'extension.noneWaits';
  return open.requestedBy.id === id || lead?.id === id ? 'extension.ownRequest' : null;
};

/** Some requests for more time are the leaders' to decide. */
export const forLeaders: Says<string | null> = (viewer, facts) =>
  facts.openExtensions[0]?.needsLeaders && !leaders(viewer, facts) ? 'extension.leadersDecide' : null;

/** Those who call customers back (D7-四.6). */
export const visitor = actor(
  ['INTAKE', 'DESK'],
  (viewer, facts) => holds(viewer, facts, ['INTAKE', 'DESK']),
  (staffId, viewer) => ({
    $or: [heldAt(viewer, ['INTAKE', 'DESK'], 'orgUnit'), heldAt(viewer, ['INTAKE', 'DESK'], 'registeredUnit')],
    $not: { $or: [{ responsible: staffId }, { lead: staffId }] },
  }),
);

/** Nobody asks what the customer thinks of their own work. */
export const uninvolved: Says<string | null> = ({ id }, { responsible, lead: head }) =>
  responsible?.id === id || head?.id === id ? 'complaint.ownWork' : null;

/** Any of these. */
export const either =
  (...actors: Says<boolean>[]): Says<boolean> =>
  (viewer, facts) =>
    actors.some((actor) => actor(viewer, facts));

/** Whoever leads the investigation; before anybody does, those who handle it, who are told to plan it first. */
export const lead: Says<boolean> = (viewer, facts) =>
  facts.lead ? facts.lead.id === viewer.id : handler(viewer, facts);

/** The lead, once there is one. */
export const leadAlone: Says<boolean> = (viewer, facts) => facts.lead?.id === viewer.id;

/** Whoever approves: the desk and its reviewers, or the leaders, as the plan says of such a resolution (D4-四.2(2), D5-五.2(3)). */
export const approver: Says<boolean> = (viewer, { orgUnit, resolution }) =>
  resolution !== null &&
  hasRoleAt(viewer, resolution.reviewMode === 'GROUP' ? ['MANAGER'] : ['DESK', 'REVIEWER'], orgUnit.path);

/** Whoever tells the customer: the desk, or the department that handled it, by the plan. */
export const replier: Says<boolean> = (viewer, facts) =>
  facts.resolution?.replyBy === 'DEPARTMENT' ? handler(viewer, facts) : desk(viewer, facts);

/** The leaders of the place. */
export const leaders: Says<boolean> = (viewer, { orgUnit }) => hasRoleAt(viewer, ['MANAGER'], orgUnit.path);

/** It has a scope and exactly one lead (D1-五.2(1)). */
export const planned: Says<string | null> = (_, facts) => (facts.lead ? null : 'resolution.planFirst');

/** Four eyes: nobody approves what they proposed or lead, or signs twice. */
export const fourEyes: Says<string | null> = ({ id }, { resolution, lead: head }) => {
  if (resolution?.proposedBy.id === id || head?.id === id) return 'resolution.ownProposal';
  return id !== null && resolution?.approvedByIds.includes(id) ? 'resolution.signedAlready' : null;
};

/** A mediation that was to be has come to an agreement. */
export const mediated: Says<string | null> = (_, { resolution }) =>
  resolution?.kinds.includes('MEDIATION') && resolution.mediationOutcome !== 'AGREED'
    ? 'resolution.mediationOpen'
    : null;

/** Everything is done, or the plan lets the reply promise it. */
export const doneOrPromised: Says<string | null> = (_, { tasksToDo, resolution }) =>
  tasksToDo.length && !resolution?.replyBeforeExecution ? 'task.open' : null;

/** Everything is done, and found done by somebody else (D7-四.5). */
export const confirmed: Says<string | null> = (_, { tasksToDo, tasksToConfirm }) => {
  if (tasksToDo.length) return 'task.open';
  return tasksToConfirm.length ? 'task.unconfirmed' : null;
};

const owesResult = ({ resolution }: ComplaintFacts) =>
  resolution !== null && resolution.promisedOn !== null && resolution.resultToldAt === null;

/** What the reply promised is done, and the customer knows (D5-五.2(4)). */
export const promiseKept: Says<string | null> = (_, facts) => (owesResult(facts) ? 'reply.resultOwed' : null);

/** Whether the reply promised nothing that the customer still waits to hear of. */
export const owesNothing = (facts: ComplaintFacts): boolean => !owesResult(facts);

/** A department's reply was reported to the desk as well (D2-四.5). */
export const reported: Says<string | null> = (_, { resolution }) =>
  resolution?.replyBy === 'DEPARTMENT' && resolution.reportedAt === null ? 'closing.notReported' : null;

/** The customer was called back where the plan asks for that, or was tried often enough (D7-四.6). */
export const visited: Says<string | null> = (_, { dueReturnVisits }) =>
  dueReturnVisits.length ? 'complaint.returnVisitMissing' : null;

/** No appeal waits to be decided (D5-五.4(2)). */
export const unappealed: Says<string | null> = (_, { openAppeals }) =>
  openAppeals.length ? 'complaint.appealOpen' : null;

/** Whoever led it before it was taken up anew does not take it over again. */
export const fresh: Says<string | null> = ({ id }, { formerLeadIds }) =>
  id !== null && formerLeadIds.includes(id) ? 'complaint.formerLead' : null;

/** A grave one was looked back on (D2-四.6). */
export const lookedBackOn: Says<string | null> = (_, { level, reviewedAt }) =>
  (level === 'MAJOR' || level === 'URGENT') && reviewedAt === null ? 'closing.notReviewed' : null;
