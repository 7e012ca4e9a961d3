import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { holds, isNamed, workers, type ComplaintFacts } from '../complaint/complaint.access.js';
import { barToAppeal, aftermath, type AppealedFacts } from '../complaint/life-aftermath.js';
import type { AppealState } from './enumerations.js';

/** What the rules need to know of an appeal; no complaint where the viewer may not see it. */
export interface AppealFacts {
  state: AppealState;
  deciderIds: readonly string[];
  complaint: Pick<ComplaintFacts, 'orgUnit' | 'registeredUnit' | 'registeredByKey' | 'staffComplainedOfIds'> | null;
}

/** The columns behind `AppealFacts`. */
export const appealFactNeeds = [
  'state',
  'deciderIds',
  'complaint.orgUnit.path',
  'complaint.registeredUnit.path',
  'complaint.registeredByKey',
  'complaint.staffComplainedOfIds',
];

/** As long as it waits. */
export const whileOpen = ({ state }: AppealFacts): Permission =>
  state === 'ACCEPTED' ? 'open' : { blockedBy: 'appeal.over' };

/** Deciding: who sits in the group that decides it and had no part in the complaint, as long as they lead there. */
export function mayDecide(viewer: Viewer, facts: AppealFacts): Permission {
  const { complaint, deciderIds } = facts;
  if (viewer.kind !== 'STAFF' || !complaint || isNamed(viewer, complaint)) return 'denied';
  if (!viewer.id || !deciderIds.includes(viewer.id)) return 'denied';
  return hasRoleAt(viewer, ['MANAGER'], complaint.orgUnit.path) ? whileOpen(facts) : 'denied';
}

/** Taking it back for the customer: the app that registered the complaint, and those who speak with customers. */
export function mayWithdraw(viewer: Viewer, facts: AppealFacts): Permission {
  const { complaint } = facts;
  if (!complaint || isNamed(viewer, complaint)) return 'denied';
  const isStaff = viewer.kind === 'STAFF' && holds(viewer, complaint, workers);
  const isApp = viewer.kind === 'API_KEY' && complaint.registeredByKey?.id === viewer.id;
  return isStaff || isApp ? whileOpen(facts) : 'denied';
}

/**
 * Whether the customer, whose code leads to where the complaint is handled, may appeal now; when it is too late is said of
 * the appeal itself.
 */
export function mayAppealOwn(facts: Omit<AppealedFacts, 'mergedInto'> & Pick<ComplaintFacts, 'status'>): Permission {
  const { from, otherwise } = aftermath.fileAppeal;
  const reason = from.some((status) => status === facts.status) ? barToAppeal({ ...facts, mergedInto: [] }) : otherwise;
  return reason === null ? 'open' : { blockedBy: reason };
}

/** The verbs on an appeal that waits, in the order of buttons. */
export const appealOffers: readonly Offer<AppealFacts>[] = [
  {
    code: 'decideAppeal',
    rule: ({ viewer }, facts) => (facts.state === 'ACCEPTED' ? mayDecide(viewer, facts) : 'denied'),
  },
  {
    code: 'withdrawAppeal',
    rule: ({ viewer }, facts) => (facts.state === 'ACCEPTED' ? mayWithdraw(viewer, facts) : 'denied'),
  },
];

/** Whether an appeal comes in time. A decision told before windows were kept has none: its customer gets the benefit of that. */
export const isInTime = ({ appealClosesAt }: { appealClosesAt: Date | null }, now: Date): boolean =>
  appealClosesAt === null || now < appealClosesAt;
