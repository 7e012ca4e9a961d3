import { everything, expose, nothing, readable } from '../../kernel/read/registry.js';
import { Complaint } from '../complaint/complaint.js';
import { Survey } from './survey.js';

const newestFirst = [
  { field: 'createdAt', direction: 'desc' },
  { field: 'id', direction: 'desc' },
] as const;

// Reached only through the complaint, so whoever may read that may read these.
readable(Survey, { visibleTo: ({ kind }) => (kind === 'ANONYMOUS' ? nothing : everything) });
expose(Complaint, 'surveys', { many: () => Survey, by: 'complaint', orderBy: newestFirst, limit: 20 });
