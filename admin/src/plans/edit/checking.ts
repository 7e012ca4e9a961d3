/** A message with its numbers, to be told at a field. */
export interface Problem {
  key: string;
  values?: Readonly<Record<string, number>>;
  /** Not told before the first try to save: somebody is still typing. */
  isMissing?: boolean;
}

/** Tells a problem at a field, if there is one. */
export type Note = (path: string, problem: Problem | undefined) => void;

/** The longest limit: a year of hours, or so many days. */
export const longest = { CLOCK_HOUR: 8760, WORKING_DAY: 250, NATURAL_DAY: 365 } as const;

/** A field that has to be filled. */
export const missing: Problem = { key: 'edit.required', isMissing: true };

/** What is wrong with a number as it is typed. */
export function wholeNumber(text: string, min: number, max: number): Problem | undefined {
  if (!text.trim()) return missing;
  const value = Number(text);
  const holds = Number.isInteger(value) && value >= min && value <= max;
  return holds ? undefined : { key: 'edit.range', values: { min, max } };
}
