import { Field, ID, InputType, Int } from 'type-graphql';
import { Decimal } from '../../kernel/scalars.js';
import { Channel } from '../../org/channel.js';
import { ContactOutcome } from '../contacts/contact-outcome.js';
import { ComplaintSubject, ContactDirection, ContactKind, Level, RiskFlag } from '../enumerations.js';

@InputType({ description: 'Who acts for the complainant with authority (代理人).' })
export class RepresentativeInput {
  @Field(() => String, { description: 'Name (姓名), at most 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone (电话).' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Relation to the complainant (关系), at most 50 characters.' })
  relation?: string | null;
}

@InputType({ description: 'Who complains (投诉人); name and a way to reach them are needed unless anonymous.' })
export class ComplainantInput {
  @Field(() => String, { nullable: true, description: 'Name (姓名), at most 100 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone (电话): mainland mobile or fixed line, service number, or international with `+`.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (电子邮箱).' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address (地址), at most 300 characters.' })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Resident id number with its check digit (GB 11643), or the number of a passport or permit (证件号码).',
  })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: "The bank's customer number (客户号), at most 40 characters." })
  customerNumber?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Gives no name (不留姓名).' })
  anonymous!: boolean;

  @Field(() => RepresentativeInput, { nullable: true, description: 'Who acts for them, if anybody (代理人).' })
  representative?: RepresentativeInput | null;

  @Field(() => Int, { defaultValue: 1, description: 'How many complain together (共同投诉人数), 1 to 10 000.' })
  jointCount!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Came in person (到场).' })
  inPerson!: boolean;
}

@InputType({
  description: 'A complaint of the past that is only taken over (历史数据); needs the capability IMPORT_HISTORY.',
})
export class HistoricalInput {
  @Field(() => Date, { description: 'When it was closed (结案时间).' })
  closedAt!: Date;

  @Field(() => String, { description: 'What came of it (处理结果), at most 4 000 characters.' })
  resolutionSummary!: string;
}

@InputType({ description: 'A complaint as it comes in (登记投诉).' })
export class RegisterComplaintInput {
  @Field(() => Channel, { description: 'How it came in (投诉渠道).' })
  channel!: Channel;

  @Field(() => String, {
    description: 'What was said (投诉内容), at most 10 000 characters; no card number with CVV, no password.',
  })
  content!: string;

  @Field(() => ComplainantInput, { description: 'Who complains (投诉人).' })
  complainant!: ComplainantInput;

  @Field(() => String, {
    description: 'Chosen by the caller, 8 to 128 characters; the same key and body answer with the same complaint.',
  })
  idempotencyKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the complainant asks for (诉求), at most 2 000 characters.',
  })
  customerDemand?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When the bank got it (收到时间); now when left out, never null or the future, older than 7 days only for letters and history.',
  })
  receivedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it happened (发生时间); not the future.' })
  occurredAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Posting date of a letter (寄出时间).' })
  postedAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why a letter is entered more than 7 days after receipt (补录原因), at most 500 characters.',
  })
  lateReason?: string | null;

  @Field(() => String, { nullable: true, description: 'Where (地点), at most 200 characters.' })
  place?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The unit complained about (被投诉机构); the caller's own by default.",
  })
  orgUnitId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Staff complained of (被投诉人员), at most 20; they take no part in handling.',
  })
  staffComplainedOfIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Code of a category (投诉类别).' })
  categoryCode?: string | null;

  @Field(() => Level, {
    nullable: true,
    description: 'Seriousness (等级); GENERAL by default, raised where the plan demands it.',
  })
  level?: Level | null;

  @Field(() => ComplaintSubject, { nullable: true, description: 'Which side of the bank (涉及方面).' })
  subject?: ComplaintSubject | null;

  @Field(() => String, { nullable: true, description: 'Code of a product (产品).' })
  productCode?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Amount in dispute in yuan (涉及金额).' })
  amountInvolved?: string | null;

  @Field(() => [RiskFlag], { nullable: true, description: 'What makes it dangerous (风险标识).' })
  riskFlags?: RiskFlag[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The channel's own number (渠道流水号), at most 100 characters.",
  })
  channelReference?: string | null;

  @Field(() => HistoricalInput, { nullable: true, description: 'Set for a complaint of the past (历史数据).' })
  historical?: HistoricalInput | null;
}

@InputType({ description: 'Becoming the first handler of what an app registered (认领).' })
export class ClaimComplaintInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'One word with the customer (登记沟通).' })
export class RecordContactInput {
  @Field(() => Int, { nullable: true, description: 'The version that was seen; absent = whatever it is now.' })
  expectedVersion?: number | null;

  @Field(() => ContactKind, {
    description:
      'Kind (沟通类型): PROGRESS, LISTENING, SOOTHING or EXPLANATION, the others have verbs of their own. An outbound PROGRESS meets the first-response clock.',
  })
  kind!: ContactKind;

  @Field(() => Channel, { description: 'By which channel (渠道).' })
  channel!: Channel;

  @Field(() => ContactDirection, { description: 'Who spoke to whom (沟通方向).' })
  direction!: ContactDirection;

  @Field(() => String, { description: 'What was said (沟通内容), at most 4 000 characters.' })
  summary!: string;

  @Field(() => ContactOutcome, {
    nullable: true,
    description:
      'What it came to (沟通结果); staff say so of LISTENING and SOOTHING, and of an outbound EXPLANATION unless `customerAccepts` does.',
  })
  outcome?: ContactOutcome | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'For an outbound EXPLANATION: whether the customer accepts it (是否接受方案). Who does not is told of the right to appeal.',
  })
  customerAccepts?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the caller, 8 to 128 characters; the same key and body are recorded once.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Answering a simple complaint at once (当场解决).' })
export class ResolveImmediatelyInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Category (投诉类别), if it has none yet.' })
  categoryCode?: string | null;

  @Field(() => String, { description: 'What was done and said (处理结果), at most 4 000 characters.' })
  resolutionSummary!: string;

  @Field(() => Boolean, { description: 'The customer agrees that this settles it (客户同意); must be true.' })
  customerConsents!: boolean;
}
