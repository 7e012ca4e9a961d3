import { visibleTo as complaintVisibleTo } from '../complaints/complaint/complaint.access.js';
import type { Offer, Permission } from '../kernel/allowed-action.js';
import { everything, nothing, type Condition } from '../kernel/read/registry.js';
import { hasRoleAt, type Viewer } from '../kernel/viewer.js';
import type { EscalationStatus } from './enumerations.js';

/** What the rules need to know of an escalation. */
export interface EscalationFacts {
  status: EscalationStatus;
  complaint: { orgUnit: { path: string } };
  /** The unit asked to help that does not answer. */
  askedUnit: { path: string } | null;
  /** What the viewer was told of it. */
  noticesToViewer: readonly unknown[];
}

/** The columns behind `EscalationFacts`. */
export const escalationFactNeeds = ['status', 'complaint.orgUnit.path', 'askedUnit.path', 'noticesToViewer'];

const readsAll = ['DESK', 'DESK_READER', 'MANAGER', 'AUDITOR', 'TEAM_LEADER'];

/** Those whose scope the complaint is in, those who were told, and who called; never somebody complained of. */
export function visibleTo(viewer: Viewer): Condition {
  if (viewer.kind === 'SYSTEM') return everything;
  if (viewer.kind !== 'STAFF' || !viewer.id) return nothing;
  const reached = viewer.grants
    .filter(({ role }) => readsAll.includes(role))
    .map(({ path, unitId, withSubtree }): Condition => ({
      complaint: { orgUnit: withSubtree ? { path: { $startsWith: path } } : { id: unitId } },
    }));
  return {
    complaint: complaintVisibleTo(viewer),
    $or: [
      { raisedBy: viewer.id },
      { causes: { $some: { by: viewer.id } } },
      { notices: { $some: { staff: viewer.id } } },
      ...reached,
    ],
  };
}

function commands(viewer: Viewer, { complaint, askedUnit }: EscalationFacts): boolean {
  const units = [complaint.orgUnit, ...(askedUnit ? [askedUnit] : [])];
  return (
    viewer.kind === 'STAFF' && units.some(({ path }) => hasRoleAt(viewer, ['DESK', 'MANAGER', 'TEAM_LEADER'], path))
  );
}

const wasTold = (viewer: Viewer, { noticesToViewer }: EscalationFacts) =>
  viewer.kind === 'STAFF' && noticesToViewer.length > 0;

/** Signing for it: who was told, or desk, leaders and team leader of the place. */
export function mayAcknowledge(viewer: Viewer, facts: EscalationFacts): Permission {
  if (!commands(viewer, facts) && !wasTold(viewer, facts)) return 'denied';
  if (facts.status === 'OPEN' || facts.status === 'ACKNOWLEDGED') return 'open';
  return { blockedBy: 'escalation.alreadyEnded' };
}

/** Ending it: desk, leaders and team leader of the place. */
export function mayResolve(viewer: Viewer, facts: EscalationFacts): Permission {
  if (!commands(viewer, facts)) return 'denied';
  if (facts.status === 'ACKNOWLEDGED') return 'open';
  return { blockedBy: facts.status === 'OPEN' ? 'escalation.acknowledgeFirst' : 'escalation.alreadyEnded' };
}

/** The verbs on an escalation in the order of buttons; signing again changes nothing, so it is offered once. */
export const escalationOffers: readonly Offer<EscalationFacts>[] = [
  {
    code: 'acknowledgeEscalation',
    rule: ({ viewer }, facts) => (facts.status === 'OPEN' ? mayAcknowledge(viewer, facts) : 'denied'),
  },
  {
    code: 'resolveEscalation',
    rule: ({ viewer }, facts) =>
      facts.status === 'OPEN' || facts.status === 'ACKNOWLEDGED' ? mayResolve(viewer, facts) : 'denied',
  },
];
