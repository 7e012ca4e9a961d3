import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { nothing, type Condition } from '../../kernel/read/registry.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import type { DeliveryState } from '../../work/delivery/enumerations.js';
import { isNamed, visibleTo as complaintVisibleTo, type ComplaintFacts } from '../complaint/complaint.access.js';

/** What the rules need to know of a delivery. */
export interface DeliveryFacts {
  state: DeliveryState;
  complaint: Pick<ComplaintFacts, 'orgUnit' | 'staffComplainedOfIds'>;
}

/** The columns behind `DeliveryFacts`. */
export const deliveryFactNeeds = ['state', 'complaint.orgUnit.path', 'complaint.staffComplainedOfIds'];

/** Staff who may read the complaint; an app sees the messages, not the ways they take. */
export const visibleTo = (viewer: Viewer): Condition =>
  viewer.kind === 'STAFF' ? { complaint: complaintVisibleTo(viewer) } : nothing;

function isDesk(viewer: Viewer, { complaint }: DeliveryFacts): boolean {
  const isTheirs = hasRoleAt(viewer, ['DESK'], complaint.orgUnit.path);
  return viewer.kind === 'STAFF' && isTheirs && !isNamed(viewer, complaint);
}

/** Trying again what was given up: the desk. */
export function mayRetry(viewer: Viewer, facts: DeliveryFacts): Permission {
  if (!isDesk(viewer, facts)) return 'denied';
  return facts.state === 'DEAD' ? 'open' : { blockedBy: 'delivery.notGivenUp' };
}

/** Ending what was not sent, since the customer was told otherwise: the desk. */
export function mayCancel(viewer: Viewer, facts: DeliveryFacts): Permission {
  if (!isDesk(viewer, facts)) return 'denied';
  if (facts.state === 'SENDING') return { blockedBy: 'delivery.beingSent' };
  return facts.state === 'SENT' || facts.state === 'CANCELLED' ? { blockedBy: 'delivery.over' } : 'open';
}

/** The verbs on a delivery, offered while they make sense. */
export const deliveryOffers: readonly Offer<DeliveryFacts>[] = [
  {
    code: 'retryDelivery',
    rule: ({ viewer }, facts) => (facts.state === 'DEAD' ? mayRetry(viewer, facts) : 'denied'),
  },
  {
    code: 'cancelDelivery',
    rule: ({ viewer }, facts) =>
      facts.state === 'DEAD' || facts.state === 'FAILED' ? mayCancel(viewer, facts) : 'denied',
  },
];
