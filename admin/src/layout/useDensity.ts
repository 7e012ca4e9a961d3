import { useStore } from 'react-admin';

/** Rows of two lines, or of one. */
export type Density = 'standard' | 'compact';

/** The person's choice of row height. */
export const useDensity = () => useStore<Density>('density', 'standard');
