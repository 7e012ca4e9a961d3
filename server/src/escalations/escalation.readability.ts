import { complaintFactNeeds, type ComplaintFacts } from '../complaints/complaint/complaint.access.js';
import { fileInCase, ofComplaint } from '../complaints/case-file/case-file-part.js';
import { Complaint } from '../complaints/complaint/complaint.js';
import { offer } from '../kernel/allowed-action.js';
import { Event } from '../kernel/event.js';
import { computed, concerns, everything, expose, nothing, readable } from '../kernel/read/registry.js';
import { Staff } from '../org/staff/staff.js';
import { mayRaise } from './escalation-on-complaint.js';
import { escalationFactNeeds, escalationOffers, visibleTo } from './escalation.access.js';
import { EscalationCause } from './escalation-cause.js';
import { EscalationEvent } from './escalation-event.js';
import { EscalationNotice } from './escalation-notice.js';
import { Escalation } from './escalation.js';

readable(Escalation, { visibleTo });
readable(EscalationNotice, { visibleTo: ({ kind }) => (kind === 'STAFF' || kind === 'SYSTEM' ? everything : nothing) });
readable(EscalationCause, {
  visibleTo: ({ kind }) => (kind === 'STAFF' || kind === 'SYSTEM' ? everything : nothing),
});
readable(EscalationEvent, {
  entity: Event,
  visibleTo: (viewer) => ({ audience: 'escalations', escalation: visibleTo(viewer) }),
});

const newestFirst = [
  { field: 'raisedAt', direction: 'desc' },
  { field: 'id', direction: 'desc' },
] as const;
const oldestFirst = [
  { field: 'createdAt', direction: 'asc' },
  { field: 'id', direction: 'asc' },
] as const;

concerns(Complaint, ['escalations.raisedBy', 'escalations.causes.by', 'escalations.notices.staff']);

expose(Complaint, 'escalations', { many: () => Escalation, by: 'complaint', orderBy: newestFirst, limit: 50 });
offer<ComplaintFacts>(Complaint, complaintFactNeeds, [
  { code: 'raiseEscalation', rule: ({ viewer }, facts) => (facts.isHistorical ? 'denied' : mayRaise(viewer, facts)) },
]);

expose(Escalation, 'notices', { many: () => EscalationNotice, by: 'escalation', orderBy: oldestFirst, limit: 100 });
expose(Escalation, 'noticesToViewer', {
  many: () => EscalationNotice,
  by: 'escalation',
  where: ({ id }) => ({ staff: id }),
  orderBy: oldestFirst,
  limit: 10,
});
expose(Escalation, 'causes', { many: () => EscalationCause, by: 'escalation', orderBy: oldestFirst, limit: 50 });
expose(Escalation, 'orgUnit', { via: ['complaint', 'orgUnit'] });
computed(Escalation, 'cause', ['trigger', 'reason', 'complaint.level', 'askedUnit.name']);
offer(Escalation, escalationFactNeeds, escalationOffers);

computed(EscalationEvent, 'cursor', ['seq']);
expose(EscalationEvent, 'escalation', { one: () => Escalation, on: 'subjectId' });
expose(EscalationEvent, 'orgUnit', { via: ['escalation', 'complaint', 'orgUnit'] });
expose(EscalationEvent, 'actor', { one: () => Staff, on: 'actorId' });

fileInCase(
  'escalations',
  `escalations { id reference trigger level status cause raisedAt raisedBy { name } acknowledgedBy { name } acknowledgedAt note
    resolution resolvedBy { name } resolvedAt notices { level channel staff { name } pushedAt acknowledgedAt } }`,
  [Escalation, ofComplaint],
);
