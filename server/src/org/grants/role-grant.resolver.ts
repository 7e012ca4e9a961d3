import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged } from '../../kernel/read/read.js';
import { computed } from '../../kernel/read/registry.js';
import { approveGrant, grantRole, revokeRole } from './role-grant.actions.js';
import { GrantRoleInput } from './role-grant.input.js';
import { RoleGrant } from './role-grant.js';

const RoleGrantPage = pageType(RoleGrant, 'RoleGrantPage');

computed(RoleGrant, 'isEffective', ['validFrom', 'validTo', 'approvedAt', 'revokedAt', 'staff.isActive']);

/** Instants come from the read engine as text. */
interface GrantRow {
  validFrom: string;
  validTo: string | null;
  approvedAt: string | null;
  revokedAt: string | null;
  staff: { isActive: boolean } | null;
}

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  @Authorized()
  @Query(() => RoleGrantPage, {
    description: 'Role grants (岗位授权), newest first, revoked ones included; for administrators and auditors.',
  })
  roleGrants(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('staffId', () => ID, { nullable: true, description: 'Only those of this person.' }) staffId?: string,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    return readPage(ctx, RoleGrant, info, {
      where: { staff: staffId ?? undefined },
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
  isEffective(@Ctx() { clock }: Context, @Root() grant: GrantRow): boolean {
    const now = clock.now();
    const isInDate = new Date(grant.validFrom) <= now && (grant.validTo === null || new Date(grant.validTo) > now);
    return isInDate && grant.approvedAt !== null && grant.revokedAt === null && grant.staff?.isActive === true;
  }
}
