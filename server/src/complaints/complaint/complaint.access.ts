import { nothing, everything, type Condition } from '../../kernel/read/registry.js';
import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { openWithStepUp } from '../../org/second-factor/step-up.access.js';
import type { ReplyBy, ReviewMode } from '../../plans/handling-rules.js';
import type { MediationOutcome, ResolutionKind, ResolutionState } from '../resolution/resolution-terms.js';
import { askedAt, workplaceOf, type CooperationFacts } from '../cooperation/cooperation.access.js';
import { openStatuses, type Complexity, type ComplaintStatus, type HandlingMode, type Level } from '../enumerations.js';

/** What the rules need to know of a complaint, whether it was read or is being changed. */
export interface ComplaintFacts {
  status: ComplaintStatus;
  level: Level;
  complexity: Complexity | null;
  handlingMode: HandlingMode | null;
  isHistorical: boolean;
  staffComplainedOfIds: readonly string[];
  orgUnit: { path: string };
  registeredUnit: { path: string };
  registeredBy: { id: string } | null;
  registeredByKey: { id: string } | null;
  firstHandler: { id: string } | null;
  responsible: { id: string } | null;
  assignedUnit: { path: string } | null;
  assignedStaff: { id: string } | null;
  lead: { id: string } | null;
  reviewedAt: unknown;
  resolution: ResolutionFacts | null;
  /** Ordered tasks that are not done, and done ones that nobody has confirmed; one tells that there are. */
  tasksToDo: readonly unknown[];
  tasksToConfirm: readonly unknown[];
  /** Which units were asked to help, and what came of it. */
  cooperations: readonly CooperationFacts[];
  /** What upper floors make it wait for. */
  openHolds: readonly unknown[];
  /** The clock of the decision, while it may still be met. */
  liveDecisionClocks: readonly unknown[];
  /** The request for more time that waits, if one does. */
  openExtensions: readonly { requestedBy: { id: string }; needsLeaders: boolean }[];
  /** What is handled as a part of it. */
  duplicates: readonly unknown[];
  /** What was handed over by law, with no receipt yet. */
  referralsWithoutReceipt: readonly unknown[];
  /** Where it is handled, if that is as a part of another. */
  mergedInto: readonly unknown[];
  /** Who led it, or settled it, before it was taken up anew. */
  formerLeadIds: readonly string[];
  /** Whether the decision that was told last has been appealed against, and until when the desk may take it up anew. */
  isAppealed: boolean;
  reopenClosesAt: Date | string | null;
  /** What waits for the customer, for the leaders, and for a call to the customer; one tells that there is any. */
  openSurveys: readonly unknown[];
  openAppeals: readonly unknown[];
  dueReturnVisits: readonly unknown[];
  /** What lets the viewer read it although nothing else does. */
  sharesWithViewer: readonly unknown[];
  /** The moment at which the rules are asked. */
  now: Date;
}

/** What the rules need to know of the current version of the resolution. */
export interface ResolutionFacts {
  state: ResolutionState;
  kinds: readonly ResolutionKind[];
  mediationOutcome: MediationOutcome | null;
  reviewMode: ReviewMode;
  proposedBy: { id: string };
  approvedByIds: readonly string[];
  replyBy: ReplyBy;
  replyBeforeExecution: boolean;
  promisedOn: unknown;
  resultToldAt: unknown;
  reportedAt: unknown;
}

/** The columns behind `ComplaintFacts`. */
export const complaintFactNeeds = [
  'status',
  'level',
  'complexity',
  'handlingMode',
  'isHistorical',
  'staffComplainedOfIds',
  'orgUnit.path',
  'registeredUnit.path',
  'registeredBy',
  'registeredByKey',
  'firstHandler',
  'responsible',
  'assignedUnit.path',
  'assignedStaff',
  'lead',
  'reviewedAt',
  'resolution.state',
  'resolution.kinds',
  'resolution.mediationOutcome',
  'resolution.reviewMode',
  'resolution.proposedBy',
  'resolution.approvedByIds',
  'resolution.replyBy',
  'resolution.replyBeforeExecution',
  'resolution.promisedOn',
  'resolution.resultToldAt',
  'resolution.reportedAt',
  'tasksToDo',
  'tasksToConfirm',
  'cooperations.state',
  'cooperations.finding',
  'cooperations.orgUnit.path',
  'openHolds',
  'duplicates',
  'liveDecisionClocks',
  'openExtensions.requestedBy',
  'openExtensions.needsLeaders',
  'referralsWithoutReceipt',
  'mergedInto',
  'formerLeadIds',
  'isAppealed',
  'reopenClosesAt',
  'openSurveys',
  'openAppeals',
  'dueReturnVisits',
  'sharesWithViewer',
];

const readsAll = ['DESK', 'DESK_READER', 'MANAGER', 'AUDITOR', 'TEAM_LEADER'];
const handedOver: ComplaintStatus[] = ['ASSIGNED', 'INVESTIGATING', 'IN_REVIEW', 'EXECUTING', 'REPLIED', 'CLOSED'];
const underReview: ComplaintStatus[] = ['IN_REVIEW', 'EXECUTING', 'REPLIED', 'CLOSED', 'REJECTED'];

