import type { Checks } from '../kernel/checks.js';

/** The longest limit: a year of hours, or so many days. */
export const longest = { CLOCK_HOUR: 8760, WORKING_DAY: 250, NATURAL_DAY: 365 } as const;

/** The most entries of a list of rules. */
export const mostEntries = 100;

/** Notes every entry that says again what an earlier one says. */
export function checkOnce<Entry>(
  checks: Checks,
  path: string,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  field = '',
): void {
  const keys = entries.map(keyOf);
  keys.forEach((key, index) => checks.that(keys.indexOf(key) === index, `${path}.${index}${field}`, 'plan.saidTwice'));
}

/** Notes clauses that are too long to be one. */
export function checkClauses(checks: Checks, path: string, entries: readonly { clause: string | null }[]): void {
  entries.forEach(({ clause }, index) => checks.text(clause, `${path}.${index}.clause`, { max: 40 }));
}
