import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { ComplaintMerge } from './complaint-merge.js';
import { mergeComplaint } from './merge.actions.js';
import { MergeComplaintInput } from './merge.input.js';

@Resolver(() => Complaint)
export class MergedComplaintResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Closes a complaint and handles it as a part of an earlier one by the same complainant (合并).',
  })
  async mergeComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint ends.' }) id: string,
    @Arg('input', () => MergeComplaintInput, { description: 'Which one goes on.' }) input: MergeComplaintInput,
  ) {
    return readChanged(ctx, info, (await mergeComplaint(ctx, id, input)).id);
  }

  @FieldResolver(() => ComplaintMerge, {
    nullable: true,
    description: 'That it is handled as a part of another (合并去向); null when it is not, and for channel apps.',
  })
  mergedInto(@Root() complaint: Row) {
    return (complaint['mergedInto'] as Row[])[0] ?? null;
  }

  @FieldResolver(() => [ComplaintMerge], {
    description: 'Complaints that are handled as a part of this one (并入的投诉), newest first; at most 20.',
  })
  duplicates(@Root() complaint: Row) {
    return complaint['duplicates'];
  }
}

@Resolver(() => ComplaintMerge)
export class ComplaintMergeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'How it is known to be the same complainant, in words, masked; null when a number says so.',
  })
  reason(@Root() { reason }: ComplaintMerge) {
    return reason === null ? null : maskText(reason);
  }
}
