import { offer } from '../kernel/allowed-action.js';
import { computed, everything, expose, nothing, readable } from '../kernel/read/registry.js';
import type { Viewer } from '../kernel/viewer.js';
import {
  planOffers,
  planReceiptOffers,
  planVersionFactNeeds,
  planVersionOffers,
  versionsVisibleTo,
} from './plan.access.js';
import { PlanBasis, PlanDuty, PlanReceipt } from './plan-parts.js';
import { Plan } from './plan.js';
import { PlanVersion } from './plan-version.js';

const forStaff = ({ kind }: Viewer) => (kind === 'STAFF' || kind === 'SYSTEM' ? everything : nothing);

// A plan shows in lists by what of it the viewer may read; where a version names it, by that version.
readable(Plan, {
  visibleTo: (viewer) => ({ $and: [forStaff(viewer), { versions: { $some: versionsVisibleTo(viewer) } }] }),
  nameableBy: forStaff,
});
readable(PlanVersion, { visibleTo: versionsVisibleTo });
for (const part of [PlanBasis, PlanDuty, PlanReceipt]) readable(part, { visibleTo: forStaff });

expose(Plan, 'versions', {
  many: () => PlanVersion,
  by: 'plan',
  orderBy: [{ field: 'number', direction: 'desc' }],
  limit: 200,
});
const inOrder = [{ field: 'position', direction: 'asc' }] as const;
expose(PlanVersion, 'basis', { many: () => PlanBasis, by: 'planVersion', orderBy: inOrder, limit: 30 });
expose(PlanVersion, 'duties', { many: () => PlanDuty, by: 'planVersion', orderBy: inOrder, limit: 200 });
expose(PlanVersion, 'receipts', {
  many: () => PlanReceipt,
  by: 'planVersion',
  orderBy: [
    { field: 'acknowledgedAt', direction: 'desc', nullsAs: 'infinity' },
    { field: 'id', direction: 'asc' },
  ],
  limit: 200,
});
computed(PlanVersion, 'policy', ['rules']);
computed(PlanVersion, 'isInForce', ['publishedAt', 'effectiveAt', 'endedAt']);
offer(Plan, ['orgUnit.path'], planOffers);
offer(PlanReceipt, ['acknowledgedAt', 'orgUnit.id', 'orgUnit.path'], planReceiptOffers);
offer(PlanVersion, planVersionFactNeeds, planVersionOffers);
