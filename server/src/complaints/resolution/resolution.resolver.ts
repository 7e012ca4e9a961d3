import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Approval } from '../../work/approval/approval.js';
import { Complaint } from '../complaint/complaint.js';
import { proposeResolution, recordMediation, reviewResolution, reviseResolution } from './resolution.actions.js';
import {
  ProposeResolutionInput,
  RecordMediationInput,
  ReviewResolutionInput,
  ReviseResolutionInput,
} from './resolution.input.js';
import { Resolution } from './resolution.js';

const which = { description: 'Which complaint.' };
const masked = (text: string | null) => (text === null ? null : maskText(text));

@Resolver(() => Complaint)
export class ComplaintResolutionResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description:
      'Says what is to be done about it, and why (提出处理意见); by the lead. The plan says who must approve it.',
  })
  async proposeResolution(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ProposeResolutionInput, { description: 'What is proposed.' }) input: ProposeResolutionInput,
  ) {
    return readChanged(ctx, info, (await proposeResolution(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Approves what is proposed, or sends it back (审核); never by who proposed it.',
  })
  async reviewResolution(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReviewResolutionInput, { description: 'What the review came to.' })
    input: ReviewResolutionInput,
  ) {
    return readChanged(ctx, info, (await reviewResolution(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Takes an approved resolution back to be thought over (修订方案); no approval outlives it.',
  })
  async reviseResolution(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReviseResolutionInput, { description: 'Why.' }) input: ReviseResolutionInput,
  ) {
    return readChanged(ctx, info, (await reviseResolution(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Writes down what a mediation came to (登记调解结果); failed, the investigation goes on.',
  })
  async recordMediation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => RecordMediationInput, { description: 'The outcome.' }) input: RecordMediationInput,
  ) {
    return readChanged(ctx, info, (await recordMediation(ctx, id, input)).id);
  }

  @FieldResolver(() => Resolution, {
    nullable: true,
    description: 'What is to be decided, the version that counts (处理方案); null before, and for channel apps.',
  })
  resolution(@Root() complaint: Row) {
    return complaint['resolution'];
  }

  @FieldResolver(() => [Resolution], {
    description: 'All versions of the resolution (处理方案), newest first; at most 20.',
  })
  resolutions(@Root() complaint: Row) {
    return complaint['resolutions'];
  }
}

@Resolver(() => Resolution)
export class ResolutionResolver {
  @FieldResolver(() => String, { description: 'What is proposed and why (处理意见), masked.' })
  summary(@Root() { summary }: Resolution) {
    return maskText(summary);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why there is no evidence (无证据说明), masked; null where there is.',
  })
  noEvidenceReason(@Root() { noEvidenceReason }: Resolution) {
    return masked(noEvidenceReason);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who mediates (调解人), masked; null without.' })
  mediator(@Root() { mediator }: Resolution) {
    return masked(mediator);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was agreed (协议内容), masked; null before.' })
  agreement(@Root() { agreement }: Resolution) {
    return masked(agreement);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the customer is told of a rejection (告知内容), masked; null otherwise.',
  })
  rejectionNotice(@Root() { rejectionNotice }: Resolution) {
    return masked(rejectionNotice);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was revised (修订原因), masked; null if not.' })
  revisionReason(@Root() { revisionReason }: Resolution) {
    return masked(revisionReason);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the desk was told of a department's reply (办公室报告), masked; null before.",
  })
  deskReport(@Root() { deskReport }: Resolution) {
    return masked(deskReport);
  }

  @FieldResolver(() => [Approval], {
    description: 'Who reviewed it and what they said (审核意见), oldest first; at most 20.',
  })
  approvals(@Root() resolution: Row) {
    return resolution['approvals'];
  }
}

@Resolver(() => Approval)
export class ApprovalResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What they said (审核意见), masked; null when nothing.' })
  comment(@Root() { comment }: Approval) {
    return masked(comment);
  }
}
