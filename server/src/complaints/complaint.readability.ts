import { offer } from '../kernel/allowed-action.js';
import { Event } from '../kernel/event.js';
import { decodeCursor } from '../kernel/feed.js';
import { computed, concerns, everything, expose, nothing, readable } from '../kernel/read/registry.js';
import type { Viewer } from '../kernel/viewer.js';
import { Staff } from '../org/staff/staff.js';
import { ClockPause } from './clocks/clock-pause.js';
import { ClockRevision } from './clocks/clock-revision.js';
import { SlaClock } from './clocks/sla-clock.js';
import { Complainant } from './complainant/complainant.js';
import { complaintFactNeeds, revealOffer, visibleTo } from './complaint/complaint.access.js';
import { complaintOffers } from './complaint/state-machine.js';
import { ComplaintEvent } from './complaint/complaint-event.js';
import { ComplaintShare } from './complaint/complaint-share.js';
import { Complaint } from './complaint/complaint.js';
import { LevelChange } from './complaint/level-change.js';
import { Contact } from './contact.js';
import { Handover } from './handling/handover.js';
import { Investigation } from './handling/investigation.js';
import { reviewSubject } from './closing/closing.actions.js';
import { taskFactNeeds, taskOffers } from './execution/task.access.js';
import { taskSubject } from './execution/tasks.js';
import { Resolution } from './resolution/resolution.js';
import { Approval } from '../work/approval/approval.js';
import { ImprovementAction } from '../work/review/improvement-action.js';
import { Review } from '../work/review/review.js';
import { Task } from '../work/task/task.js';

// What hangs on a complaint is reached only through it, so whoever may read the complaint may read these.
const throughComplaint = ({ kind }: Viewer) => (kind === 'ANONYMOUS' ? nothing : everything);

const staffOnly = ({ kind }: Viewer) => (kind === 'STAFF' ? everything : nothing);

readable(Complaint, { visibleTo });
readable(Complainant, { visibleTo: throughComplaint });
readable(SlaClock, { visibleTo: throughComplaint });
readable(ClockPause, { visibleTo: throughComplaint });
readable(ClockRevision, { visibleTo: throughComplaint });
// Who passes it to whom, and why the bank thinks a matter graver, is the bank's own.
readable(Investigation, { visibleTo: staffOnly });
readable(Handover, { visibleTo: staffOnly });
readable(LevelChange, { visibleTo: staffOnly });
// A channel app sees the bank's messages to the customer and what it brought itself, not the bank's own notes.
readable(Contact, {
  visibleTo: (viewer) =>
    viewer.kind === 'API_KEY'
      ? { $or: [{ isCustomerVisible: true }, { caller: viewer.id }] }
      : throughComplaint(viewer),
});
readable(Resolution, { visibleTo: staffOnly });
readable(Approval, { visibleTo: staffOnly });
readable(Review, { visibleTo: staffOnly });
readable(ImprovementAction, { visibleTo: staffOnly });
readable(Task, {
  visibleTo: (viewer) => (viewer.kind === 'STAFF' ? { complaint: visibleTo(viewer) } : nothing),
});
readable(ComplaintShare, { visibleTo: throughComplaint });
readable(ComplaintEvent, {
  entity: Event,
  visibleTo: (viewer) => ({ audience: 'complaints', complaint: visibleTo(viewer) }),
});

concerns(Complaint, [
  'registeredBy',
  'responsible',
  'firstHandler',
  'assignedStaff',
  'lead',
  'staffComplainedOfIds',
  'shares.staff',
]);

