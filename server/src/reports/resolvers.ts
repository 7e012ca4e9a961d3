import './reports.messages.js';
import './audit/audit.messages.js';
import './audit/audit.readability.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { ComplaintStatsResolver } from './complaint-stats/complaint-stats.resolver.js';

/** The resolvers of reports. */
export const reportResolvers = [ComplaintStatsResolver, AuditResolver];
