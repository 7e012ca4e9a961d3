import { offer } from '../../kernel/allowed-action.js';
import { everything, expose, nothing, readable } from '../../kernel/read/registry.js';
import { hasRole } from '../../kernel/viewer.js';
import { Complainant } from '../complainant/complainant.js';
import { complaintFactNeeds } from '../complaint/complaint.access.js';
import { Complaint } from '../complaint/complaint.js';
import { Investigation } from '../handling/investigation.js';
import { CaseFileExport } from './case-file-export.js';
import { exportOffer } from './case-file.access.js';

readable(CaseFileExport, {
  visibleTo: (viewer) => (hasRole(viewer, ['DESK', 'MANAGER', 'AUDITOR']) ? everything : nothing),
});
expose(Complaint, 'caseFileExports', {
  many: () => CaseFileExport,
  by: 'complaint',
  orderBy: [
    { field: 'createdAt', direction: 'desc' },
    { field: 'id', direction: 'desc' },
  ],
  limit: 20,
});
// The way back to the complaint, by which its file is noted.
for (const [type, by] of [
  [Complainant, 'complainant'],
  [Investigation, 'investigation'],
] as const)
  expose(type, 'complaint', {
    many: () => Complaint,
    by,
    orderBy: [{ field: 'id', direction: 'asc' }],
    limit: 1,
  });
offer(Complaint, complaintFactNeeds, [exportOffer]);
