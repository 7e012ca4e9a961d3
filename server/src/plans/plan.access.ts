import type { Offer, Permission } from '../kernel/allowed-action.js';
import { everything, nothing, type Condition } from '../kernel/read/registry.js';
import { hasRoleAt, type Viewer } from '../kernel/viewer.js';
import { reachOf } from '../org/org.readability.js';
import { pathAbove } from '../org/units/org-path.js';
import type { PlanVersionState } from './plan-version.js';

/** What the rules need to know of a plan version. */
export interface PlanVersionFacts {
  state: PlanVersionState;
  effectiveAt: unknown;
  writerIds: readonly string[];
  submittedBy: { id: string } | null;
  plan: { kind: string; orgUnit: { path: string } };
}

/** The columns behind `PlanVersionFacts`. */
export const planVersionFactNeeds = [
  'state',
  'effectiveAt',
  'writerIds',
  'submittedBy.id',
  'plan.kind',
  'plan.orgUnit.path',
];

const writers = ['DESK', 'MANAGER'];
/** Sits in a leadership group; the role of a manager alone decides nothing about plans (D2-三.1). */
const reviewers = ['PLAN_REVIEWER'];

/** Who reads what is not yet published: the desk and the leaders who write it, and the administrators of the place. */
const draftReaders = [...writers, 'DESK_READER', 'ADMIN'];

/** What has been published is for all staff; a draft for those who write, review or administer at its unit. */
export function versionsVisibleTo(viewer: Viewer): Condition {
  if (viewer.kind === 'SYSTEM') return everything;
  if (viewer.kind !== 'STAFF') return nothing;
  const reaching = viewer.grants.filter(({ role }) => draftReaders.includes(role));
  const inReach = reaching.length ? [{ plan: { orgUnit: { $or: reaching.map(reachOf) } } }] : [];
  return { $or: [{ publishedAt: { $ne: null } }, ...inReach] };
}

/** Writing a version for a unit: its desk and its leaders, never an administrator. */
export const mayWriteAt = (viewer: Viewer, path: string): boolean =>
  viewer.kind === 'SYSTEM' || hasRoleAt(viewer, writers, path);

/** Whether a person wrote or submitted a version, and so does not review it. */
const isOwn = ({ id }: Viewer, { writerIds, submittedBy }: PlanVersionFacts): boolean =>
  id !== null && (writerIds.includes(id) || submittedBy?.id === id);

function inState(state: PlanVersionState, wanted: PlanVersionState): Permission {
  return state === wanted ? 'open' : { blockedBy: `plan.not.${wanted}` };
}

/** Changing or submitting a draft. */
export function mayWrite(viewer: Viewer, { state, plan }: PlanVersionFacts): Permission {
  return mayWriteAt(viewer, plan.orgUnit.path) ? inState(state, 'DRAFT') : 'denied';
}

/** Sending back what was submitted: the leaders, who may also take back their own. */
export function mayReturn(viewer: Viewer, { state, plan }: PlanVersionFacts): Permission {
  return hasRoleAt(viewer, reviewers, plan.orgUnit.path) ? inState(state, 'IN_REVIEW') : 'denied';
}

/** Publishing is the review: a leader who neither wrote nor submitted it (D2-三.2(1)). */
export function mayPublish(viewer: Viewer, facts: PlanVersionFacts): Permission {
  if (!hasRoleAt(viewer, reviewers, facts.plan.orgUnit.path)) return 'denied';
  const permission = inState(facts.state, 'IN_REVIEW');
  return permission === 'open' && isOwn(viewer, facts) ? { blockedBy: 'plan.noSelfReview' } : permission;
}

/** Ending a version without another one: never the head office's general plan, which all others fall back on. */
export function mayRetire(viewer: Viewer, { state, plan }: PlanVersionFacts): Permission {
  if (!hasRoleAt(viewer, reviewers, plan.orgUnit.path)) return 'denied';
  if (plan.kind === 'GENERAL' && pathAbove(plan.orgUnit.path) === null) return { blockedBy: 'plan.headOfficeKeeps' };
  return inState(state, 'PUBLISHED');
}

/** The verbs on a version, each only while it is in the state for it. */
export const planVersionOffers: readonly Offer<PlanVersionFacts>[] = [
  { code: 'updatePlanVersion', rule: ({ viewer }, facts) => whileIn(facts, 'DRAFT', mayWrite(viewer, facts)) },
  { code: 'submitPlanVersion', rule: ({ viewer }, facts) => whileIn(facts, 'DRAFT', mayWrite(viewer, facts)) },
  { code: 'publishPlanVersion', rule: ({ viewer }, facts) => whileIn(facts, 'IN_REVIEW', mayPublish(viewer, facts)) },
  { code: 'returnPlanVersion', rule: ({ viewer }, facts) => whileIn(facts, 'IN_REVIEW', mayReturn(viewer, facts)) },
  { code: 'retirePlanVersion', rule: ({ viewer }, facts) => whileIn(facts, 'PUBLISHED', mayRetire(viewer, facts)) },
];

const whileIn = (facts: PlanVersionFacts, state: PlanVersionState, permission: Permission): Permission =>
  facts.state === state ? permission : 'denied';

/** Beginning another version of a plan. */
export const planOffers: readonly Offer<{ orgUnit: { path: string } }>[] = [
  {
    code: 'draftPlanVersion',
    rule: ({ viewer }, { orgUnit }) => (mayWriteAt(viewer, orgUnit.path) ? 'open' : 'denied'),
  },
];

/** Signing for a unit: who works there, or leads it (D8-三.3). */
export const mayAcknowledgeFor = (viewer: Viewer, unit: { id: string; path: string }): boolean =>
  viewer.kind === 'STAFF' &&
  (viewer.home?.unitId === unit.id || hasRoleAt(viewer, [...writers, 'TEAM_LEADER'], unit.path));

/** What the rules need to know of a receipt. */
export interface PlanReceiptFacts {
  acknowledgedAt: unknown;
  orgUnit: { id: string; path: string };
}

/** The verb on a receipt, until it is signed. */
export const planReceiptOffers: readonly Offer<PlanReceiptFacts>[] = [
  {
    code: 'acknowledgePlan',
    rule: ({ viewer }, { acknowledgedAt, orgUnit }) =>
      !acknowledgedAt && mayAcknowledgeFor(viewer, orgUnit) ? 'open' : 'denied',
  },
];
