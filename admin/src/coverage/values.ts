import type { EscalationLevel, EscalationTrigger, Level } from '../gql/graphql';

/** Steps that a unit has to fill. */
export const steps: readonly EscalationLevel[] = ['E1', 'E2', 'E3', 'E4'];
/** Triggers that exist. */
export const triggers: readonly EscalationTrigger[] = [
  'NO_FIRST_RESPONSE',
  'SLA_WARNING',
  'SLA_BREACH',
  'PROGRESS_MISSED',
  'PROMISE_MISSED',
  'UNASSIGNED',
  'NO_ACTION',
  'STALE',
  'COOPERATION_OVERDUE',
  'REPEAT_COMPLAINT',
  'DISSATISFIED',
  'APPEAL_FILED',
  'HANDOVER_REFUSED',
  'LEVEL_RAISED',
  'FRAUD_OR_ACCOUNT',
  'MAJOR_RISK',
  'SOCIAL_IMPACT',
  'REPUTATION',
  'MEDIA',
  'LEGAL_VIOLATION',
  'VULNERABLE_CUSTOMER',
  'MANUAL',
];
/** Levels of complaints, gravest first. */
export const levels: readonly Level[] = ['URGENT', 'MAJOR', 'GENERAL', 'SUGGESTION'];
