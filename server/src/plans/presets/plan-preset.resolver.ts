import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { notFound, requireThat } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { computed } from '../../kernel/read/registry.js';
import { readChanged, readOne } from '../../kernel/read/read.js';
import { LeadershipGroup } from '../../org/groups/leadership-group.js';
import { mayAdministerAt } from '../../org/org.access.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { PlanVersion } from '../plan-version.js';
import { adoptPlanPreset } from './adopt-preset.actions.js';
import { AdoptPlanPresetInput } from './adopt-preset.input.js';
import { PlanDemand } from './plan-demand.js';
import './plan-preset.messages.js';
import { PlanPreset, PlanPresetCode } from './plan-preset.js';
import type { PresetCode } from './preset.js';
import { presetOf, presets } from './presets.js';
import { presetIn, standingIn } from './shown.js';
import { standingOf } from './standing.js';

/** What the demands of a version are worked out from. */
interface Adopted {
  preset: PresetCode | null;
  publishedAt: unknown;
  plan: { orgUnit: { id: string; path: string } };
}

computed(PlanVersion, 'demands', ['preset', 'publishedAt', 'plan.orgUnit.id', 'plan.orgUnit.path']);

@Resolver(() => PlanVersion)
class PlanPresetResolver {
  @Authorized()
  @Query(() => [PlanPreset], {
    description: 'Contingency plans that a unit can begin from (预案模板), by code, at most 20; for staff.',
  })
  planPresets(@Ctx() { viewer, locale }: Context): PlanPreset[] {
    requireThat(viewer.kind !== 'API_KEY');
    return presets.map((preset) => presetIn(locale, preset));
  }

  @Authorized()
  @Query(() => [PlanDemand], {
    nullable: true,
    description:
      'How far a unit meets the demands of a preset before it adopts it (组织和岗位落实情况), at most 10; for its administrators.',
  })
  async planDemands(
    @Ctx() ctx: Context,
    @Arg('preset', () => PlanPresetCode, { description: 'The preset.' }) preset: PresetCode,
    @Arg('orgUnitId', () => ID, { description: 'The unit.' }) orgUnitId: string,
  ) {
    const em = ctx.app.orm.em.fork();
    const unit = isId(orgUnitId) ? await em.findOne(OrgUnit, { id: orgUnitId }) : null;
    if (!unit || !mayAdministerAt(ctx.viewer, unit.path)) throw notFound();
    const standings = await standingOf(em, presetOf(preset), unit, ctx.clock.now());
    return standings.map((standing) => standingIn(ctx.locale, standing));
  }

  @Authorized()
  @Mutation(() => PlanVersion, {
    description:
      'Makes a draft for a unit from a preset (套用预案模板), with the desk and the groups that it demands, matched or set up; for its administrators. Publishing waits until every demanded position is held.',
  })
  async adoptPlanPreset(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AdoptPlanPresetInput, { description: 'Which preset, for which unit.' })
    input: AdoptPlanPresetInput,
  ) {
    return readChanged(ctx, info, (await adoptPlanPreset(ctx, input)).id);
  }

  @FieldResolver(() => [PlanDemand], {
    description:
      'How far the demands of its preset are met (组织和岗位落实情况); at most 10; empty without one, and once published.',
  })
  async demands(@Ctx() ctx: Context, @Root() { preset, publishedAt, plan }: Adopted) {
    if (!preset || publishedAt) return [];
    const standings = await standingOf(ctx.app.orm.em.fork(), presetOf(preset), plan.orgUnit, ctx.clock.now());
    return standings.map((standing) => standingIn(ctx.locale, standing));
  }
}

@Resolver(() => PlanDemand)
class PlanDemandResolver {
  @FieldResolver(() => LeadershipGroup, { nullable: true })
  group(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() { group }: PlanDemand) {
    return group && readOne(ctx, LeadershipGroup, info, { id: group.id });
  }
}

/** The resolvers of presets. */
export const presetResolvers = [PlanPresetResolver, PlanDemandResolver] as const;
