import { defineEnum } from '../kernel/enumeration.js';

/** What a limit is counted in. */
export const limitUnits = ['CLOCK_HOUR', 'WORKING_DAY', 'NATURAL_DAY'] as const;
export type LimitUnit = (typeof limitUnits)[number];

export const LimitUnit = defineEnum<LimitUnit>('LimitUnit', 'What a limit is counted in (时限单位).', {
  CLOCK_HOUR: 'Elapsed hours, nights and days off included (小时).',
  WORKING_DAY: "Working days by the bank's calendar, make-up workdays included (工作日).",
  NATURAL_DAY: 'Days, whether worked or not (自然日).',
});

/** So many hours or days. */
export interface Limit {
  count: number;
  unit: LimitUnit;
}
