import { nothing, type Condition } from '../../kernel/read/registry.js';
import type { GrantState } from './role-grant.js';

/** The columns behind a grant's state; instants come from the read engine as text. */
export interface GrantFacts {
  validFrom: string | Date;
  validTo: string | Date | null;
  approvedAt: string | Date | null;
  revokedAt: string | Date | null;
  staff: { isActive: boolean } | null;
}

/** What `GrantFacts` reads. */
export const grantStateNeeds = ['validFrom', 'validTo', 'approvedAt', 'revokedAt', 'staff.isActive'];

/** Where a grant stands. */
export function grantStateAt(at: Date, { validFrom, validTo, approvedAt, revokedAt, staff }: GrantFacts): GrantState {
  const isOver = revokedAt !== null || (validTo !== null && new Date(validTo) <= at) || !staff?.isActive;
  if (isOver) return 'ENDED';
  if (approvedAt === null) return 'WAITING';
  return new Date(validFrom) > at ? 'UPCOMING' : 'EFFECTIVE';
}

/** The same as a condition on rows. */
export function inState(state: GrantState, at: Date): Condition {
  const isOver: Condition = {
    $or: [{ revokedAt: { $ne: null } }, { validTo: { $lte: at } }, { staff: { isActive: false } }],
  };
  if (state === 'ENDED') return isOver;
  const stands: Record<Exclude<GrantState, 'ENDED'>, Condition> = {
    WAITING: { approvedAt: null },
    UPCOMING: { approvedAt: { $ne: null }, validFrom: { $gt: at } },
    EFFECTIVE: { approvedAt: { $ne: null }, validFrom: { $lte: at } },
  };
  return { $not: isOver, ...(stands[state] ?? nothing) };
}
