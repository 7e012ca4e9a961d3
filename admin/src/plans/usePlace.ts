import { useTranslate } from 'react-admin';
import { useWord } from '../words/useWord';
import type { Rules } from './rules.graphql';
import { sectionOf } from './sections';

/** Where a field stands, in words, from its path as the API names it, such as `policy.steps.2.delayMinutes`. */
export function usePlace(rules: Rules): (path: string) => string {
  const translate = useTranslate();
  const word = useWord();
  const placeIn = ([part = '', index]: readonly string[]) => {
    const at = Number(index);
    const { periods, reviews } = rules.handling;
    const period = part === 'periods' ? periods[at] : undefined;
    const review = part === 'reviews' ? reviews[at] : undefined;
    const of = period ? word('periodClock', period.clock) : review ? word('level', review.level) : undefined;
    const item = index === undefined ? undefined : translate('plans.item', { number: at + 1 });
    return [translate(`handling.${part}`), of ?? item].filter(Boolean).join(' · ');
  };
  return (path) => {
    const section = sectionOf(path);
    const name = section ? translate(`plans.section.${section}`) : path;
    const [list, index] = path.replace(/^policy\./, '').split('.');
    const at = Number(index);
    if (list === 'handling' && index) return `${name} · ${placeIn(path.split('.').slice(2))}`;
    const limit = list === 'limits' ? rules.limits[at] : undefined;
    const step = list === 'steps' ? rules.steps[at]?.step : undefined;
    if (limit) return [name, word('limitedClock', limit.clock), word('level', limit.level)].join(' · ');
    if (step) return `${name} · ${step} ${word('escalationLevel', step)}`;
    return index && Number.isInteger(at) ? `${name} · ${translate('plans.item', { number: at + 1 })}` : name;
  };
}
