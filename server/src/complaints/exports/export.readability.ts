import { computed, nothing, readable } from '../../kernel/read/registry.js';
import { ExportJob } from './export-job.js';

// What somebody has asked for is theirs alone, as long as they may sign in.
readable(ExportJob, { visibleTo: ({ kind, id }) => (kind === 'STAFF' ? { requestedBy: id } : nothing) });
computed(ExportJob, 'downloadUrl', ['state']);
