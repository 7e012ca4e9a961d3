import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../kernel/context.js';
import { computed } from '../kernel/read/registry.js';
import { readList } from '../kernel/read/read.js';
import { LeadershipGroup } from '../org/groups/leadership-group.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { PlanVersion } from './plan-version.js';

computed(PlanVersion, 'routeUnits', ['rules']);
computed(PlanVersion, 'routeGroups', ['rules']);

@Resolver(() => PlanVersion)
export class RouteResolver {
  @FieldResolver(() => [OrgUnit], { description: 'The units that its routes name (分派规则中的机构), at most 100.' })
  routeUnits(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() { rules }: PlanVersion) {
    const ids = rules.handling.routes.flatMap(({ orgUnitId }) => orgUnitId ?? []);
    return readList(ctx, OrgUnit, info, { where: { id: ids }, orderBy: [], limit: ids.length });
  }

  @FieldResolver(() => [LeadershipGroup], {
    description: 'The groups that its routes name (分派规则中的组织), at most 100.',
  })
  routeGroups(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() { rules }: PlanVersion) {
    const ids = rules.handling.routes.flatMap(({ groupId }) => groupId ?? []);
    return readList(ctx, LeadershipGroup, info, { where: { id: ids }, orderBy: [], limit: ids.length });
  }
}
