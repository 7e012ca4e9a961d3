import { offer } from '../../kernel/allowed-action.js';
import { computed, everything, expose, nothing, readable } from '../../kernel/read/registry.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { complaintFactNeeds } from '../complaint/complaint.access.js';
import { Complaint } from '../complaint/complaint.js';
import { downloadOffer } from './evidence.access.js';
import { Evidence } from './evidence.js';

// Reached only through the complaint. Apps and customers bring files and get none back.
readable(Evidence, { visibleTo: ({ kind }) => (kind === 'STAFF' ? everything : nothing) });
expose(Complaint, 'evidence', {
  many: () => Evidence,
  by: 'complaint',
  orderBy: [
    { field: 'collectedAt', direction: 'desc' },
    { field: 'id', direction: 'desc' },
  ],
  limit: 200,
});
computed(Evidence, 'name', ['sealedName']);
computed(Evidence, 'description', ['sealedDescription']);
expose(ComplaintEvent, 'evidence', { one: () => Evidence, on: 'objectId' });
offer(Complaint, complaintFactNeeds, [downloadOffer]);
