import type { Locale } from '../kernel/messages.js';
import type { HandlingRules, PeriodRule, ReviewRule, RouteRule } from './handling-rules.js';
import { inWords, levelWords, periodWords, replyWords, reviewWords, unitWords, type Words } from './plan-words.js';

/** One thing that a version says: a path that is the same in all versions, what it is, and what is said. */
export interface Statement {
  path: string;
  label: string;
  text: string;
}

/** Names of what rules refer to by code or id. */
export interface Names {
  category(code: string): string;
  receiver(id: string): string;
}

/** A clause in brackets behind what it says; nothing for the bank's own. */
export const clauseIn = (locale: Locale, clause: string | null): string =>
  clause == null ? '' : locale === 'zh' ? `（${clause}）` : ` (${clause})`;

/** The rules of handling in words and in order. */
export function handlingInWords(rules: HandlingRules, locale: Locale, names: Names): Statement[] {
  const said = (path: string, label: Words, text: Words): Statement => ({
    path: `policy.handling.${path}`,
    label: inWords(locale, label),
    text: inWords(locale, text),
  });
  const days = (count: number): Words => [`${count} 天内`, `within ${count} days`];
  const yesNo = (is: boolean): Words => (is ? ['是', 'yes'] : ['否', 'no']);
  return [
    ...rules.periods.map((each) => periodInWords(each, locale)),
    said(
      'staleWorkingDays',
      ['长期无进展', 'Stands still'],
      [
        `${rules.staleWorkingDays} 个工作日无任何进展`,
        `after ${rules.staleWorkingDays} working days without any event`,
      ],
    ),
    ...rules.reviews.map((each) => reviewInWords(each, locale)),
    said(
      'compensationWithoutReview',
      ['免审核赔偿额', 'Compensation without review'],
      upTo(rules.compensationWithoutReview),
    ),
    said(
      'compensationByDesk',
      ['投诉管理部门审批赔偿额', 'Compensation approved by the desk'],
      upTo(rules.compensationByDesk),
    ),
    said('replyBy', ['答复主体', 'Who replies'], replyWords[rules.replyBy]),
    said('replyBeforeExecution', ['先答复后执行', 'Reply before execution'], yesNo(rules.replyBeforeExecution)),
    said(
      'firstHandlerKeepsGeneral',
      ['首问自办一般投诉', 'First handler keeps general complaints'],
      yesNo(rules.firstHandlerKeepsGeneral),
    ),
    said('appealWindowDays', ['申诉期限', 'Appeal'], days(rules.appealWindowDays)),
    said('reopenWindowDays', ['重新办理期限', 'Reopening'], days(rules.reopenWindowDays)),
    ...rules.routes.map((each) => routeInWords(each, locale, names)),
  ];
}

const upTo = (amount: string): Words => {
  const yuan = Number(amount).toFixed(2);
  return [`${yuan} 元以内`, `up to ${yuan} yuan`];
};

function periodInWords({ clock, count, unit, clause }: PeriodRule, locale: Locale): Statement {
  const what = inWords(locale, periodWords[clock]);
  return {
    path: `policy.handling.periods.${clock}`,
    label: locale === 'zh' ? `${what}时限` : `Limit of ${what}`,
    text: `${count} ${inWords(locale, unitWords[unit])}${clauseIn(locale, clause)}`,
  };
}

function reviewInWords({ level, mode, signOffCount, clause }: ReviewRule, locale: Locale): Statement {
  const at = inWords(locale, levelWords[level]);
  const people: Words = signOffCount > 1 ? [`，${signOffCount} 人会签`, `, ${signOffCount} people sign`] : ['', ''];
  return {
    path: `policy.handling.reviews.${level}`,
    label: locale === 'zh' ? `审核方式·${at}` : `Review, ${at}`,
    text: inWords(locale, reviewWords[mode]) + inWords(locale, people) + clauseIn(locale, clause),
  };
}

function routeInWords(route: RouteRule, locale: Locale, names: Names): Statement {
  const { categoryCode, level, orgUnitId, groupId, clause } = route;
  const about = [
    ...(categoryCode ? [names.category(categoryCode)] : []),
    ...(level ? [inWords(locale, levelWords[level])] : []),
  ];
  const what = about.join(locale === 'zh' ? '，' : ', ') || inWords(locale, ['其余投诉', 'all others']);
  return {
    path: `policy.handling.routes.${categoryCode ?? ''}.${level ?? ''}`,
    label: locale === 'zh' ? `分派规则·${what}` : `Route of ${what}`,
    text: names.receiver((groupId ?? orgUnitId)!) + clauseIn(locale, clause),
  };
}
