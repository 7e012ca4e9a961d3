import type { ClockFragment } from '../gql/graphql';

/** The clock that ends first among those still unfulfilled, else the one fulfilled last. */
export function nearestClock(clocks: readonly ClockFragment[]): ClockFragment | undefined {
  const unfulfilled = clocks.filter(
    ({ state, fulfilledAt }) => !fulfilledAt && state !== 'CANCELLED' && state !== 'MET',
  );
  const [first] = unfulfilled.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  return first ?? clocks.at(-1);
}