expose(Complaint, 'shares', {
  many: () => ComplaintShare,
  by: 'complaint',
  orderBy: [{ field: 'createdAt', direction: 'asc' }],
  limit: 100,
});
expose(Complaint, 'sharesWithViewer', {
  many: () => ComplaintShare,
  by: 'complaint',
  where: ({ id }) => ({ staff: id }),
  orderBy: [{ field: 'createdAt', direction: 'asc' }],
  limit: 1,
});
expose(Complaint, 'clocks', {
  many: () => SlaClock,
  by: 'complaint',
  orderBy: [
    { field: 'dueAt', direction: 'asc' },
    { field: 'id', direction: 'asc' },
  ],
  limit: 100,
});
expose(Complaint, 'levelHistory', {
  many: () => LevelChange,
  by: 'complaint',
  orderBy: [{ field: 'createdAt', direction: 'desc' }],
  limit: 20,
});
expose(Complaint, 'handovers', {
  many: () => Handover,
  by: 'complaint',
  orderBy: [
    { field: 'createdAt', direction: 'desc' },
    { field: 'id', direction: 'desc' },
  ],
  limit: 20,
});
expose(SlaClock, 'pauses', {
  many: () => ClockPause,
  by: 'clock',
  orderBy: [{ field: 'startedAt', direction: 'asc' }],
  limit: 100,
});
expose(SlaClock, 'revisions', {
  many: () => ClockRevision,
  by: 'clock',
  orderBy: [{ field: 'createdAt', direction: 'asc' }],
  limit: 20,
});
expose(Complaint, 'staffComplainedOf', {
  many: () => Staff,
  in: 'staffComplainedOfIds',
  orderBy: [{ field: 'name', direction: 'asc' }],
  limit: 20,
});
expose(Complaint, 'contacts', {
  many: () => Contact,
  by: 'complaint',
  orderBy: [
    { field: 'at', direction: 'desc' },
    { field: 'id', direction: 'desc' },
  ],
  limit: 100,
  args: ({ limit }) => ({ limit: limit as number }),
});
expose(Complaint, 'resolution', { one: () => Resolution, on: 'resolutionId' });
expose(Complaint, 'resolutions', {
  many: () => Resolution,
  by: 'complaint',
  orderBy: [{ field: 'number', direction: 'desc' }],
  limit: 20,
});
expose(Resolution, 'approvals', {
  many: () => Approval,
  by: 'subjectId',
  where: { subjectKind: 'RESOLUTION' },
  orderBy: [{ field: 'at', direction: 'asc' }],
  limit: 20,
});
const oldestFirst = [{ field: 'id', direction: 'asc' }] as const;
const ofComplaint = { many: () => Task, by: 'subjectId', orderBy: oldestFirst } as const;
expose(Complaint, 'tasks', { ...ofComplaint, where: { subjectKind: taskSubject }, limit: 100 });
expose(Complaint, 'tasksToDo', {
  ...ofComplaint,
  where: { subjectKind: taskSubject, state: ['PLANNED', 'IN_PROGRESS'] },
  limit: 1,
});
expose(Complaint, 'tasksToConfirm', { ...ofComplaint, where: { subjectKind: taskSubject, state: 'DONE' }, limit: 1 });
expose(Task, 'complaint', { one: () => Complaint, on: 'subjectId' });
expose(Complaint, 'reviews', {
  many: () => Review,
  by: 'subjectId',
  where: { subjectKind: reviewSubject },
  orderBy: oldestFirst,
  limit: 10,
});
expose(Review, 'improvements', { many: () => ImprovementAction, by: 'review', orderBy: oldestFirst, limit: 20 });
expose(Complaint, 'events', {
  many: () => ComplaintEvent,
  by: 'subjectId',
  where: { audience: 'complaints' },
  orderBy: [{ field: 'seq', direction: 'desc' }],
  limit: 100,
  args: ({ limit, before }) => ({
    limit: limit as number,
    where: before == null ? {} : { seq: { $lt: String(decodeCursor(before as string, 'before')) } },
  }),
});
computed(SlaClock, 'regulationName', ['regulation']);
computed(Complaint, 'title', ['content']);
computed(Complaint, 'isOverdue', ['nextDueAt']);
computed(Complaint, 'trackingCode', ['sealedTrackingCode', 'registeredBy', 'registeredByKey']);
for (const field of ['name', 'phone', 'email', 'address', 'idNumber', 'customerNumber', 'representative']) {
  computed(Complainant, field, [`sealed${field[0]!.toUpperCase()}${field.slice(1)}`]);
}
offer(Complaint, complaintFactNeeds, [...complaintOffers, revealOffer]);
offer(Task, taskFactNeeds, taskOffers);

computed(ComplaintEvent, 'cursor', ['seq']);
computed(ComplaintEvent, 'lateMinutes', ['data']);
expose(ComplaintEvent, 'orgUnit', { via: ['complaint', 'orgUnit'] });
expose(ComplaintEvent, 'complaint', { one: () => Complaint, on: 'subjectId' });
expose(ComplaintEvent, 'actor', { one: () => Staff, on: 'actorId' });
expose(ComplaintEvent, 'contact', { one: () => Contact, on: 'objectId' });
expose(ComplaintEvent, 'clock', { one: () => SlaClock, on: 'objectId' });
expose(ComplaintEvent, 'handover', { one: () => Handover, on: 'objectId' });
expose(ComplaintEvent, 'resolution', { one: () => Resolution, on: 'objectId' });
expose(ComplaintEvent, 'task', { one: () => Task, on: 'objectId' });
expose(ComplaintEvent, 'levelChange', { one: () => LevelChange, on: 'objectId' });
