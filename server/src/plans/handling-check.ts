import type { Checks } from '../kernel/checks.js';
import { checkClauses, checkOnce, longest, mostEntries } from './entry-checks.js';
import type { HandlingRules } from './handling-rules.js';
import { levelOrder } from './policy-rules.js';

const path = 'policy.handling';
const mostYuan = 1e12;

/** Notes every rule of handling that does not hold, by its path (`policy.handling.periods.0.count`). */
export function checkHandling(checks: Checks, rules: HandlingRules, codes: ReadonlySet<string>): void {
  checkPeriods(checks, rules);
  checkReviews(checks, rules);
  checkAmounts(checks, rules);
  checkRoutes(checks, rules, codes);
  checks.number(rules.staleWorkingDays, `${path}.staleWorkingDays`, { min: 1, max: 60 });
  checks.number(rules.appealWindowDays, `${path}.appealWindowDays`, { min: 1, max: 365 });
  checks.number(rules.reopenWindowDays, `${path}.reopenWindowDays`, { min: 1, max: 365 });
  for (const section of ['periods', 'reviews', 'routes'] as const)
    checkClauses(checks, `${path}.${section}`, rules[section]);
}

function checkPeriods(checks: Checks, { periods }: HandlingRules): void {
  checkOnce(checks, `${path}.periods`, periods, ({ clock }) => clock, '.clock');
  periods.forEach(({ clock, count, unit }, index) => {
    checks.number(count, `${path}.periods.${index}.count`, { min: 1, max: longest[unit] });
    checks.that(clock !== 'FULFILMENT', `${path}.periods.${index}.clock`, 'plan.promiseSetsTime');
  });
}

function checkReviews(checks: Checks, { reviews }: HandlingRules): void {
  checkOnce(checks, `${path}.reviews`, reviews, ({ level }) => level, '.level');
  reviews.forEach(({ signOffCount }, index) =>
    checks.number(signOffCount, `${path}.reviews.${index}.signOffCount`, { min: 1, max: 5 }),
  );
  for (const level of levelOrder)
    checks.that(
      reviews.some((each) => each.level === level),
      `${path}.reviews`,
      `plan.reviewMissing.${level}`,
    );
}

function checkAmounts(checks: Checks, rules: HandlingRules): void {
  for (const field of ['compensationWithoutReview', 'compensationByDesk'] as const) {
    const amount = Number(rules[field]);
    checks.that(amount >= 0 && amount < mostYuan, `${path}.${field}`, 'plan.badAmount');
  }
  const [free, byDesk] = [Number(rules.compensationWithoutReview), Number(rules.compensationByDesk)];
  checks.that(free <= byDesk, `${path}.compensationByDesk`, 'plan.deskBelowFree');
}

function checkRoutes(checks: Checks, { routes }: HandlingRules, codes: ReadonlySet<string>): void {
  checks.that(routes.length <= mostEntries, `${path}.routes`, { key: 'plan.tooMany', params: { most: mostEntries } });
  checkOnce(checks, `${path}.routes`, routes, ({ categoryCode, level }) => `${categoryCode ?? ''} ${level ?? ''}`);
  routes.forEach(({ categoryCode, orgUnitId, groupId }, index) => {
    const route = `${path}.routes.${index}`;
    checks.that((orgUnitId == null) !== (groupId == null), route, 'field.oneOf');
    const isInUse = categoryCode == null || codes.has(categoryCode);
    checks.that(isInUse, `${route}.categoryCode`, 'plan.unknownCategory');
  });
}
