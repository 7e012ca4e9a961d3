import { computed, everything, expose, nothing, readable } from '../kernel/read/registry.js';
import type { Viewer } from '../kernel/viewer.js';
import { SlaClock } from './clocks/sla-clock.js';
import { Complaint } from './complaint/complaint.js';
import { liveStates } from './enumerations.js';
import { ComplaintHold } from './holds/complaint-hold.js';
import { Extension } from './extension/extension.js';
import { ComplaintMerge } from './merge/complaint-merge.js';
import { Referral } from './referral/referral.js';

// How a case ends inside the bank is the bank's own; the customer and their app are told in words.
const forStaff = ({ kind }: Viewer) => (kind === 'STAFF' ? everything : nothing);

readable(ComplaintHold, { visibleTo: forStaff });
readable(ComplaintMerge, { visibleTo: forStaff });
readable(Extension, { visibleTo: forStaff });
computed(Extension, 'state', ['isApproved', 'clock.state']);
readable(Referral, { visibleTo: forStaff });
computed(ComplaintHold, 'reason', ['reasonKey']);

const newest = [
  { field: 'createdAt', direction: 'desc' },
  { field: 'id', direction: 'desc' },
] as const;

expose(Complaint, 'holds', { many: () => ComplaintHold, by: 'complaint', orderBy: newest, limit: 20 });
expose(Complaint, 'openHolds', {
  many: () => ComplaintHold,
  by: 'complaint',
  where: { releasedAt: null },
  orderBy: newest,
  limit: 1,
});
expose(Complaint, 'referrals', { many: () => Referral, by: 'complaint', orderBy: newest, limit: 20 });
expose(Complaint, 'referralsWithoutReceipt', {
  many: () => Referral,
  by: 'complaint',
  where: { receiptNumber: null },
  orderBy: newest,
  limit: 1,
});
expose(Complaint, 'mergedInto', { many: () => ComplaintMerge, by: 'complaint', orderBy: newest, limit: 1 });
expose(Complaint, 'duplicates', { many: () => ComplaintMerge, by: 'target', orderBy: newest, limit: 20 });
expose(Complaint, 'extensions', { many: () => Extension, by: 'complaint', orderBy: newest, limit: 20 });
expose(Complaint, 'openExtensions', {
  many: () => Extension,
  by: 'complaint',
  where: { isApproved: null, clock: { state: liveStates } },
  orderBy: newest,
  limit: 1,
});
expose(Complaint, 'liveDecisionClocks', {
  many: () => SlaClock,
  by: 'complaint',
  where: { kind: 'RESOLUTION', state: liveStates },
  orderBy: newest,
  limit: 1,
});
