/** Levels of a complaint, the lightest first. */
export const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const;

/** The level of a complaint. */
export type LevelCode = (typeof levels)[number];
