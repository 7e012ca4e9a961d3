import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '../kernel/messages.js';
import { CodeListEntry } from '../work/code-list-entry.js';
import { LeadershipGroup } from '../org/groups/leadership-group.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { clauseIn, handlingInWords, type Names, type Statement } from './handling-words.js';
import { PlanBasis, PlanDuty } from './plan-parts.js';
import type { PlanVersion } from './plan-version.js';
import { clockWords, flagWords, inWords, levelWords, stepWords, unitWords } from './plan-words.js';
import type { PolicyRules } from './policy-rules.js';
import { regulations } from './regulations.js';

/** Everything a version says, in words and in order. */
export async function statementsOf(em: EntityManager, version: PlanVersion, locale: Locale): Promise<Statement[]> {
  const basis = await em.find(PlanBasis, { planVersion: version.id }, { orderBy: { position: 'asc' } });
  const duties = await em.find(
    PlanDuty,
    { planVersion: version.id },
    { populate: ['orgUnit'], orderBy: { position: 'asc' } },
  );
  const zh = locale === 'zh';
  const desk = (await version.deskGroup?.load()) ?? (await version.deskDepartment?.load());
  return [
    { path: 'principles', label: zh ? '处理原则' : 'Principles', text: version.principles },
    ...basis.map(({ title, number, issuedOn }) => ({
      path: `basis.${title}`,
      label: zh ? '制定依据' : 'Basis',
      text: [title, number, issuedOn].filter(Boolean).join(zh ? '，' : ', '),
    })),
    ...duties.map(({ orgUnit, text, position }) => ({
      path: `duties.${orgUnit.id}.${ordinalOf(duties, position)}`,
      label: zh ? `职责分工·${orgUnit.$.name}` : `Duty of ${orgUnit.$.name}`,
      text,
    })),
    {
      path: 'desk',
      label: zh ? '投诉管理部门' : 'Desk',
      text: desk?.name ?? (zh ? '就近的办公室或中心' : 'the nearest office or centre'),
    },
    ...rulesInWords(version.rules, locale, await namesFor(em, version.rules, locale)),
  ];
}

/** Which of its unit's duties one is. */
const ordinalOf = (duties: readonly PlanDuty[], position: number): number => {
  const unit = duties.find((each) => each.position === position)!.orgUnit.id;
  return duties.filter((each) => each.orgUnit.id === unit && each.position < position).length;
};

function rulesInWords(rules: PolicyRules, locale: Locale, names: Names): Statement[] {
  const zh = locale === 'zh';
  const said = (path: string, label: string, text: string) => ({ path: `policy.${path}`, label, text });
  const clauseOf = (clause: string | null) => clauseIn(locale, clause);
  const { quietHours } = rules;
  return [
    ...rules.leastLevels.map(({ categoryCode, level, clause }) =>
      said(
        `leastLevels.${categoryCode}`,
        zh ? `等级下限·${names.category(categoryCode)}` : `Least level of ${names.category(categoryCode)}`,
        inWords(locale, levelWords[level]) + clauseOf(clause),
      ),
    ),
    ...rules.emergencies.map(({ categoryCode, riskFlag, clause }) => {
      const sign = riskFlag ? inWords(locale, flagWords[riskFlag]) : names.category(categoryCode!);
      const means = zh ? '视为应急情形' : 'means an emergency';
      return said(
        `emergencies.${categoryCode ?? riskFlag}`,
        zh ? `应急情形·${sign}` : `Emergency: ${sign}`,
        means + clauseOf(clause),
      );
    }),
    ...rules.limits.map(({ clock, level, count, unit, escalates, clause }) => {
      const [what, at] = [inWords(locale, clockWords[clock]), inWords(locale, levelWords[level])];
      const how = escalates ? '' : zh ? '，超期不升级' : ', not escalated';
      return said(
        `limits.${clock}.${level}`,
        zh ? `${what}时限·${at}` : `Limit of ${what}, ${at}`,
        `${count} ${inWords(locale, unitWords[unit])}${how}${clauseOf(clause)}`,
      );
    }),
    ...rules.pauses.map(({ clock, clause }) =>
      said(
        `pauses.${clock}`,
        zh ? `可暂停·${inWords(locale, clockWords[clock])}时限` : `Pause of ${inWords(locale, clockWords[clock])}`,
        (zh ? '等待客户时暂停' : 'stands still while waiting for the customer') + clauseOf(clause),
      ),
    ),
    said('warnShare', zh ? '临期比例' : 'Nearly due', `${Math.round(rules.warnShare * 1000) / 10}%`),
    ...rules.steps.map(({ step, delayMinutes, acknowledgementTimeoutMinutes, clause }) =>
      said(
        `steps.${step}`,
        zh ? `升级层级·${inWords(locale, stepWords[step])}` : `Step ${inWords(locale, stepWords[step])}`,
        (zh
          ? `${delayMinutes} 分钟未签收转上级，签收 ${acknowledgementTimeoutMinutes} 分钟后原因仍在则重新升级`
          : `next step after ${delayMinutes} minutes, opens again ${acknowledgementTimeoutMinutes} minutes after acknowledgement`) +
          clauseOf(clause),
      ),
    ),
    said(
      'quietHours',
      zh ? '免打扰时段' : 'Quiet hours',
      quietHours.from === 24 && quietHours.to === 0
        ? zh
          ? '无'
          : 'none'
        : `${quietHours.from}:00–${quietHours.to}:00`,
    ),
    said(
      'breachToLeadersHours',
      zh ? '超期报领导小组' : 'Breach told to the leaders',
      zh ? `${rules.breachToLeadersHours} 小时后` : `after ${rules.breachToLeadersHours} hours`,
    ),
    ...handlingInWords(rules.handling, locale, names),
    ...rules.regulations.map((code) =>
      said(`regulations.${code}`, zh ? '监管时限' : 'Regulation', regulations[code].name[locale]),
    ),
  ];
}

async function namesFor(em: EntityManager, rules: PolicyRules, locale: Locale): Promise<Names> {
  const { routes } = rules.handling;
  const codes = [...rules.leastLevels, ...rules.emergencies, ...routes].flatMap(
    ({ categoryCode }) => categoryCode ?? [],
  );
  const entries = await em.find(CodeListEntry, { list: 'CATEGORY', code: { $in: codes } });
  const receivers = [
    ...(await em.find(OrgUnit, { id: { $in: routes.flatMap(({ orgUnitId }) => orgUnitId ?? []) } })),
    ...(await em.find(LeadershipGroup, { id: { $in: routes.flatMap(({ groupId }) => groupId ?? []) } })),
  ];
  return {
    category(code) {
      const entry = entries.find((each) => each.code === code);
      return (locale === 'zh' ? entry?.nameZh : entry?.nameEn) ?? code;
    },
    receiver: (id) => receivers.find((each) => each.id === id)!.name,
  };
}

/** What one version says otherwise than another: null on a side that does not say it. */
export interface Difference {
  path: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** Compares what two versions say; what they say alike is left out. */
export function differences(before: readonly Statement[], after: readonly Statement[]): Difference[] {
  const old = new Map(before.map((each) => [each.path, each]));
  const now = new Map(after.map((each) => [each.path, each]));
  const paths = [...new Set([...now.keys(), ...old.keys()])];
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.text === is?.text) return [];
    return { path, label: (is ?? was)!.label, before: was?.text ?? null, after: is?.text ?? null };
  });
}
