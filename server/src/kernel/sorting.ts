import { defineEnum } from './enumeration.js';

export const SortDirection = defineEnum('SortDirection', 'Which end of a list comes first.', {
  ASC: 'Smallest, earliest or first by name.',
  DESC: 'Largest or latest.',
});
export type SortDirection = keyof typeof SortDirection;
