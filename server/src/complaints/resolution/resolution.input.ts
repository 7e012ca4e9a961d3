import { Field, ID, InputType, Int } from 'type-graphql';
import { Decimal, LocalDate } from '../../kernel/scalars.js';
import { ApprovalDecision } from '../../work/approval/approval.js';
import { MediationOutcome, ResolutionKind, Verdict } from './resolution-terms.js';

const versionText = 'The version that was seen.';

@InputType({ description: 'Money offered (赔偿).' })
export class CompensationInput {
  @Field(() => Decimal, { description: 'How much (赔偿金额), more than 0; its size decides who must approve it.' })
  amount!: string;

  @Field(() => String, { defaultValue: 'CNY', description: 'In which currency by ISO 4217 (币种).' })
  currency!: string;
}

@InputType({ description: 'A mediation (调解).' })
export class MediationInput {
  @Field(() => String, { description: 'Who mediates (调解人), at most 200 characters.' })
  mediator!: string;

  @Field(() => LocalDate, { description: 'On which day (调解日期).' })
  on!: string;
}

@InputType({ description: 'Something to be done once the resolution is approved (执行任务).' })
export class PlannedTaskInput {
  @Field(() => String, { description: 'What (任务内容), at most 1 000 characters.' })
  text!: string;

  @Field(() => ID, { description: 'Who does it: a person, or a unit, where its duty person answers for it (责任人).' })
  receiverId!: string;

  @Field(() => LocalDate, { description: 'By the end of which day (完成期限).' })
  dueOn!: string;
}

@InputType({ description: 'What every resolution must be (D7-四.4); each must be answered, and with yes.' })
export class ProposalChecksInput {
  @Field(() => Boolean, { description: 'It can be done (切实可行).' })
  feasible!: boolean;

  @Field(() => Boolean, { description: 'It meets what was complained of (有针对性).' })
  targeted!: boolean;

  @Field(() => Boolean, { description: 'It will settle it (有效).' })
  effective!: boolean;

  @Field(() => Boolean, { description: 'It keeps to law and rules (合法).' })
  lawful!: boolean;
}

@InputType({ description: 'The six questions of a review (审核要点); each must be answered.' })
export class ReviewChecksInput extends ProposalChecksInput {
  @Field(() => Boolean, { description: 'It is reasonable (合理, D5-五.2(3)).' })
  reasonable!: boolean;

  @Field(() => Boolean, { description: 'It complies with the rules of the trade (合规, D6-四.3(2)).' })
  compliant!: boolean;
}

@InputType({ description: 'What is proposed after the investigation (处理意见).' })
export class ProposeResolutionInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => Verdict, {
    nullable: true,
    description: 'What was found (调查结论); needed except for a suggestion, where it is NOT_APPLICABLE.',
  })
  verdict?: Verdict | null;

  @Field(() => String, { description: 'Code of the list CAUSE (根本原因).' })
  causeCode!: string;

  @Field(() => String, { description: 'What is proposed and why (处理意见), at most 4 000 characters.' })
  summary!: string;

  @Field(() => [ResolutionKind], { description: 'Kinds (处理方式), at least one; REJECTED stands alone.' })
  kinds!: ResolutionKind[];

  @Field(() => CompensationInput, { nullable: true, description: 'Needed with COMPENSATION, and only then (赔偿).' })
  compensation?: CompensationInput | null;

  @Field(() => MediationInput, { nullable: true, description: 'Needed with MEDIATION, and only then (调解).' })
  mediation?: MediationInput | null;

  @Field(() => String, { nullable: true, description: 'Code of the list REASON; needed with REJECTED (不予受理原因).' })
  rejectionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the customer is told of a rejection (告知内容), at most 2 000 characters; needed with REJECTED.',
  })
  rejectionNotice?: string | null;

  @Field(() => [PlannedTaskInput], {
    defaultValue: [],
    description: 'What is to be done (执行任务), at most 20; they begin once it is approved.',
  })
  tasks!: PlannedTaskInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no evidence (无证据说明), at most 1 000 characters; needed where none was added.',
  })
  noEvidenceReason?: string | null;

  @Field(() => ProposalChecksInput, { description: 'What it must be (方案要点).' })
  checks!: ProposalChecksInput;
}

@InputType({ description: 'What a review came to (审核).' })
export class ReviewResolutionInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ApprovalDecision, { description: 'Approved or sent back (审核结论).' })
  decision!: ApprovalDecision;

  @Field(() => ReviewChecksInput, { description: 'The six questions (审核要点); a no sends it back.' })
  checks!: ReviewChecksInput;

  @Field(() => String, {
    nullable: true,
    description: 'Why (审核意见), at most 2 000 characters; needed to send it back.',
  })
  comment?: string | null;
}

@InputType({ description: 'Why an approved resolution is worked on again (修订方案).' })
export class ReviseResolutionInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'Why (修订原因): the customer refuses, it cannot be done; at most 1 000 characters.',
  })
  reason!: string;
}

@InputType({ description: 'What a mediation came to (调解结果).' })
export class RecordMediationInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => MediationOutcome, { description: 'Agreed or not (调解结果).' })
  outcome!: MediationOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'What was agreed (协议内容), at most 4 000 characters; needed with AGREED.',
  })
  agreement?: string | null;
}
