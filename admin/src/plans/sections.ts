/** The sections of a version in the order in which they are read and written. */
export const sections = [
  'principles',
  'basis',
  'duties',
  'desk',
  'classes',
  'limits',
  'handling',
  'reminders',
  'steps',
  'regulations',
] as const;
/** One of them, also the key of its heading, `plans.section.{name}`. */
export type Section = (typeof sections)[number];

const starts: readonly (readonly [path: string, section: Section])[] = [
  ['principles', 'principles'],
  ['basis', 'basis'],
  ['duties', 'duties'],
  ['desk', 'desk'],
  ['policy.leastLevels', 'classes'],
  ['policy.emergencies', 'classes'],
  ['policy.limits', 'limits'],
  ['policy.handling', 'handling'],
  ['policy.pauses', 'reminders'],
  ['policy.warnShare', 'reminders'],
  ['policy.quietHours', 'reminders'],
  ['policy.breachToLeadersHours', 'reminders'],
  ['policy.steps', 'steps'],
  ['policy.regulations', 'regulations'],
];

/** The section in which a field stands, by its path as the API names it. */
export const sectionOf = (path: string): Section | undefined =>
  starts.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1];
