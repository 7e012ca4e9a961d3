import type { Locale } from '../../kernel/messages.js';
import { deskName, differencesOf, groupLabel, positionLabel } from './differences.js';
import type { PlanDemand } from './plan-demand.js';
import type { PlanPreset, PlanPresetDemand, PlanPresetPosition } from './plan-preset.js';
import type { GroupDemand, PlanPreset as Preset, PositionDemand, Text } from './preset.js';
import type { Standing } from './standing.js';

/** The most units that are named of a demand. */
const mostUnits = 200;

const said = (locale: Locale, [zh, en]: Text): string => (locale === 'zh' ? zh : en);

/** A preset in a caller's language. */
export const presetIn = (locale: Locale, preset: Preset): PlanPreset => ({
  code: preset.code,
  kind: preset.kind,
  name: said(locale, preset.name),
  summary: said(locale, preset.purpose),
  deskName: said(locale, deskName(preset.desk)),
  demands: preset.groups.map((group) => demandIn(locale, group)),
  differences: differencesOf(preset).map(({ clauses, label, value, isOwn }) => ({
    clauses: [...clauses],
    label: said(locale, label),
    value: said(locale, value),
    isOwn,
  })),
});

/** How far a demand is met, in a caller's language. */
export const standingIn = (locale: Locale, standing: Standing): PlanDemand => ({
  demand: demandIn(locale, standing.demand),
  group: standing.group,
  vacancies: standing.vacancies.map(({ demand, unitNames }) => ({
    position: positionIn(locale, demand),
    unitNames: unitNames.slice(0, mostUnits),
  })),
  unitNamesWithout: standing.unitNamesWithout.slice(0, mostUnits),
});

const demandIn = (locale: Locale, group: GroupDemand): PlanPresetDemand => ({
  clause: group.clause,
  groupKind: group.kind,
  underKind: group.under ?? null,
  leadDepartmentName: group.lead ? said(locale, group.lead.name) : null,
  eachUnitKinds: [...(group.each ?? [])],
  label: said(locale, groupLabel(group)),
  positions: group.positions.map((demand) => positionIn(locale, demand)),
});

const positionIn = (locale: Locale, demand: PositionDemand): PlanPresetPosition => ({
  clause: demand.clause,
  position: demand.position,
  post: demand.post,
  departmentName: demand.department ? said(locale, demand.department.name) : null,
  eachUnitKind: demand.each ?? null,
  label: said(locale, positionLabel(demand)),
});
