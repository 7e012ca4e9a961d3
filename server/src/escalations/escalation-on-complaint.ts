import { isNamed, isOwn, type ComplaintFacts } from '../complaints/complaint/complaint.access.js';
import { openStatuses } from '../complaints/enumerations.js';
import type { Permission } from '../kernel/allowed-action.js';
import type { Viewer } from '../kernel/viewer.js';

const watching = new Set(['AUDITOR', 'TRAINER']);

/** Calling those above: any active person who may see the complaint, while it is in work. */
export function mayRaise(viewer: Viewer, facts: ComplaintFacts): Permission {
  if (viewer.kind !== 'STAFF' || isNamed(viewer, facts)) return 'denied';
  // Auditors watch; what they registered themselves is theirs like anybody's.
  const onlyWatches = viewer.grants.length > 0 && viewer.grants.every(({ role }) => watching.has(role));
  if (onlyWatches && !isOwn(viewer, facts)) return 'denied';
  const isInWork = openStatuses.includes(facts.status) || facts.status === 'REPLIED';
  return isInWork ? 'open' : { blockedBy: 'escalation.complaintEnded' };
}
