import { Arg, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged } from '../../kernel/read/read.js';
import type { Condition } from '../../kernel/read/registry.js';
import { textCondition } from '../filter-text.js';
import { createStaff, deactivateStaff } from './staff.actions.js';
import { CreateStaffInput, DeactivateStaffInput, StaffFilter } from './staff.input.js';
import { Staff } from './staff.js';
import { subtreeOf } from '../units/subtree.js';

const StaffPage = pageType(Staff, 'StaffPage');

async function conditionOf(ctx: Context, filter: StaffFilter): Promise<Condition> {
  return {
    post: filter.post ?? undefined,
    isActive: filter.isActive ?? undefined,
    orgUnit: filter.orgUnitId == null ? undefined : await subtreeOf(ctx, filter.orgUnitId),
    $and: [textCondition(filter.text, ['name', 'username'])],
  };
}

@Resolver(() => Staff)
export class StaffResolver {
  @Authorized()
  @Query(() => StaffPage, {
    description: 'People of the bank (员工), by employee number, as far as the viewer may see them.',
  })
  async staffMembers(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => StaffFilter, { nullable: true, description: 'Which ones.' }) filter?: StaffFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    const where = await conditionOf(ctx, filter ?? {});
    return readPage(ctx, Staff, info, { where, orderBy: { field: 'username', direction: 'asc' }, page });
  }

  @Authorized()
  @Mutation(() => Staff, { description: 'Enters a member of staff (新增员工).' })
  async createStaff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateStaffInput, { description: 'The person.' }) input: CreateStaffInput,
  ) {
    return readChanged(ctx, info, (await createStaff(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => Staff, {
    description: 'A member of staff leaves (停用员工): no sign-in from now on, open sessions end at once.',
  })
  async deactivateStaff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
    @Arg('input', () => DeactivateStaffInput, { description: 'The version that was seen.' })
    input: DeactivateStaffInput,
  ) {
    return readChanged(ctx, info, (await deactivateStaff(ctx, id, input)).id);
  }
}
