import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged, readOne } from '../../kernel/read/read.js';
import {
  appointMember,
  approveMember,
  createLeadershipGroup,
  deactivateLeadershipGroup,
  dismissMember,
} from './leadership-group.actions.js';
import {
  AppointMemberInput,
  CreateLeadershipGroupInput,
  DeactivateLeadershipGroupInput,
  LeadershipGroupFilter,
} from './leadership-group.input.js';
import type { GroupFacts, MemberFacts } from './leadership-group.access.js';
import { GroupMember, LeadershipGroup } from './leadership-group.js';
import { textCondition } from '../filter-text.js';
import { subtreeOf } from '../units/subtree.js';

const LeadershipGroupPage = pageType(LeadershipGroup, 'LeadershipGroupPage');

@Resolver(() => LeadershipGroup)
export class LeadershipGroupResolver {
  @Authorized()
  @Query(() => LeadershipGroupPage, { description: 'Groups (应急组织), by name, as far as the viewer may see them.' })
  async leadershipGroups(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => LeadershipGroupFilter, { nullable: true, description: 'Which ones.' })
    filter?: LeadershipGroupFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    const { text, kind, isActive, orgUnitId } = filter ?? {};
    const orgUnit = orgUnitId == null ? undefined : await subtreeOf(ctx, orgUnitId);
    const where = {
      kind: kind ?? undefined,
      isActive: isActive ?? undefined,
      orgUnit,
      $and: [textCondition(text, ['name'])],
    };
    return readPage(ctx, LeadershipGroup, info, { where, orderBy: { field: 'name', direction: 'asc' }, page });
  }

  @Authorized()
  @Query(() => LeadershipGroup, { nullable: true, description: 'One group with its people (应急组织).' })
  leadershipGroup(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The group.' }) id: string,
  ) {
    return readOne(ctx, LeadershipGroup, info, { id });
  }

  @Authorized()
  @Mutation(() => LeadershipGroup, {
    description:
      'Sets up a group with exactly one leader (新建应急组织), D1-四, D2-三.1; in a LEADERSHIP_GROUP, OFFICE or CENTER each member waits for a second administrator.',
  })
  async createLeadershipGroup(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateLeadershipGroupInput, { description: 'The group.' }) input: CreateLeadershipGroupInput,
  ) {
    return readChanged(ctx, info, (await createLeadershipGroup(ctx, input)).id);
  }

  @Authorized()
  @Mutation(() => LeadershipGroup, {
    description:
      'Appoints a person to a position (任命成员); a new leader replaces the old one in one step. Where it gives more of MANAGER or DESK, it waits for a second administrator, and until then everybody stays what they are.',
  })
  async appointMember(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('input', () => AppointMemberInput, { description: 'Who, in which position.' }) input: AppointMemberInput,
  ) {
    return readChanged(ctx, info, (await appointMember(ctx, groupId, input)).id);
  }

  @Authorized()
  @Mutation(() => LeadershipGroup, {
    description: 'Lets a waiting appointment take effect (复核任命): neither who made it nor who is appointed.',
  })
  async approveMember(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('memberId', () => ID, { description: 'The membership (`GroupMember.id`).' }) memberId: string,
  ) {
    return readChanged(ctx, info, (await approveMember(ctx, groupId, memberId)).id);
  }

  @Authorized()
  @Mutation(() => LeadershipGroup, {
    description:
      'A member leaves a group (免去成员), or a waiting appointment is dropped; the leader can only be replaced.',
  })
  async dismissMember(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupId', () => ID, { description: 'The group.' }) groupId: string,
    @Arg('memberId', () => ID, { description: 'The membership (`GroupMember.id`).' }) memberId: string,
  ) {
    return readChanged(ctx, info, (await dismissMember(ctx, groupId, memberId)).id);
  }

  @Authorized()
  @Mutation(() => LeadershipGroup, {
    description: 'Ends the work of a group (停用应急组织); the rights it gave end at once.',
  })
  async deactivateLeadershipGroup(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The group.' }) id: string,
    @Arg('input', () => DeactivateLeadershipGroupInput, { description: 'The version that was seen.' })
    input: DeactivateLeadershipGroupInput,
  ) {
    return readChanged(ctx, info, (await deactivateLeadershipGroup(ctx, id, input)).id);
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now, and what only waits.' })
  allowedActions(@Ctx() ctx: Context, @Root() group: GroupFacts) {
    return allowedActions(ctx, LeadershipGroup, group);
  }
}

@Resolver(() => GroupMember)
export class GroupMemberResolver {
  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now, and what only waits.' })
  allowedActions(@Ctx() ctx: Context, @Root() member: MemberFacts) {
    return allowedActions(ctx, GroupMember, member);
  }
}
