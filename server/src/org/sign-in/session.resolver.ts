import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { isReadable, readChanged } from '../../kernel/read/read.js';
import { computed } from '../../kernel/read/registry.js';
import { requireAdministratorAt } from '../org.access.js';
import { Staff } from '../staff/staff.js';
import { idleMs } from './authentication.js';
import { sessionCookie } from './credentials.js';
import { endSession } from './session.actions.js';
import { UserSession } from './user-session.js';

const UserSessionPage = pageType(UserSession, 'UserSessionPage');

computed(UserSession, 'isCurrent', ['id']);

@Resolver(() => UserSession)
export class SessionResolver {
  @Authorized()
  @Query(() => UserSessionPage, {
    description:
      "Sessions that are open (登录会话), last used first: one's own, or for administrators those of a person.",
  })
  async sessions(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('staffId', () => ID, { nullable: true, description: "Whose; one's own unless said otherwise." })
    staffId?: string,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    if (staffId != null && staffId !== ctx.viewer.id) await requireAdministratorOf(ctx, staffId);
    const now = ctx.clock.now();
    const isOpen = { endedAt: null, expiresAt: { $gt: now }, lastUsedAt: { $gt: new Date(now.getTime() - idleMs) } };
    return readPage(ctx, UserSession, info, {
      where: { staff: staffId ?? ctx.viewer.id, ...isOpen },
      orderBy: { field: 'lastUsedAt', direction: 'desc' },
      page,
    });
  }

  @Authorized()
  @Mutation(() => UserSession, {
    description: "Ends a session at once, open sockets included (结束会话): one's own, or as administrator any.",
  })
  async endSession(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
  ) {
    const session = await endSession(ctx, id);
    if (session.id === ctx.viewer.sessionId) ctx.cookies?.clear(sessionCookie);
    return readChanged(ctx, info, session.id);
  }

  @FieldResolver(() => Boolean)
  isCurrent(@Ctx() { viewer }: Context, @Root() { id }: UserSession) {
    return id === viewer.sessionId;
  }
}

async function requireAdministratorOf(ctx: Context, staffId: string): Promise<void> {
  if (!isId(staffId) || !(await isReadable(ctx, Staff, staffId))) throw notFound();
  const staff = await ctx.app.orm.em.fork().findOneOrFail(Staff, { id: staffId }, { populate: ['orgUnit'] });
  requireAdministratorAt(ctx, staff.orgUnit.$.path);
}
