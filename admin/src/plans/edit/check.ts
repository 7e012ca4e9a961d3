import { longest, missing, wholeNumber, type Note, type Problem } from './checking';
import type { Draft } from './draft';
import { checkHandling } from './handlingCheck';

export type Problems = Readonly<Record<string, Problem>>;

const mostMinutes = 7 * 24 * 60;

/** What of a draft cannot hold, by the path that the API gives the field: the rules of the server that cost nothing to know. */
export function check(draft: Draft): Problems {
  const found: Record<string, Problem> = {};
  const note: Note = (path, problem) => {
    if (problem) found[path] ??= problem;
  };
  checkWords(draft, note);
  checkClasses(draft, note);
  checkHandling(draft.handling, note);
  draft.limits.forEach(({ count, unit }, index) =>
    note(`policy.limits.${index}.count`, wholeNumber(count, 1, longest[unit])),
  );
  draft.steps.forEach(({ delayMinutes, acknowledgementTimeoutMinutes }, index) => {
    note(`policy.steps.${index}.delayMinutes`, wholeNumber(delayMinutes, 1, mostMinutes));
    note(
      `policy.steps.${index}.acknowledgementTimeoutMinutes`,
      wholeNumber(acknowledgementTimeoutMinutes, 1, mostMinutes),
    );
  });
  const { warnPercent, breachToLeadersHours, isQuiet, quietFrom, quietTo } = draft.reminders;
  const percent = Number(warnPercent);
  if (!warnPercent.trim()) note('policy.warnShare', missing);
  else if (!(percent > 0 && percent < 100)) note('policy.warnShare', { key: 'edit.percent' });
  note('policy.breachToLeadersHours', wholeNumber(breachToLeadersHours, 1, 720));
  if (isQuiet) {
    note('policy.quietHours.from', wholeNumber(quietFrom, 12, 24));
    note('policy.quietHours.to', wholeNumber(quietTo, 0, 12));
  }
  return found;
}

function checkWords({ basis, duties, desk }: Draft, note: Note): void {
  basis.forEach(({ title, planVersionId }, index) => {
    if (!title.trim() && !planVersionId) note(`basis.${index}.title`, missing);
  });
  duties.forEach(({ unitId, text }, index) => {
    if (!unitId) note(`duties.${index}.orgUnitId`, missing);
    if (!text.trim()) note(`duties.${index}.text`, missing);
  });
  if (desk.by !== 'nearest' && !desk.holderId) note('desk.holderId', missing);
}

function checkClasses({ classes: { leastLevels, emergencies } }: Draft, note: Note): void {
  leastLevels.forEach(({ categoryCode }, index) => {
    const path = `policy.leastLevels.${index}.categoryCode`;
    if (!categoryCode) note(path, missing);
    else if (leastLevels.findIndex((each) => each.categoryCode === categoryCode) < index)
      note(path, { key: 'edit.twice' });
  });
  const signs = emergencies.map(({ by, categoryCode, riskFlag }) => (by === 'flag' ? riskFlag : categoryCode));
  signs.forEach((sign, index) => {
    const path = `policy.emergencies.${index}`;
    const isTwice = emergencies.some(
      (each, at) => at < index && each.by === emergencies[index]?.by && signs[at] === sign,
    );
    if (!sign) note(path, missing);
    else if (isTwice) note(path, { key: 'edit.twice' });
  });
}
