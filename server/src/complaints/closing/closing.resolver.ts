import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { ImprovementAction } from '../../work/review/improvement-action.js';
import { Review } from '../../work/review/review.js';
import { Complaint } from '../complaint/complaint.js';
import { replyToCustomer, tellResult } from '../reply/reply.actions.js';
import { ReplyToCustomerInput, TellResultInput } from '../reply/reply.input.js';
import { closeComplaint, reviewComplaint } from './closing.actions.js';
import { CloseComplaintInput, ReviewComplaintInput } from './closing.input.js';

const which = { description: 'Which complaint.' };

@Resolver(() => Complaint)
export class ClosingResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Tells the customer the decision (答复客户); by the desk or the department, as the plan says.',
  })
  async replyToCustomer(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReplyToCustomerInput, { description: 'The reply, part by part.' }) input: ReplyToCustomerInput,
  ) {
    return readChanged(ctx, info, (await replyToCustomer(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, { description: 'Tells the customer that what the reply promised is done (告知结果).' })
  async tellResult(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => TellResultInput, { description: 'What came of it.' }) input: TellResultInput,
  ) {
    return readChanged(ctx, info, (await tellResult(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Looks back on a complaint (个案总结): what is learnt, and who does what about it by when.',
  })
  async reviewComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReviewComplaintInput, { description: 'What was learnt.' }) input: ReviewComplaintInput,
  ) {
    return readChanged(ctx, info, (await reviewComplaint(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, { description: 'Closes the file (结案); by the desk, once nothing is left open.' })
  async closeComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => CloseComplaintInput, { description: 'The version seen.' }) input: CloseComplaintInput,
  ) {
    return readChanged(ctx, info, (await closeComplaint(ctx, id, input)).id);
  }

  @FieldResolver(() => [Review], { description: 'What was said looking back (个案总结), oldest first; at most 10.' })
  reviews(@Root() complaint: Row) {
    return complaint['reviews'];
  }
}

@Resolver(() => Review)
export class ReviewResolver {
  @FieldResolver(() => String, { description: 'How it was handled and what is learnt (总结评估), masked.' })
  assessment(@Root() { assessment }: Review) {
    return maskText(assessment);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why nothing need be done (无需改进的原因), masked; null when something is.',
  })
  noActionReason(@Root() { noActionReason }: Review) {
    return noActionReason === null ? null : maskText(noActionReason);
  }

  @FieldResolver(() => [ImprovementAction], { description: 'What is to be done (改进措施); at most 20.' })
  improvements(@Root() review: Row) {
    return review['improvements'];
  }
}

@Resolver(() => ImprovementAction)
export class ImprovementActionResolver {
  @FieldResolver(() => String, { description: 'What (措施内容), masked.' })
  text(@Root() { text }: ImprovementAction) {
    return maskText(text);
  }
}
