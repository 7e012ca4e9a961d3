import { Field, ID, InputType, Int } from 'type-graphql';
import { ReferralScope } from './referral.js';

const versionText = 'The version that was seen.';

@InputType({ description: "The body's receipt for what was handed over (移交回执)." })
export class ReceiptInput {
  @Field(() => String, { description: "The body's number for it (回执编号), at most 100 characters." })
  number!: string;

  @Field(() => Date, { description: 'When the body took it (签收时间); not the future.' })
  receivedAt!: Date;
}

@InputType({ description: 'Handing it over to a competent body by law (移交).' })
export class ReferComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ReferralScope, { description: 'How much of it (移交范围); WHOLE ends it here.' })
  scope!: ReferralScope;

  @Field(() => String, { description: 'To whom (受移交单位), such as the police; at most 200 characters.' })
  body!: string;

  @Field(() => String, { description: 'By which law (法律依据); at most 1 000 characters.' })
  legalBasis!: string;

  @Field(() => [String], {
    description: 'What goes with it (移交材料), 1 to 20 names of documents of at most 200 characters each.',
  })
  documents!: string[];

  @Field(() => String, { description: 'Why the law asks for it (法律意见), 10 to 4 000 characters.' })
  legalOpinion!: string;

  @Field(() => ID, { description: 'Who gave that opinion (法律意见出具人); not oneself, and nobody complained of.' })
  opinionById!: string;

  @Field(() => String, {
    description: 'What the customer is told of it, beside to whom it goes (告知内容); at most 2 000 characters.',
  })
  notice!: string;

  @Field(() => ReceiptInput, {
    nullable: true,
    description: 'The receipt (移交回执), if there is one already; `recordReferralReceipt` notes it later.',
  })
  receipt?: ReceiptInput | null;
}

@InputType({ description: 'Noting the receipt of what was handed over (登记移交回执).' })
export class RecordReferralReceiptInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ID, { description: 'Which referral of the complaint; one without a receipt.' })
  referralId!: string;

  @Field(() => ReceiptInput, { description: 'The receipt (移交回执).' })
  receipt!: ReceiptInput;
}
