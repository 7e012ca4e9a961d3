import type { Checks } from '../kernel/checks.js';
import { checkClauses, checkOnce, longest, mostEntries } from './entry-checks.js';
import { checkHandling } from './handling-check.js';
import { levelOrder, limitedClocks, stepOrder, type PolicyRules } from './policy-rules.js';

const mostMinutes = 7 * 24 * 60;

/** Notes every rule that does not hold, by its path (`policy.limits.2.count`); codes are those of categories in use. */
export function checkRules(checks: Checks, rules: PolicyRules, codes: ReadonlySet<string>): void {
  checkCategories(checks, rules, codes);
  checkLimits(checks, rules);
  checkSteps(checks, rules);
  checkHandling(checks, rules.handling, codes);
  checkOnce(checks, 'policy.pauses', rules.pauses, ({ clock }) => clock);
  checkOnce(checks, 'policy.regulations', rules.regulations, (code) => code);
  checks.that(rules.warnShare > 0 && rules.warnShare < 1, 'policy.warnShare', 'plan.shareOutOfRange');
  const { from, to } = rules.quietHours;
  checks.number(from, 'policy.quietHours.from', { min: 12, max: 24 });
  checks.number(to, 'policy.quietHours.to', { min: 0, max: 12 });
  checks.number(rules.breachToLeadersHours, 'policy.breachToLeadersHours', { min: 1, max: 720 });
  for (const section of ['leastLevels', 'emergencies', 'limits', 'pauses', 'steps'] as const)
    checkClauses(checks, `policy.${section}`, rules[section]);
}

function checkCategories(checks: Checks, rules: PolicyRules, codes: ReadonlySet<string>): void {
  const { leastLevels, emergencies } = rules;
  for (const [section, { length }] of Object.entries({ leastLevels, emergencies }))
    checks.that(length <= mostEntries, `policy.${section}`, { key: 'plan.tooMany', params: { most: mostEntries } });
  checkOnce(checks, 'policy.leastLevels', leastLevels, ({ categoryCode }) => categoryCode, '.categoryCode');
  leastLevels.forEach(({ categoryCode }, index) =>
    checks.that(codes.has(categoryCode), `policy.leastLevels.${index}.categoryCode`, 'plan.unknownCategory'),
  );
  checkOnce(checks, 'policy.emergencies', emergencies, (each) => `${each.categoryCode} ${each.riskFlag}`);
  emergencies.forEach(({ categoryCode, riskFlag }, index) => {
    const path = `policy.emergencies.${index}`;
    checks.that((categoryCode === null) !== (riskFlag === null), path, 'field.oneOf');
    checks.that(categoryCode === null || codes.has(categoryCode), `${path}.categoryCode`, 'plan.unknownCategory');
  });
}

function checkLimits(checks: Checks, { limits }: PolicyRules): void {
  checkOnce(checks, 'policy.limits', limits, ({ clock, level }) => `${clock} ${level}`, '.level');
  limits.forEach(({ count, unit }, index) =>
    checks.number(count, `policy.limits.${index}.count`, { min: 1, max: longest[unit] }),
  );
  for (const clock of limitedClocks)
    for (const level of levelOrder)
      checks.that(
        limits.some((each) => each.clock === clock && each.level === level),
        'policy.limits',
        `plan.limitMissing.${clock}.${level}`,
      );
}

function checkSteps(checks: Checks, { steps }: PolicyRules): void {
  checkOnce(checks, 'policy.steps', steps, ({ step }) => step, '.step');
  steps.forEach((each, index) => {
    for (const field of ['delayMinutes', 'acknowledgementTimeoutMinutes'] as const)
      checks.number(each[field], `policy.steps.${index}.${field}`, { min: 1, max: mostMinutes });
  });
  for (const step of stepOrder)
    checks.that(
      steps.some((each) => each.step === step),
      'policy.steps',
      { key: 'plan.stepMissing', params: { step } },
    );
}