/** The table "who sees what" as a WHERE: rows outside it neither show nor count. A person complained of sees nothing (回避). */
export function visibleTo(viewer: Viewer): Condition {
  if (viewer.kind === 'SYSTEM') return everything;
  if (viewer.kind === 'API_KEY') return { registeredByKey: viewer.id, isDrill: false };
  if (viewer.kind !== 'STAFF' || !viewer.id) return nothing;
  const person = { id: viewer.id, workplace: workplaceOf(viewer) };
  const own = Object.values(ownPart).map((isTheirs) => isTheirs(person));
  return {
    $or: [...own, ...viewer.grants.flatMap(reachOf)],
    $not: complainsOf(viewer.id),
    isDrill: false,
  };
}

/** A person, and the unit whose people they are one of. */
interface Person {
  id: string;
  workplace: string | null;
}

/** What a person may be to a complaint themselves, each by itself a reason to read it. */
export const ownPart = {
  REGISTERED: ({ id }: Person): Condition => ({ registeredBy: id }),
  RESPONSIBLE: ({ id }: Person): Condition => ({ responsible: id }),
  FIRST_HANDLER: ({ id }: Person): Condition => ({ firstHandler: id }),
  ASSIGNED: ({ id }: Person): Condition => ({ assignedStaff: id }),
  LEAD: ({ id }: Person): Condition => ({ lead: id }),
  ASKED_TO_HELP: ({ workplace }: Person): Condition => (workplace ? askedAt({ orgUnit: workplace }) : nothing),
  SHARED: ({ id }: Person): Condition => ({ shares: { $some: { staff: id } } }),
};

/** Complaints of a person, which that person never reads (回避). */
export const complainsOf = (staffId: string): Condition => ({ staffComplainedOfIds: { $contains: [staffId] } });

/** Rows whose unit, by this field, lies where a right reaches. */
const within = ({ path, unitId, withSubtree }: Viewer['grants'][number], field: string): Condition => ({
  [field]: withSubtree ? { path: { $startsWith: path } } : { id: unitId },
});

/** `hasRoleAt` as a condition: rows whose unit, by this field, lies where the viewer holds one of the roles. */
export const heldAt = ({ grants }: Viewer, roles: readonly string[], field: string): Condition => ({
  $or: grants.filter(({ role }) => roles.includes(role)).map((grant) => within(grant, field)),
});

/** The complaints that a right opens; none for a right that reads none. */
export function reachOf(grant: Viewer['grants'][number]): Condition[] {
  const { role } = grant;
  const at = (field: string): Condition => within(grant, field);
  if (readsAll.includes(role)) return [at('orgUnit')];
  if (role === 'INTAKE') return [at('orgUnit'), at('registeredUnit')];
  if (role === 'HANDLER') {
    return [
      { $and: [at('orgUnit'), { status: handedOver }] },
      { $and: [at('assignedUnit'), { status: 'ASSIGNED' }] },
      askedAt(at('orgUnit')),
    ];
  }
  if (role === 'REVIEWER') return [{ $and: [at('orgUnit'), { status: underReview }] }];
  return [];
}

/** Who notes words with the customer and claims what an app brought. */
export const workers = ['INTAKE', 'HANDLER', 'DESK', 'TEAM_LEADER'];
const isOpen = ({ status }: ComplaintFacts) => openStatuses.includes(status);
/** Whether the viewer is complained of. */
export const isNamed = (viewer: Viewer, { staffComplainedOfIds }: Pick<ComplaintFacts, 'staffComplainedOfIds'>) =>
  staffComplainedOfIds.includes(viewer.id ?? '');
/** Whether the viewer registered it, was asked first, answers for it, leads it or is asked to take it over. */
export const isOwn = (viewer: Viewer, facts: ComplaintFacts) =>
  viewer.kind === 'STAFF' &&
  [facts.registeredBy, facts.firstHandler, facts.responsible, facts.lead, facts.assignedStaff].some(
    (person) => person?.id === viewer.id,
  );
/** Whether the viewer holds one of the roles where it came in or where it is answered for. */
export const holds = (
  viewer: Viewer,
  facts: Pick<ComplaintFacts, 'orgUnit' | 'registeredUnit'>,
  roles: readonly string[],
) => hasRoleAt(viewer, roles, facts.orgUnit.path) || hasRoleAt(viewer, roles, facts.registeredUnit.path);

/** `isOwn` as a condition. */
export const ownRows = (staffId: string): Condition => {
  const { SHARED: _readOnly, ASKED_TO_HELP: _helpsOnly, ...parts } = ownPart;
  return { $or: Object.values(parts).map((isTheirs) => isTheirs({ id: staffId, workplace: null })) };
};

const isOver = (facts: ComplaintFacts) => !isOpen(facts) && facts.status !== 'REPLIED';

/** Seeing clear what is shown masked: desk and leaders; who handles it; intake until it is over. Nobody complained of. */
export function mayReveal(viewer: Viewer, facts: ComplaintFacts): Permission {
  if (viewer.kind !== 'STAFF' || isNamed(viewer, facts)) return 'denied';
  if (hasRoleAt(viewer, ['DESK', 'MANAGER'], facts.orgUnit.path)) return 'open';
  if (facts.responsible?.id === viewer.id && hasRoleAt(viewer, ['HANDLER'], facts.orgUnit.path)) return 'open';
  if (!holds(viewer, facts, ['INTAKE'])) return 'denied';
  return isOver(facts) ? { blockedBy: 'complaint.ended' } : 'open';
}

/** Offered only where it would succeed but for the step-up. */
export const revealOffer: Offer<ComplaintFacts> = {
  code: 'revealField',
  rule: (ctx, facts) => {
    const permission = mayReveal(ctx.viewer, facts);
    return permission === 'open' ? openWithStepUp(ctx, permission) : 'denied';
  },
};
