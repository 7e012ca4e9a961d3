import { Arg, Authorized, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readOne, readRows } from '../../kernel/read/read.js';
import { fieldsAt } from '../../kernel/read/selection.js';
import { changePassword } from './change-password.actions.js';
import { ChangePasswordInput } from './change-password.input.js';
import { capabilitiesOf } from '../grants/capabilities.js';
import { sessionCookie } from './credentials.js';
import { Role } from '../grants/role-grant.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { signOut } from './session.actions.js';
import { signIn } from './sign-in.actions.js';
import { SignInInput } from './sign-in.input.js';
import { Staff } from '../staff/staff.js';
import { Capability, Session, SessionMode, ViewerKind, ViewerRole, ViewerType } from './viewer-type.js';

@Resolver(() => ViewerType)
export class SignInResolver {
  @Authorized()
  @Query(() => ViewerType, { description: 'Who asks, with roles and capabilities as of now (当前用户).' })
  viewer() {
    return {};
  }

  @Mutation(() => Session, { description: 'Signs a member of staff in (登录).' })
  async signIn(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInInput, { description: 'Name and password.' }) input: SignInInput,
  ) {
    const { token, expiresAt } = await signIn(ctx, input);
    if (input.mode === SessionMode.TOKEN) return { token, expiresAt, viewer: {} };
    ctx.cookies?.set(sessionCookie, token, { httpOnly: true, sameSite: 'strict', path: '/', expires: expiresAt });
    return { token: null, expiresAt, viewer: {} };
  }

  @Mutation(() => Boolean, { description: 'Ends the session at once (退出登录); false when there was none.' })
  async signOut(@Ctx() ctx: Context) {
    ctx.cookies?.clear(sessionCookie);
    return signOut(ctx);
  }

  @Authorized()
  @Mutation(() => ViewerType, {
    description: "Takes another password (修改密码); one's other sessions end at once.",
  })
  async changePassword(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangePasswordInput, { description: 'The current and the new one.' })
    input: ChangePasswordInput,
  ) {
    await changePassword(ctx, input);
    return {};
  }

  @FieldResolver(() => ViewerKind)
  kind(@Ctx() { viewer }: Context) {
    return viewer.kind;
  }

  @FieldResolver(() => Staff)
  staff(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return ctx.viewer.kind === 'STAFF' ? readOne(ctx, Staff, info, { id: ctx.viewer.id }) : null;
  }

  @FieldResolver(() => [ViewerRole])
  async roles(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    // Implied roles have no name outside; what they allow shows in the capabilities.
    const grants = ctx.viewer.grants.filter(({ role }) => role in Role);
    const unit = fieldsAt(info, [])!.fields.find(({ name }) => name === 'orgUnit');
    if (!unit?.type) return grants;
    const where = { id: grants.map(({ unitId }) => unitId) };
    const units = await readRows(ctx, { ...info, fieldNodes: unit.nodes }, unit.type, {
      where,
      orderBy: [],
      limit: 1000,
    });
    return grants.map((grant) => ({ ...grant, orgUnit: units.find(({ id }) => id === grant.unitId) }));
  }

  @FieldResolver(() => [Capability])
  capabilities(@Ctx() { viewer }: Context) {
    return capabilitiesOf(viewer);
  }

  @FieldResolver(() => Boolean)
  isDemo(@Ctx() { app }: Context) {
    return app.isDemo;
  }

  @FieldResolver(() => Date)
  sessionExpiresAt(@Ctx() { viewer }: Context) {
    return viewer.sessionExpiresAt ?? null;
  }

  @FieldResolver(() => SecondFactor)
  secondFactor(@Ctx() { app, viewer }: Context) {
    if (!viewer.hasSecondFactor) return null;
    return app.orm.em.fork().findOne(SecondFactor, { staff: viewer.id, enrolledAt: { $ne: null } });
  }

  @FieldResolver(() => Date)
  stepUpExpiresAt(@Ctx() { clock, viewer }: Context) {
    const { stepUpExpiresAt } = viewer;
    return stepUpExpiresAt && stepUpExpiresAt > clock.now() ? stepUpExpiresAt : null;
  }
}
