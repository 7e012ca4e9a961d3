import { longest, missing, wholeNumber, type Note } from './checking';
import { periodsSet, type HandlingDraft } from './handlingDraft';

const amount = /^\d{1,12}(\.\d{1,2})?$/;

/** What of the rules of handling cannot hold, by the path that the API gives the field. */
export function checkHandling(draft: HandlingDraft, note: Note): void {
  const path = 'policy.handling';
  periodsSet(draft).forEach(({ count, unit }, index) =>
    note(`${path}.periods.${index}.count`, wholeNumber(count, 1, longest[unit])),
  );
  draft.reviews.forEach(({ signOffCount }, index) =>
    note(`${path}.reviews.${index}.signOffCount`, wholeNumber(signOffCount, 1, 5)),
  );
  note(`${path}.staleWorkingDays`, wholeNumber(draft.staleWorkingDays, 1, 60));
  note(`${path}.appealWindowDays`, wholeNumber(draft.appealWindowDays, 1, 365));
  note(`${path}.reopenWindowDays`, wholeNumber(draft.reopenWindowDays, 1, 365));
  checkAmounts(draft, note);
  draft.routes.forEach(({ categoryCode, level, receiverId, by }, index) => {
    const route = `${path}.routes.${index}`;
    const isSame = (each: HandlingDraft['routes'][number]) =>
      each.categoryCode === categoryCode && each.level === level;
    if (draft.routes.findIndex(isSame) < index) note(route, { key: 'edit.twice' });
    if (!receiverId) note(`${route}.${by === 'group' ? 'groupId' : 'orgUnitId'}`, missing);
  });
}

function checkAmounts({ compensationWithoutReview, compensationByDesk }: HandlingDraft, note: Note): void {
  for (const [field, value] of Object.entries({ compensationWithoutReview, compensationByDesk }))
    if (!value.trim()) note(`policy.handling.${field}`, missing);
    else if (!amount.test(value.trim())) note(`policy.handling.${field}`, { key: 'edit.amount' });
  if (Number(compensationByDesk) < Number(compensationWithoutReview))
    note('policy.handling.compensationByDesk', { key: 'edit.deskBelowFree' });
}
