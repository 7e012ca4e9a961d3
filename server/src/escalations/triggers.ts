import type { Complaint } from '../complaints/complaint/complaint.js';
import { stepOrder, type Policy } from '../plans/policy.js';
import type { EscalationLevel, EscalationTrigger } from './enumerations.js';

/** A cause found in a complaint and the step it goes to first. */
export interface Cause {
  trigger: EscalationTrigger;
  level: EscalationLevel;
}

type Rule = (complaint: Complaint, policy: Policy) => EscalationLevel | null;

const flag =
  (name: Complaint['riskFlags'][number], level: EscalationLevel): Rule =>
  (complaint) =>
    complaint.riskFlags.includes(name) ? level : null;

/** What in a complaint escalates by itself, and to which step first (D3-2.4, D5-六.1(1), D5-六.2). */
const rules: readonly [EscalationTrigger, Rule][] = [
  [
    'FRAUD_OR_ACCOUNT',
    ({ category, riskFlags }, policy) =>
      policy.isEmergency(category?.getEntity().path ?? null, riskFlags) ? 'E3' : null,
  ],
  ['MEDIA', flag('MEDIA', 'E3')],
  ['MAJOR_RISK', flag('MAJOR_RISK', 'E3')],
  ['SOCIAL_IMPACT', flag('SOCIAL_IMPACT', 'E3')],
  ['REPUTATION', flag('REPUTATION', 'E3')],
];

const byLevel: Partial<Record<Complaint['level'], EscalationLevel>> = { MAJOR: 'E2', URGENT: 'E3' };

/** All causes in a complaint; its level is one of its own only where nothing else reaches as high. */
export function causesIn(complaint: Complaint, policy: Policy): Cause[] {
  const causes = rules.flatMap(([trigger, rule]) => {
    const level = rule(complaint, policy);
    return level ? [{ trigger, level }] : [];
  });
  const level = byLevel[complaint.level];
  if (level && !causes.some((cause) => rankOf(cause.level) >= rankOf(level)))
    causes.push({ trigger: 'LEVEL_RAISED', level });
  return causes;
}

/** Height of a step. */
export const rankOf = (level: EscalationLevel) => stepOrder.indexOf(level);
