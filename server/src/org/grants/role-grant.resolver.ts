import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions, offer } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged } from '../../kernel/read/read.js';
import { computed } from '../../kernel/read/registry.js';
import { subtreeOf } from '../units/subtree.js';
import { grantStateAt, grantStateNeeds, inState, type GrantFacts } from './grant-state.js';
import { grantOfferNeeds, grantOffers } from './role-grant.access.js';
import { approveGrant, grantRole, revokeRole } from './role-grant.actions.js';
import { GrantRoleInput, RoleGrantFilter } from './role-grant.input.js';
import { GrantState, RoleGrant } from './role-grant.js';

const RoleGrantPage = pageType(RoleGrant, 'RoleGrantPage');

computed(RoleGrant, 'isEffective', grantStateNeeds);
computed(RoleGrant, 'state', grantStateNeeds);
offer(RoleGrant, grantOfferNeeds, grantOffers);

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  @Authorized()
  @Query(() => RoleGrantPage, {
    description: 'Role grants (岗位授权), newest first, revoked ones included; for administrators and auditors.',
  })
  async roleGrants(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('staffId', () => ID, { nullable: true, description: 'Only those of this person.' }) staffId?: string,
    @Arg('filter', () => RoleGrantFilter, { nullable: true, description: 'Which ones.' }) filter?: RoleGrantFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    const { state, role, orgUnitId } = filter ?? {};
    const now = ctx.clock.now();
    return readPage(ctx, RoleGrant, info, {
      where: {
        staff: staffId ?? undefined,
        role: role ?? undefined,
        orgUnit: orgUnitId == null ? undefined : await subtreeOf(ctx, orgUnitId),
        $and: state ? [{ $or: state.map((each) => inState(each, now)) }] : [],
      },
      orderBy: { field: 'createdAt', direction: 'desc' },
      page,
    });
  }

  @Authorized()
  @Mutation(() => RoleGrant, {
    description: 'Grants a role (授予岗位); ADMIN, DESK, MANAGER and AUDITOR wait for a second administrator.',
  })
  async grantRole(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => GrantRoleInput, { description: 'The grant.' }) input: GrantRoleInput,
  ) {
    return readChanged(ctx, info, (await grantRole(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => RoleGrant, {
    description: 'Lets a waiting grant take effect (复核授权): neither who gave it nor who gets it.',
  })
  async approveGrant(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The grant.' }) id: string,
  ) {
    return readChanged(ctx, info, (await approveGrant(ctx, id)).id);
  }

  @Authorized()
  @Mutation(() => RoleGrant, { description: 'Ends a grant at once (撤销岗位); never that of the last administrator.' })
  async revokeRole(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The grant.' }) id: string,
  ) {
    return readChanged(ctx, info, (await revokeRole(ctx, id)).id);
  }

  @FieldResolver(() => Boolean)
  isEffective(@Ctx() { clock }: Context, @Root() grant: GrantFacts): boolean {
    return grantStateAt(clock.now(), grant) === 'EFFECTIVE';
  }

  @FieldResolver(() => GrantState)
  state(@Ctx() { clock }: Context, @Root() grant: GrantFacts): GrantState {
    return grantStateAt(clock.now(), grant);
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now.' })
  allowedActions(@Ctx() ctx: Context, @Root() grant: object): AllowedAction[] {
    return allowedActions(ctx, RoleGrant, grant);
  }
}
