import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import type { Locale } from '../../kernel/messages.js';
import { requireThat } from '../../kernel/errors.js';
import { deskName, differencesOf, groupLabel, positionLabel } from './differences.js';
import { PlanPreset, type PlanPresetDemand } from './plan-preset.js';
import type { GroupDemand, PlanPreset as Preset, Text } from './preset.js';
import { presets } from './presets.js';

@Resolver(() => PlanPreset)
export class PlanPresetResolver {
  @Authorized()
  @Query(() => [PlanPreset], {
    description: 'Contingency plans that a unit can begin from (预案模板), by code, at most 20; for staff.',
  })
  planPresets(@Ctx() { viewer, locale }: Context): PlanPreset[] {
    requireThat(viewer.kind !== 'API_KEY');
    return presets.map((preset) => shown(preset, locale));
  }
}

function shown(preset: Preset, locale: Locale): PlanPreset {
  const said = ([zh, en]: Text) => (locale === 'zh' ? zh : en);
  return {
    code: preset.code,
    name: said(preset.name),
    summary: said(preset.purpose),
    deskName: said(deskName(preset.desk)),
    demands: preset.groups.map((group) => demandOf(group, said)),
    differences: differencesOf(preset).map(({ clauses, label, value, isOwn }) => ({
      clauses: [...clauses],
      label: said(label),
      value: said(value),
      isOwn,
    })),
  };
}

const demandOf = (group: GroupDemand, said: (text: Text) => string): PlanPresetDemand => ({
  clause: group.clause,
  groupKind: group.kind,
  underKind: group.under ?? null,
  leadDepartmentName: group.lead ? said(group.lead.name) : null,
  eachUnitKinds: [...(group.each ?? [])],
  label: said(groupLabel(group)),
  positions: group.positions.map((demand) => ({
    clause: demand.clause,
    position: demand.position,
    post: demand.post,
    departmentName: demand.department ? said(demand.department.name) : null,
    eachUnitKind: demand.each ?? null,
    label: said(positionLabel(demand)),
  })),
});
