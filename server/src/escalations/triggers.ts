import type { Complaint } from '../complaints/complaint/complaint.js';
import type { ClockKind, Level } from '../complaints/enumerations.js';
import { stepOrder } from '../plans/policy-rules.js';
import type { Policy } from '../plans/policy.js';
import type { EscalationLevel, EscalationTrigger } from './enumerations.js';

/** A cause found in a complaint and the step it goes to first. */
export interface Cause {
  trigger: EscalationTrigger;
  level: EscalationLevel;
}

const byLevel: Partial<Record<Level, EscalationLevel>> = { MAJOR: 'E2', URGENT: 'E3' };

/** The step that a trigger goes to first (D3-2.4, D5-六.1(1), D5-六.2); whoever raises a matter by hand says which. */
const firstSteps: Record<Exclude<EscalationTrigger, 'MANUAL' | 'LEVEL_RAISED'>, EscalationLevel> = {
  FRAUD_OR_ACCOUNT: 'E3',
  MEDIA: 'E3',
  MAJOR_RISK: 'E3',
  SOCIAL_IMPACT: 'E3',
  REPUTATION: 'E3',
  LEGAL_VIOLATION: 'E2',
  VULNERABLE_CUSTOMER: 'E1',
  NO_FIRST_RESPONSE: 'E2',
  PROGRESS_MISSED: 'E2',
  SLA_WARNING: 'E1',
  SLA_BREACH: 'E2',
  PROMISE_MISSED: 'E2',
  UNASSIGNED: 'E2',
  NO_ACTION: 'E1',
  STALE: 'E1',
  COOPERATION_OVERDUE: 'E2',
  REPEAT_COMPLAINT: 'E2',
  DISSATISFIED: 'E2',
  APPEAL_FILED: 'E3',
  HANDOVER_REFUSED: 'E2',
};

/** What a breached clock raises: its own trigger where one is named, else SLA_BREACH, never both. */
export const breachTriggers: Readonly<Record<ClockKind, EscalationTrigger>> = {
  FIRST_RESPONSE: 'NO_FIRST_RESPONSE',
  PROGRESS: 'PROGRESS_MISSED',
  RESOLUTION: 'SLA_BREACH',
  REGULATORY: 'SLA_BREACH',
  SCREENING: 'SLA_BREACH',
  HANDOVER: 'UNASSIGNED',
  FIRST_ACTION: 'NO_ACTION',
  COOPERATION: 'COOPERATION_OVERDUE',
  FULFILMENT: 'PROMISE_MISSED',
  APPEAL: 'SLA_BREACH',
  RETURN_VISIT: 'SLA_BREACH',
};

/** The step a trigger goes to first for a complaint of a level; null where it does not escalate by itself. */
export function firstStepOf(trigger: EscalationTrigger, level: Level): EscalationLevel | null {
  if (trigger === 'MANUAL') return null;
  return trigger === 'LEVEL_RAISED' ? (byLevel[level] ?? null) : firstSteps[trigger];
}

type Gravity = Pick<Complaint, 'category' | 'riskFlags'>;
type Rule = (of: Gravity, policy: Policy) => boolean;

const flag =
  (...names: Complaint['riskFlags']): Rule =>
  ({ riskFlags }) =>
    names.some((name) => riskFlags.includes(name));

/** What in a complaint escalates by itself: no flag is without its trigger (D1-二.3). */
const rules: readonly [EscalationTrigger, Rule][] = [
  [
    'FRAUD_OR_ACCOUNT',
    ({ category, riskFlags }, policy) => policy.isEmergency(category?.getEntity().path ?? null, riskFlags),
  ],
  ['MEDIA', flag('MEDIA')],
  ['MAJOR_RISK', flag('MAJOR_RISK')],
  ['SOCIAL_IMPACT', flag('SOCIAL_IMPACT')],
  ['REPUTATION', flag('REPUTATION')],
  ['LEGAL_VIOLATION', flag('LEGAL_VIOLATION', 'LEGAL_DISPUTE')],
  ['VULNERABLE_CUSTOMER', flag('VULNERABLE')],
];

/** Whether a trigger is about what a complaint is, rather than how it goes. */
export const isAboutGravity = (trigger: EscalationTrigger) => rules.some(([each]) => each === trigger);

/** The triggers that a category and flags hold; the category must be loaded. */
export const gravityOf = (of: Gravity, policy: Policy): EscalationTrigger[] =>
  rules.filter(([, rule]) => rule(of, policy)).map(([trigger]) => trigger);

/** All causes in a complaint; its level is one of its own only where nothing else reaches as high. */
export function causesIn(complaint: Complaint, policy: Policy): Cause[] {
  const causes = gravityOf(complaint, policy).flatMap((trigger) => causeOf(trigger, complaint));
  const [raised] = causeOf('LEVEL_RAISED', complaint);
  if (raised && !causes.some(({ level }) => rankOf(level) >= rankOf(raised.level))) causes.push(raised);
  return causes;
}

/** A trigger as a cause in a complaint, with its first step; none where it does not escalate by itself. */
export function causeOf(trigger: EscalationTrigger, complaint: Complaint): Cause[] {
  const level = firstStepOf(trigger, complaint.level);
  return level ? [{ trigger, level }] : [];
}

/** Height of a step. */
export const rankOf = (level: EscalationLevel) => stepOrder.indexOf(level);
