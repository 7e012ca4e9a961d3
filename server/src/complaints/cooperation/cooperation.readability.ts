import { offer } from '../../kernel/allowed-action.js';
import { everything, expose, nothing, readable } from '../../kernel/read/registry.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { complaintFactNeeds, type ComplaintFacts } from '../complaint/complaint.access.js';
import { Complaint } from '../complaint/complaint.js';
import { permissionFor } from '../complaint/state-machine.js';
import { answersFor, type CooperationFacts } from './cooperation.access.js';
import { Cooperation } from './cooperation.js';

// Reached through the complaint; what departments ask of each other is the bank's own.
readable(Cooperation, { visibleTo: ({ kind }) => (kind === 'STAFF' || kind === 'SYSTEM' ? everything : nothing) });

expose(Complaint, 'cooperations', {
  many: () => Cooperation,
  by: 'complaint',
  orderBy: [
    { field: 'createdAt', direction: 'desc' },
    { field: 'id', direction: 'desc' },
  ],
  limit: 50,
});
expose(ComplaintEvent, 'cooperation', { one: () => Cooperation, on: 'objectId' });

type Facts = CooperationFacts & { complaint: ComplaintFacts };
offer<Facts>(
  Cooperation,
  ['state', 'orgUnit.path', ...complaintFactNeeds.map((need) => `complaint.${need}`)],
  [
    {
      code: 'answerCooperation',
      rule: ({ viewer }, { state, orgUnit, complaint }) =>
        state === 'ASKED' && answersFor(viewer, orgUnit)
          ? permissionFor('answerCooperation')(viewer, complaint)
          : 'denied',
    },
    {
      code: 'cancelCooperation',
      rule: ({ viewer }, { state, complaint }) =>
        state === 'ASKED' ? permissionFor('cancelCooperation')(viewer, complaint) : 'denied',
    },
  ],
);
