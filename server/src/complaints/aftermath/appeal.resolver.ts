import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Staff } from '../../org/staff/staff.js';
import { DecideAppealInput, FileAppealInput, WithdrawAppealInput } from './aftermath.input.js';
import { fileAppeal } from './appeal.actions.js';
import { Appeal } from './appeal.js';
import { decideAppeal, withdrawAppeal } from './decide-appeal.actions.js';

@Resolver(() => Appeal)
export class AppealResolver {
  @Mutation(() => Appeal, {
    description:
      'Asks the leadership group for another decision (提出申诉): by the customer with the code, by the app that registered the complaint, or by staff at the request of the customer.',
  })
  async fileAppeal(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Which complaint; absent with a code.' })
    id: string | null | undefined,
    @Arg('input', () => FileAppealInput, { description: 'Why.' }) input: FileAppealInput,
  ) {
    return readChanged(ctx, info, (await fileAppeal(ctx, id, input)).id);
  }

  @Mutation(() => Appeal, {
    description:
      'Takes an appeal back (撤回申诉): by the customer with the code, by the app, or by staff at the request of the customer.',
  })
  async withdrawAppeal(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which appeal.' }) id: string,
    @Arg('input', () => WithdrawAppealInput, { description: 'The version seen.' }) input: WithdrawAppealInput,
  ) {
    return readChanged(ctx, info, (await withdrawAppeal(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Appeal, {
    description:
      'Decides an appeal (作出申诉决定): by members of the leadership group who had no part in the complaint. Upheld, in full or in part, it is handled anew.',
  })
  async decideAppeal(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which appeal.' }) id: string,
    @Arg('input', () => DecideAppealInput, { description: 'The decision.' }) input: DecideAppealInput,
  ) {
    return readChanged(ctx, info, (await decideAppeal(ctx, id, input)).id);
  }

  @FieldResolver(() => String, { description: 'Why the customer appeals (申诉理由), masked.' })
  grounds(@Root() { grounds }: Appeal) {
    return maskText(grounds);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was decided so (决定理由), masked; null before, and for all but staff.',
  })
  reasons(@Ctx() { viewer }: Context, @Root() { reasons }: Appeal) {
    return reasons === null || viewer.kind !== 'STAFF' ? null : maskText(reasons);
  }

  @FieldResolver(() => [Staff], {
    description:
      'Who may decide it (审理人): the members of the group of `decidingUnit` who had no part in it; at most 20, none for all but staff.',
  })
  deciders(@Root() appeal: Row) {
    return appeal['deciders'];
  }

  @FieldResolver(() => [AllowedAction], {
    description: 'What the viewer may do with it, in the order of buttons (可办操作).',
  })
  allowedActions(@Ctx() ctx: Context, @Root() appeal: Appeal) {
    return allowedActions(ctx, Appeal, appeal);
  }
}
