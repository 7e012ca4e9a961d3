import { Arg, Authorized, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readChanged } from '../../kernel/read/read.js';
import { ViewerType } from '../sign-in/viewer-type.js';
import { Staff } from '../staff/staff.js';
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from './second-factor.actions.js';
import { ConfirmSecondFactorInput, StartSecondFactorInput, StepUpInput } from './second-factor.input.js';
import { EnrolledSecondFactor, SecondFactorSetup } from './second-factor.js';
import { stepUp } from './step-up.actions.js';

@Resolver()
export class SecondFactorResolver {
  @Authorized()
  @Mutation(() => ViewerType, {
    description: 'Proves once more who one is (再次验证): for five minutes the session may do what asks for it.',
  })
  async stepUp(
    @Ctx() ctx: Context,
    @Arg('input', () => StepUpInput, { description: 'The proof.' }) input: StepUpInput,
  ) {
    await stepUp(ctx, input);
    return {};
  }

  @Authorized()
  @Mutation(() => SecondFactorSetup, {
    description:
      'Begins to set up one-time codes (绑定动态口令); they count once `confirmSecondFactor` took the first.',
  })
  startSecondFactor(
    @Ctx() ctx: Context,
    @Arg('input', () => StartSecondFactorInput, { description: 'The password.' }) input: StartSecondFactorInput,
  ) {
    return startSecondFactor(ctx, input);
  }

  @Authorized()
  @Mutation(() => EnrolledSecondFactor, {
    description: 'Takes the first one-time code (确认绑定); from now on sign-in asks for one.',
  })
  confirmSecondFactor(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmSecondFactorInput, { description: 'The code.' }) input: ConfirmSecondFactorInput,
  ) {
    return confirmSecondFactor(ctx, input);
  }

  @Authorized()
  @Mutation(() => Staff, {
    description:
      "Ends one's own one-time codes (解除动态口令), or as administrator those of somebody who lost telephone and recovery codes.",
  })
  async removeSecondFactor(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('staffId', () => ID, { nullable: true, description: "Whose; one's own unless said otherwise." })
    staffId?: string,
  ) {
    return readChanged(ctx, info, (await removeSecondFactor(ctx, staffId ?? null)).id);
  }
}
