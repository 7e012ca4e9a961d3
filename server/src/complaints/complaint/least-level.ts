import { levelOrder } from '../../plans/policy-rules.js';
import type { Policy } from '../../plans/policy.js';
import type { Level, RiskFlag } from '../enumerations.js';

/** The level that a category and risk flags force at least (D3-1.2a). */
export const leastLevel = (policy: Policy, category: { path: string } | null, riskFlags: readonly RiskFlag[]): Level =>
  gravestOf(
    policy.leastLevel(category?.path ?? null) ?? 'SUGGESTION',
    policy.isEmergency(null, riskFlags) ? 'MAJOR' : 'SUGGESTION',
  );

/** The graver of two levels. */
export const gravestOf = (one: Level, other: Level): Level => (isGraver(one, other) ? one : other);

/** Whether a level is graver than another. */
export const isGraver = (level: Level, than: Level): boolean => levelOrder.indexOf(level) > levelOrder.indexOf(than);
