import { offer } from '../../kernel/allowed-action.js';
import { everything, expose, nothing, readable } from '../../kernel/read/registry.js';
import type { Viewer } from '../../kernel/viewer.js';
import { Staff } from '../../org/staff/staff.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { visibleTo } from '../complaint/complaint.access.js';
import { Complaint } from '../complaint/complaint.js';
import { Investigation } from '../handling/investigation.js';
import { appealFactNeeds, appealOffers } from './appeal.access.js';
import { Appeal } from './appeal.js';
import { dueReturnVisit, ReturnVisit } from './return-visit.js';
import { Survey } from './survey.js';

const newestFirst = [
  { field: 'createdAt', direction: 'desc' },
  { field: 'id', direction: 'desc' },
] as const;
const forStaff = ({ kind }: Viewer) => (kind === 'STAFF' ? everything : nothing);

// Reached only through the complaint, so whoever may read that may read these.
readable(Survey, { visibleTo: ({ kind }) => (kind === 'ANONYMOUS' ? nothing : everything) });
readable(ReturnVisit, { visibleTo: forStaff });
readable(Appeal, { visibleTo: (viewer) => ({ complaint: visibleTo(viewer) }) });

expose(Complaint, 'surveys', { many: () => Survey, by: 'complaint', orderBy: newestFirst, limit: 20 });
expose(Complaint, 'returnVisits', { many: () => ReturnVisit, by: 'complaint', orderBy: newestFirst, limit: 20 });
expose(Complaint, 'appeals', { many: () => Appeal, by: 'complaint', orderBy: newestFirst, limit: 20 });
expose(Complaint, 'formerInvestigations', {
  many: () => Investigation,
  by: 'complaintId',
  orderBy: newestFirst,
  limit: 20,
});
const one = { by: 'complaint', orderBy: newestFirst, limit: 1 } as const;
expose(Complaint, 'openSurveys', { ...one, many: () => Survey, where: { state: 'OPEN' } });
expose(Complaint, 'openAppeals', { ...one, many: () => Appeal, where: { state: 'ACCEPTED' } });
expose(Complaint, 'dueReturnVisits', { ...one, many: () => SlaClock, where: dueReturnVisit });
expose(Appeal, 'deciders', {
  many: () => Staff,
  in: 'deciderIds',
  orderBy: [{ field: 'name', direction: 'asc' }],
  limit: 20,
});
expose(ComplaintEvent, 'appeal', { one: () => Appeal, on: 'objectId' });
expose(ComplaintEvent, 'survey', { one: () => Survey, on: 'objectId' });
offer(Appeal, appealFactNeeds, appealOffers);
