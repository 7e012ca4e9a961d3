import { Field, InputType, Int } from 'type-graphql';
import { Channel } from '../../org/channel.js';
import { Complexity, HandlingMode, Level } from '../enumerations.js';
import { AppealDecision, ReturnVisitOutcome } from './enumerations.js';

const versionText = 'The version that was seen.';
const keyText = 'Chosen by the caller, 8 to 128 characters; the same key and body have the same answer.';
const codeText = 'The code of the customer (查询码), who then needs no `id` and no sign-in.';
const howText =
  'By which channel the customer said so (渠道), for staff and apps; `PHONE` by staff unless said otherwise.';

@InputType({ description: 'How satisfied the customer is (评价).' })
export class AnswerSurveyInput {
  @Field(() => String, { nullable: true, description: codeText })
  trackingCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the survey from the message to the customer (评价码), instead of the code.',
  })
  token?: string | null;

  @Field(() => Int, { description: 'From 1, very dissatisfied, to 5, very satisfied (评分).' })
  score!: number;

  @Field(() => String, { nullable: true, description: 'In words (评价内容), at most 1 000 characters.' })
  comment?: string | null;

  @Field(() => Channel, { nullable: true, description: howText })
  channel?: Channel | null;

  @Field(() => String, { description: keyText })
  idempotencyKey!: string;
}

@InputType({ description: 'A call after the reply (登记回访).' })
export class RecordReturnVisitInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ReturnVisitOutcome, { description: 'What it came to (回访结果).' })
  outcome!: ReturnVisitOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'What the customer said (客户意见), at most 2 000 characters; needed when somebody was reached.',
  })
  comment?: string | null;
}

@InputType({ description: 'Why the customer asks for another decision (提出申诉).' })
export class FileAppealInput {
  @Field(() => String, { nullable: true, description: codeText })
  trackingCode?: string | null;

  @Field(() => String, { description: 'Why (申诉理由), at most 4 000 characters.' })
  grounds!: string;

  @Field(() => Channel, { nullable: true, description: howText })
  channel?: Channel | null;

  @Field(() => String, { description: keyText })
  idempotencyKey!: string;
}

@InputType({ description: 'The customer takes the appeal back (撤回申诉).' })
export class WithdrawAppealInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'The code of the customer (查询码), who needs no sign-in.' })
  trackingCode?: string | null;
}

const categoryText = 'Category (投诉类别); needed if it has none yet.';
const levelText = 'Level (等级); absent keeps it, or lifts it to what category and flags force.';
const complexityText = 'How hard to clear up (复杂程度); absent keeps what screening said.';
const modeText = 'How it is handled now (处理方式); absent keeps it, by one unit or jointly.';

@InputType({ description: 'How a complaint is taken up again (重新办理).' })
export class ReopeningInput {
  @Field(() => String, { nullable: true, description: categoryText })
  categoryCode?: string | null;

  @Field(() => Level, { nullable: true, description: levelText })
  level?: Level | null;

  @Field(() => Complexity, { nullable: true, description: complexityText })
  complexity?: Complexity | null;

  @Field(() => HandlingMode, { nullable: true, description: modeText })
  handlingMode?: HandlingMode | null;
}

@InputType({ description: 'What an appeal comes to (作出申诉决定).' })
export class DecideAppealInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => AppealDecision, { description: 'The decision (申诉决定).' })
  decision!: AppealDecision;

  @Field(() => String, { description: 'Why, for the file (决定理由), at most 4 000 characters.' })
  reasons!: string;

  @Field(() => String, { description: 'What the customer is told (告知内容), at most 2 000 characters.' })
  reply!: string;

  @Field(() => ReopeningInput, {
    nullable: true,
    description: 'How it is taken up again; not for DISMISSED.',
  })
  reopening?: ReopeningInput | null;
}

@InputType({ description: 'Why and how a complaint is taken up again by the desk (重新办理).' })
export class ReopenComplaintInput extends ReopeningInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why (重新办理原因), at most 1 000 characters.' })
  reason!: string;
}
