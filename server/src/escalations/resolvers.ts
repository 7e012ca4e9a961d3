import './escalation.messages.js';
import './escalation.readability.js';
import { EscalationCoverageResolver } from './coverage/coverage.resolver.js';
import { EscalatedComplaintResolver, EscalationResolver } from './escalation.resolver.js';
import { EscalationFeedResolver } from './feed.resolver.js';

/** The resolvers of escalations. */
export const escalationResolvers = [
  EscalationResolver,
  EscalatedComplaintResolver,
  EscalationFeedResolver,
  EscalationCoverageResolver,
];
