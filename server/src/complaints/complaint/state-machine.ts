import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { hasRole, hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { openStatuses, type ComplaintStatus } from '../enumerations.js';
import { holds, isNamed, isOwn, workers, type ComplaintFacts } from './complaint.access.js';
import type { Complaint } from './complaint.js';

type Says<Answer> = (viewer: Viewer, facts: ComplaintFacts) => Answer;

/** One row of the state machine: who may do a verb, from which states, to which (none: the state stays), and what stands in the way. */
interface Row {
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

const notWithdrawn: readonly ComplaintStatus[] = [...openStatuses, 'REPLIED', 'CLOSED', 'REJECTED', 'REFERRED'];
const undecided = ['REGISTERED', 'SCREENED'] as const;

const desk: Says<boolean> = (viewer, { orgUnit }) => hasRoleAt(viewer, ['DESK'], orgUnit.path);

const firstHandler: Says<boolean> = (viewer, facts) =>
  facts.firstHandler?.id === viewer.id && !hasRole(viewer, ['ADMIN', 'AUDITOR', 'TRAINER']);

const worker: Says<boolean> = (viewer, facts) => holds(viewer, facts, workers) || isOwn(viewer, facts);

/** Whoever may take over what is offered: the person asked, or a handler of the unit asked. */
const receiver: Says<boolean> = (viewer, { assignedStaff, assignedUnit }) =>
  assignedStaff?.id === viewer.id || (assignedUnit !== null && hasRoleAt(viewer, ['HANDLER'], assignedUnit.path));

/** Those who handle it: whoever answers for it or leads it, and the handlers of the unit. */
const handler: Says<boolean> = (viewer, { responsible, lead, orgUnit }) =>
  [responsible, lead].some((person) => person?.id === viewer.id) || hasRoleAt(viewer, ['HANDLER'], orgUnit.path);

const app: Says<boolean> = (viewer, { registeredByKey }) =>
  viewer.kind === 'API_KEY' && registeredByKey?.id === viewer.id;

const light: Says<string | null> = (_, { level }) =>
  level === 'SUGGESTION' || level === 'GENERAL' ? null : 'complaint.tooGraveToResolveAtOnce';

/** Whoever works under a person complained of takes no part (回避). */
const impartial: Says<string | null> = ({ managerId }, { staffComplainedOfIds }) =>
  managerId && staffComplainedOfIds.includes(managerId) ? 'complaint.recused' : null;

const either =
  (...actors: Says<boolean>[]): Says<boolean> =>
  (viewer, facts) =>
    actors.some((actor) => actor(viewer, facts));

/** The life of a complaint: every verb that people do, in the order of buttons. Timers and upper floors add none of their own. */
export const stateMachine = {
  /** 首问负责制, D7-二.3 */
  claimComplaint: {
    actor: worker,
    from: openStatuses,
    to: [],
    otherwise: 'complaint.ended',
    guards: [(_, facts) => (facts.firstHandler ? 'complaint.alreadyClaimed' : null)],
    isPointless: ({ firstHandler }) => firstHandler !== null,
  },
  /** 初审, D1-五.1(2) */
  screenComplaint: {
    actor: desk,
    from: ['REGISTERED'],
    to: ['SCREENED', 'REJECTED'],
    otherwise: 'complaint.alreadyScreened',
    guards: [impartial],
  },
  /** 分派, D2-四.3, D5-五.2(1) */
  assignComplaint: {
    actor: desk,
    from: ['SCREENED'],
    to: ['ASSIGNED', 'INVESTIGATING'],
    otherwise: 'complaint.notToAssign',
    guards: [impartial],
  },
  /** 接收, D7-二.3 */
  acceptHandover: {
    actor: receiver,
    from: ['ASSIGNED'],
    to: ['INVESTIGATING'],
    otherwise: 'complaint.notOffered',
    guards: [impartial],
  },
  returnHandover: { actor: receiver, from: ['ASSIGNED'], to: ['SCREENED'], otherwise: 'complaint.notOffered' },
  /** 制定调查方案, D1-五.2(1): by the desk while the hand-over waits, by those who accepted it from then on */
  planInvestigation: {
    actor: (viewer, facts) => (facts.status === 'ASSIGNED' ? desk(viewer, facts) : handler(viewer, facts)),
    from: ['ASSIGNED', 'INVESTIGATING'],
    to: [],
    otherwise: 'complaint.notToInvestigate',
    guards: [impartial],
  },
  recordContact: {
    actor: either(worker, app, (viewer, facts) => viewer.kind === 'STAFF' && facts.sharesWithViewer.length > 0),
    from: notWithdrawn,
    to: [],
    otherwise: 'complaint.ended',
    guards: [(_, facts) => (facts.isHistorical ? 'complaint.ended' : null)],
    isPointless: ({ isHistorical }) => isHistorical,
  },
  /** 当场解决, D7-四.2; never MAJOR or above, D3-2.3.2 */
  resolveImmediately: {
    actor: either(firstHandler, desk),
    from: undecided,
    to: ['REPLIED'],
    otherwise: 'complaint.alreadyDecided',
    guards: [light],
  },
  reassignComplaint: {
    actor: desk,
    from: ['ASSIGNED', 'INVESTIGATING'],
    to: ['ASSIGNED'],
    otherwise: 'complaint.notToReassign',
    guards: [impartial],
  },
  changeLevel: { actor: desk, from: openStatuses, to: [], otherwise: 'complaint.ended' },
  /** 设置风险标识, D5-六.1(1) */
  setRiskFlags: { actor: desk, from: openStatuses, to: [], otherwise: 'complaint.ended' },
  /** 撤回, 办法 art. 15 */
  withdrawComplaint: {
    actor: either(app, firstHandler, (viewer, facts) => holds(viewer, facts, workers)),
    from: openStatuses,
    to: ['WITHDRAWN'],
    otherwise: 'complaint.ended',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type ComplaintVerb = keyof typeof stateMachine;

/** Whether the viewer may do a verb with a complaint as it is: the one rule, asked by the action and by whoever offers it. */
export function permissionFor(verb: ComplaintVerb): (viewer: Viewer, facts: ComplaintFacts) => Permission {
  const { actor, from, otherwise, guards = [] }: Row = stateMachine[verb];
  return (viewer, facts) => {
    if ((viewer.kind !== 'STAFF' && viewer.kind !== 'API_KEY') || isNamed(viewer, facts)) return 'denied';
    if (!actor(viewer, facts)) return 'denied';
    if (!from.includes(facts.status)) return { blockedBy: otherwise };
    const blockedBy = guards.map((guard) => guard(viewer, facts)).find((reason) => reason !== null);
    return blockedBy ? { blockedBy } : 'open';
  };
}

/** Brings a complaint into another state: the only place where its state is written after registration. */
export function move(complaint: Complaint, verb: ComplaintVerb, to: ComplaintStatus): void {
  const row: Row = stateMachine[verb];
  if (!row.from.includes(complaint.status) || !row.to.includes(to)) {
    throw new Error(`${verb} does not lead from ${complaint.status} to ${to}`);
  }
  complaint.status = to;
}

/** The verbs as they are offered: not those whose time has not come, is over, or that make no sense. */
export const complaintOffers: readonly Offer<ComplaintFacts>[] = (Object.keys(stateMachine) as ComplaintVerb[]).map(
  (code) => {
    const { from, isPointless }: Row = stateMachine[code];
    const permission = permissionFor(code);
    return {
      code,
      rule: ({ viewer }, facts) =>
        from.includes(facts.status) && !isPointless?.(facts) ? permission(viewer, facts) : 'denied',
    };
  },
);
