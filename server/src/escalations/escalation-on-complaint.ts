import type { ComplaintFacts } from '../complaints/complaint.access.js';
import { openStatuses } from '../complaints/enumerations.js';
import type { Permission } from '../kernel/allowed-action.js';
import type { Viewer } from '../kernel/viewer.js';

/** Calling those above: any active person who may see the complaint, while it is in work. */
export function mayRaise(viewer: Viewer, facts: ComplaintFacts): Permission {
  if (viewer.kind !== 'STAFF' || facts.isHistorical) return 'denied';
  if (viewer.grants.length > 0 && viewer.grants.every(({ role }) => role === 'AUDITOR' || role === 'TRAINER'))
    return 'denied';
  return openStatuses.includes(facts.status) || facts.status === 'REPLIED'
    ? 'open'
    : { blockedBy: 'escalation.complaintEnded' };
}
