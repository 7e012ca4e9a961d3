import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged, readOne } from '../../kernel/read/read.js';
import { computed, everything, expose, type Condition } from '../../kernel/read/registry.js';
import { textCondition } from '../filter-text.js';
import { LeadershipGroup } from '../groups/leadership-group.js';
import { moveOrgUnit } from './move-org-unit.actions.js';
import { OrgUnitMove } from './org-unit-move.js';
import { createOrgUnit, deactivateOrgUnit, updateOrgUnit } from './org-unit.actions.js';
import { previewMove } from './preview-move.js';
import {
  CreateOrgUnitInput,
  DeactivateOrgUnitInput,
  MoveOrgUnitInput,
  OrgUnitFilter,
  UpdateOrgUnitInput,
} from './org-unit.input.js';
import { OrgUnit } from './org-unit.js';
import { subtreeOf } from './subtree.js';

const OrgUnitPage = pageType(OrgUnit, 'OrgUnitPage');

expose(OrgUnit, 'handlingTeams', {
  many: () => LeadershipGroup,
  by: 'orgUnit',
  where: { kind: 'HANDLING_TEAM', isActive: true },
  orderBy: [{ field: 'createdAt', direction: 'asc' }],
  limit: 10,
});

expose(OrgUnit, 'unitsBelow', {
  many: () => OrgUnit,
  by: 'parent',
  orderBy: [{ field: 'code', direction: 'asc' }],
  limit: 1,
});
computed(OrgUnit, 'hasUnitsBelow', ['unitsBelow.id']);

const withoutTeam: Condition = { kind: 'OUTLET', isActive: true, $not: { handlingTeams: { $some: everything } } };
const byCode = { field: 'code', direction: 'asc' } as const;

async function conditionOf(ctx: Context, filter: OrgUnitFilter): Promise<Condition> {
  return {
    kind: filter.kind ?? undefined,
    isActive: filter.isActive ?? undefined,
    parent: filter.parentId ?? undefined,
    $and: [
      textCondition(filter.text, ['name', 'code']),
      filter.underId == null ? everything : await subtreeOf(ctx, filter.underId),
    ],
  };
}

@Resolver(() => OrgUnit)
export class OrgUnitResolver {
  @Authorized()
  @Query(() => OrgUnitPage, { description: 'Units of the bank (机构), by number.' })
  async orgUnits(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => OrgUnitFilter, { nullable: true, description: 'Which ones.' }) filter?: OrgUnitFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    return readPage(ctx, OrgUnit, info, { where: await conditionOf(ctx, filter ?? {}), orderBy: byCode, page });
  }

  @Authorized()
  @Query(() => OrgUnit, { nullable: true, description: 'One unit (机构).' })
  orgUnit(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The unit.' }) id: string,
  ) {
    return readOne(ctx, OrgUnit, info, { id });
  }

  @Authorized()
  @Query(() => OrgUnitPage, {
    description: 'Active outlets without a handling team (未设投诉处理小组的网点), D1-四.3.',
  })
  orgUnitsWithoutTeam(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    return readPage(ctx, OrgUnit, info, { where: withoutTeam, orderBy: byCode, page });
  }

  @Authorized()
  @Query(() => OrgUnitMove, {
    nullable: true,
    description:
      'What moving a unit would bring (划转试算), worked out by the move itself and undone; refused as the move would be.',
  })
  previewOrgUnitMove(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The unit.' }) id: string,
    @Arg('input', () => MoveOrgUnitInput, { description: 'Where to.' }) input: MoveOrgUnitInput,
  ) {
    return previewMove(ctx, id, input);
  }

  @FieldResolver(() => Boolean, { description: 'Whether there are units directly below it, closed ones included.' })
  hasUnitsBelow(@Root() unit: { unitsBelow: readonly object[] }): boolean {
    return unit.unitsBelow.length > 0;
  }

  @FieldResolver(() => [LeadershipGroup], {
    description: 'Its handling teams at work (投诉处理小组), at most 10, as far as the viewer may see them.',
  })
  handlingTeams(@Root() unit: { handlingTeams: LeadershipGroup[] }) {
    return unit.handlingTeams;
  }

  @Authorized()
  @Mutation(() => OrgUnit, { description: 'Adds a unit to the tree (新建机构).' })
  async createOrgUnit(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateOrgUnitInput, { description: 'The unit.' }) input: CreateOrgUnitInput,
  ) {
    return readChanged(ctx, info, (await createOrgUnit(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => OrgUnit, { description: 'Changes name or number of a unit (修改机构).' })
  async updateOrgUnit(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The unit.' }) id: string,
    @Arg('input', () => UpdateOrgUnitInput, { description: 'What changes.' }) input: UpdateOrgUnitInput,
  ) {
    return readChanged(ctx, info, (await updateOrgUnit(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => OrgUnit, { description: 'Moves a unit with everything below it (机构划转); rights follow at once.' })
  async moveOrgUnit(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The unit.' }) id: string,
    @Arg('input', () => MoveOrgUnitInput, { description: 'Where to.' }) input: MoveOrgUnitInput,
  ) {
    return readChanged(ctx, info, (await moveOrgUnit(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => OrgUnit, {
    description: 'Closes a unit in which nothing is at work any more (停用机构); it keeps its history.',
  })
  async deactivateOrgUnit(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The unit.' }) id: string,
    @Arg('input', () => DeactivateOrgUnitInput, { description: 'The version that was seen.' })
    input: DeactivateOrgUnitInput,
  ) {
    return readChanged(ctx, info, (await deactivateOrgUnit(ctx, id, input)).id);
  }
}
