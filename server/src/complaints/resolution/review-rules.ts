import type { ReviewMode } from '../../plans/handling-rules.js';
import type { Policy } from '../../plans/policy.js';
import type { Level } from '../enumerations.js';
import type { Resolution } from './resolution.js';

const order: readonly ReviewMode[] = ['NONE', 'DESK', 'GROUP'];

/**
 * Who approves such a resolution, and how many of them: as the plan says of its level, and at least as high as its
 * compensation demands; a rejection after an investigation is always reviewed (D1-五.3(1)c, D5-五.2(3)).
 */
export function reviewOf(
  { handling }: Policy,
  level: Level,
  { kinds, amount, currency }: Pick<Resolution, 'kinds' | 'amount' | 'currency'>,
): Pick<Resolution, 'reviewMode' | 'signOffCount'> {
  const rule = handling.reviews.find((each) => each.level === level);
  const demanded: ReviewMode[] = [rule?.mode ?? 'DESK'];
  if (kinds.includes('REJECTED')) demanded.push('DESK');
  if (amount !== null) demanded.push(approverOf(Number(amount), currency, handling));
  const reviewMode = demanded.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0]!;
  return { reviewMode, signOffCount: reviewMode === 'NONE' ? 0 : Math.max(1, rule?.signOffCount ?? 1) };
}

// The limits are in yuan: what another currency is worth is for the leaders to say.
function approverOf(amount: number, currency: string | null, handling: Policy['handling']): ReviewMode {
  if (currency !== 'CNY' || amount > Number(handling.compensationByDesk)) return 'GROUP';
  return amount > Number(handling.compensationWithoutReview) ? 'DESK' : 'NONE';
}
