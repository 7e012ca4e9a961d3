import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { requireThat } from '../../kernel/errors.js';
import { readChanged, readOne } from '../../kernel/read/read.js';
import { everything, expose, type Condition } from '../../kernel/read/registry.js';
import { textCondition } from '../filter-text.js';
import { inState } from '../grants/grant-state.js';
import { RoleGrant, type Role } from '../grants/role-grant.js';
import { GroupMember } from '../groups/leadership-group.js';
import { groupsKnownTo, seesGrants } from '../org.readability.js';
import { createStaff, deactivateStaff } from './staff.actions.js';
import { CreateStaffInput, DeactivateStaffInput, StaffFilter } from './staff.input.js';
import { Staff } from './staff.js';
import { subtreeOf } from '../units/subtree.js';

const StaffPage = pageType(Staff, 'StaffPage');

expose(Staff, 'roleGrants', {
  many: () => RoleGrant,
  by: 'staff',
  orderBy: [{ field: 'createdAt', direction: 'desc' }],
  limit: 100,
});
expose(Staff, 'memberships', {
  many: () => GroupMember,
  by: 'staff',
  where: (viewer) => ({ dismissedAt: null, group: groupsKnownTo(viewer) }),
  orderBy: [{ field: 'createdAt', direction: 'asc' }],
  limit: 100,
});

async function conditionOf(ctx: Context, filter: StaffFilter): Promise<Condition> {
  const holds = filter.role && { roleGrants: { $some: holding(ctx, filter.role) } };
  return {
    post: filter.post ?? undefined,
    isActive: filter.isActive ?? undefined,
    orgUnit: filter.orgUnitId == null ? undefined : await subtreeOf(ctx, filter.orgUnitId),
    $and: [textCondition(filter.text, ['name', 'username']), holds ?? everything],
  };
}

function holding(ctx: Context, role: Role[]): Condition {
  // Who holds which role is told to those only who may read grants.
  requireThat(seesGrants(ctx.viewer));
  return { role, ...inState('EFFECTIVE', ctx.clock.now()) };
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
  @Query(() => Staff, { nullable: true, description: 'One person (员工).' })
  staffMember(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
  ) {
    return readOne(ctx, Staff, info, { id });
  }

  @FieldResolver(() => [GroupMember], {
    description: 'Positions in groups (应急组织任职), at most 100: those that wait for approval included.',
  })
  memberships(@Root() staff: { memberships: GroupMember[] }) {
    return staff.memberships;
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
