/** The eight stages of a complaint's life, in order. */
export const stages = [
  'REGISTERED',
  'SCREENED',
  'ASSIGNED',
  'INVESTIGATING',
  'IN_REVIEW',
  'EXECUTING',
  'REPLIED',
  'CLOSED',
] as const;

/** One of the eight stages. */
export type Stage = (typeof stages)[number];

/** Ends of a complaint; they are told by a mark instead of segments. */
export const endings = ['CLOSED', 'REJECTED', 'REFERRED', 'WITHDRAWN'] as const;

/** How a complaint can end. */
export type Ending = (typeof endings)[number];

/** Any state a complaint can be in. */
export type StageCode = Stage | Ending;

/** The ending, if the state is one. */
export function asEnding(status: StageCode): Ending | undefined {
  return endings.find((ending) => ending === status);
}
