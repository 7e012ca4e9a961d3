import { isDeepStrictEqual } from 'node:util';
import { defaultPack } from '../default-pack.js';
import type { PolicyRules } from '../policy-rules.js';
import { d1 } from './d1.js';
import { d2 } from './d2.js';
import { d3 } from './d3.js';
import { d4 } from './d4.js';
import { d5 } from './d5.js';
import { d6 } from './d6.js';
import { d7 } from './d7.js';
import { d8 } from './d8.js';
import { d9 } from './d9.js';
import type { PlanPreset, PresetCode } from './preset.js';
import type { RuleChange } from './rule-change.js';

/** The nine plans that a bank can begin from, in the order of their codes. */
export const presets: readonly PlanPreset[] = [d1, d2, d3, d4, d5, d6, d7, d8, d9];

/** The preset of a code. */
export const presetOf = (code: PresetCode): PlanPreset => presets.find((preset) => preset.code === code)!;

/** The rules of a preset: the default pack with what it sets. */
export const rulesOf = ({ rules }: PlanPreset): PolicyRules =>
  rules.reduce((before, rule) => rule.on(before), defaultPack);

/** Whether a rule says what the default pack says already, whoever it is laid to the account of. */
export const isDefault = (rule: RuleChange): boolean =>
  isDeepStrictEqual(withoutSources(rule.on(defaultPack)), withoutSources(defaultPack));

const withoutSources = (rules: PolicyRules): unknown =>
  JSON.parse(JSON.stringify(rules, (key, value: unknown) => (key === 'clause' ? undefined : value)));
