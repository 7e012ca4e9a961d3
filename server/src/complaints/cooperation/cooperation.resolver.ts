import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { Complaint } from '../complaint/complaint.js';
import { answerCooperation, cancelCooperation, requestCooperation } from './cooperation.actions.js';
import { AnswerCooperationInput, CancelCooperationInput, RequestCooperationInput } from './cooperation.input.js';
import { Cooperation } from './cooperation.js';

const which = { description: 'Which request.' };

@Resolver(() => Cooperation)
export class CooperationResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Asks a unit to help (请求协办), by a time of its own; who answers for the complaint stays the same.',
  })
  async requestCooperation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => RequestCooperationInput, { description: 'Who is asked, and what.' })
    input: RequestCooperationInput,
  ) {
    return readChanged(ctx, info, (await requestCooperation(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Cooperation, {
    description: 'Answers for the unit that was asked to help (答复协办), with what it found in a joint investigation.',
  })
  async answerCooperation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => AnswerCooperationInput, { description: 'The answer.' }) input: AnswerCooperationInput,
  ) {
    return readChanged(ctx, info, (await answerCooperation(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Cooperation, { description: 'Waits no more for a unit that was asked to help (取消协办).' })
  async cancelCooperation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => CancelCooperationInput, { description: 'Why.' }) input: CancelCooperationInput,
  ) {
    return readChanged(ctx, info, (await cancelCooperation(ctx, id, input)).id);
  }

  @FieldResolver(() => String, { description: 'What is asked (协办事项), masked.' })
  question(@Root() { question }: Cooperation) {
    return maskText(question);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The answer (协办意见), masked; null before.' })
  answer(@Root() { answer }: Cooperation) {
    return answer === null ? null : maskText(answer);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was found to be true (核查结论), masked; null where none was asked for, and before.',
  })
  finding(@Root() { finding }: Cooperation) {
    return finding === null ? null : maskText(finding);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was cancelled (取消原因), masked; null otherwise, and where the complaint ended.',
  })
  cancelReason(@Root() { cancelReason }: Cooperation) {
    return cancelReason === null ? null : maskText(cancelReason);
  }

  @FieldResolver(() => [AllowedAction], {
    description: 'What the viewer may do with it, in the order of buttons (可办操作).',
  })
  allowedActions(@Ctx() ctx: Context, @Root() cooperation: Cooperation) {
    return allowedActions(ctx, Cooperation, cooperation);
  }
}

@Resolver(() => Complaint)
export class ComplaintCooperationResolver {
  @FieldResolver(() => [Cooperation], { description: 'Units asked to help (协办), newest first; at most 50.' })
  cooperations(@Root() complaint: Row) {
    return complaint['cooperations'];
  }
}

@Resolver(() => ComplaintEvent)
export class ComplaintEventCooperationResolver {
  @FieldResolver(() => Cooperation, {
    nullable: true,
    description: 'The request to help that it is about; null when about none.',
  })
  cooperation(@Root() event: Row) {
    return event['cooperation'];
  }
}
