import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { recordReferralReceipt, referComplaint } from './referral.actions.js';
import { RecordReferralReceiptInput, ReferComplaintInput } from './referral.input.js';
import { Referral } from './referral.js';

const which = { description: 'Which complaint.' };

@Resolver(() => Complaint)
export class ReferredComplaintResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Hands a complaint over to a competent body by law (移交), all of it or a part; by the desk.',
  })
  async referComplaint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => ReferComplaintInput, { description: 'To whom, and by which law.' }) input: ReferComplaintInput,
  ) {
    return readChanged(ctx, info, (await referComplaint(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Complaint, { description: 'Notes that the body took what was handed over (登记移交回执).' })
  async recordReferralReceipt(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => RecordReferralReceiptInput, { description: 'The receipt.' }) input: RecordReferralReceiptInput,
  ) {
    return readChanged(ctx, info, (await recordReferralReceipt(ctx, id, input)).id);
  }

  @FieldResolver(() => [Referral], {
    description: 'What was handed over by law (移交记录), newest first; at most 20. None for channel apps.',
  })
  referrals(@Root() complaint: Row) {
    return complaint['referrals'];
  }
}

@Resolver(() => Referral)
export class ReferralResolver {
  @FieldResolver(() => String, { description: 'To whom it went (受移交单位).' })
  body(@Root() { body }: Referral) {
    return maskText(body);
  }

  @FieldResolver(() => String, { description: 'By which law (法律依据).' })
  legalBasis(@Root() { legalBasis }: Referral) {
    return maskText(legalBasis);
  }

  @FieldResolver(() => [String], { description: 'What went with it (移交材料), masked.' })
  documents(@Root() { documents }: Referral) {
    return documents.map(maskText);
  }

  @FieldResolver(() => String, { description: 'Why the law asks for it (法律意见), masked.' })
  legalOpinion(@Root() { legalOpinion }: Referral) {
    return maskText(legalOpinion);
  }
}
