import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import type { SlaClock } from '../clocks/sla-clock.js';
import { Complaint } from '../complaint/complaint.js';
import { liveStates } from '../enumerations.js';
import { requestExtension, reviewExtension } from './extension.actions.js';
import { RequestExtensionInput, ReviewExtensionInput } from './extension.input.js';
import { Extension, ExtensionState } from './extension.js';

const which = { description: 'Which complaint.' };

@Resolver(() => Complaint)
export class ExtendedComplaintResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Asks for more time before the decision is due (申请延期); nothing moves until somebody else approves.',
  })
  async requestExtension(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => RequestExtensionInput, { description: 'How much, and why.' }) input: RequestExtensionInput,
  ) {
    return readChanged(ctx, info, (await requestExtension(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Decides about more time (审批延期), not by who asked; when approved the customer is told.',
  })
  async reviewExtension(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReviewExtensionInput, { description: 'The decision.' }) input: ReviewExtensionInput,
  ) {
    return readChanged(ctx, info, (await reviewExtension(ctx, id, input)).id);
  }

  @FieldResolver(() => [Extension], {
    description: 'Requests for more time (延期记录), newest first; at most 20. None for channel apps.',
  })
  extensions(@Root() complaint: Row) {
    return complaint['extensions'];
  }
}

@Resolver(() => Extension)
export class ExtensionResolver {
  @FieldResolver(() => ExtensionState, { description: 'State (延期申请状态).' })
  state(@Root() { isApproved, clock }: Row): ExtensionState {
    if (isApproved !== null) return isApproved ? 'APPROVED' : 'REFUSED';
    return liveStates.includes((clock as SlaClock).state) ? 'REQUESTED' : 'LAPSED';
  }

  @FieldResolver(() => String, { description: 'Why (延期原因), masked.' })
  reason(@Root() { reason }: Extension) {
    return maskText(reason);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was said to it (审批意见), masked; null when nothing.',
  })
  comment(@Root() { comment }: Extension) {
    return comment === null ? null : maskText(comment);
  }
}
