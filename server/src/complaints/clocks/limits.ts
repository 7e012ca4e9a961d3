import type { EntityManager } from '@mikro-orm/postgresql';
import { policyFor, policyOf, type Policy, type PolicyLimit } from '../../plans/policy.js';
import { periodClocks, type PeriodClock } from '../../plans/handling-rules.js';
import type { RegulationCode } from '../../plans/policy-terms.js';
import type { Complaint } from '../complaint/complaint.js';
import type { ClockKind } from '../enumerations.js';
import type { SlaClock } from './sla-clock.js';

/** The rules under which a complaint was registered: they set its limits for good. */
export async function policyAtReceipt(em: EntityManager, complaint: Complaint): Promise<Policy> {
  if (complaint.planVersion) return policyOf(em, complaint.planVersion.id);
  await em.populate(complaint, ['orgUnit']);
  return policyFor(em, complaint.orgUnit.getEntity(), complaint.receivedAt);
}

/** What a clock of a kind may take at a level; null where nothing limits it. */
export function limitOf(
  policy: Policy,
  { kind, regulation }: { kind: ClockKind; regulation: RegulationCode | null },
  level: Complaint['level'],
): PolicyLimit | null {
  if (isPeriod(kind)) return policy.periodOf(kind);
  if (kind !== 'REGULATORY') return policy.limitOf(kind, level);
  const found = policy.regulations.find(({ code }) => code === regulation);
  return found ? { ...found.limit, escalates: true, clause: null } : null;
}

/** Whether a clock stands still while the bank waits for the customer; what a regulation allows never does. */
export const pausesFor = (policy: Policy, { kind }: SlaClock): boolean =>
  kind !== 'REGULATORY' && !isPeriod(kind) && policy.pauses(kind);

/** Whether the limit of a clock follows from the level. */
export const isByLevel = (kind: ClockKind): boolean => !isPeriod(kind);

/** Whether a clock is one of those that are the same at every level. */
const isPeriod = (kind: ClockKind): kind is PeriodClock => (periodClocks as readonly ClockKind[]).includes(kind);

/** When the leaders hear that the decision is late still; null for what is not about the decision or does not escalate. */
export function toldToLeadersAt({ breachToLeadersHours }: Policy, { kind, escalates, dueAt }: SlaClock): Date | null {
  const isDecision = kind === 'RESOLUTION' || kind === 'REGULATORY';
  return isDecision && escalates ? new Date(dueAt.getTime() + breachToLeadersHours * 3_600_000) : null;
}
