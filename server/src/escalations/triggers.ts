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
  NO_FIRST_RESPONSE: 'E2',
  PROGRESS_MISSED: 'E2',
  SLA_WARNING: 'E1',
  SLA_BREACH: 'E2',
  HANDOVER_REFUSED: 'E2',
};

/** What a breached clock raises: its own trigger where one is named, else SLA_BREACH, never both. */
export const breachTriggers: Readonly<Record<ClockKind, EscalationTrigger>> = {
  FIRST_RESPONSE: 'NO_FIRST_RESPONSE',
  PROGRESS: 'PROGRESS_MISSED',
  RESOLUTION: 'SLA_BREACH',
  REGULATORY: 'SLA_BREACH',
};

/** The step a trigger goes to first for a complaint of a level; null where it does not escalate by itself. */
export function firstStepOf(trigger: EscalationTrigger, level: Level): EscalationLevel | null {
  if (trigger === 'MANUAL') return null;
  return trigger === 'LEVEL_RAISED' ? (byLevel[level] ?? null) : firstSteps[trigger];
}

type Rule = (complaint: Complaint, policy: Policy) => boolean;

const flag =
  (name: Complaint['riskFlags'][number]): Rule =>
  (complaint) =>
    complaint.riskFlags.includes(name);

/** What in a complaint escalates by itself. */
const rules: readonly [EscalationTrigger, Rule][] = [
  [
    'FRAUD_OR_ACCOUNT',
    ({ category, riskFlags }, policy) => policy.isEmergency(category?.getEntity().path ?? null, riskFlags),
  ],
  ['MEDIA', flag('MEDIA')],
  ['MAJOR_RISK', flag('MAJOR_RISK')],
  ['SOCIAL_IMPACT', flag('SOCIAL_IMPACT')],
  ['REPUTATION', flag('REPUTATION')],
];

/** All causes in a complaint; its level is one of its own only where nothing else reaches as high. */
export function causesIn(complaint: Complaint, policy: Policy): Cause[] {
  const found = rules.filter(([, rule]) => rule(complaint, policy)).map(([trigger]) => trigger);
  const causes = found.flatMap((trigger) => causeOf(trigger, complaint));
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
