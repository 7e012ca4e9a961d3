import { Field, ID, InputType, Int } from 'type-graphql';
import { Channel } from '../../org/channel.js';
import { Complexity, HandlingMode, Level, RiskFlag, ScreeningOutcome } from '../enumerations.js';

const versionText = 'The version that was seen.';

@InputType({ description: 'What screening came to (初审); which answers are needed depends on the outcome.' })
export class ScreenComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ScreeningOutcome, { description: 'Taken up or not (初审结论).' })
  outcome!: ScreeningOutcome;

  @Field(() => Boolean, { nullable: true, description: 'It is genuine (真实); must be answered, true to take it up.' })
  authentic?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "It is the bank's to handle (属于本行受理范围); must be answered, true to take it up.",
  })
  withinScope?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Category (投诉类别); needed to take it up if it has none yet.' })
  categoryCode?: string | null;

  @Field(() => Level, {
    nullable: true,
    description: 'Level (等级); absent keeps it, or lifts it to what category and flags force.',
  })
  level?: Level | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the level is another (等级调整原因), at most 1 000 characters; needed with another `level`.',
  })
  levelReason?: string | null;

  @Field(() => Complexity, { nullable: true, description: 'How hard to clear up (复杂程度); needed to take it up.' })
  complexity?: Complexity | null;

  @Field(() => HandlingMode, {
    nullable: true,
    description:
      'How it is handled (处理方式); needed to take it up. COMPLEX, MAJOR and URGENT ask for JOINT or EMERGENCY.',
  })
  handlingMode?: HandlingMode | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is an emergency (突发事件); must be answered to take it up. Yes calls the leadership group.',
  })
  isEmergency?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Code of the list REASON; needed to reject (不予受理原因).' })
  reasonCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the customer is told, at most 2 000 characters; needed to reject (告知内容).',
  })
  notice?: string | null;
}

@InputType({ description: 'To whom a complaint is offered (分派).' })
export class AssignComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      "A unit, any handler of which may accept, or a person (接收方); oneself takes it on at once. Absent: whom the plan's routes name.",
  })
  receiverId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why so (分派说明), at most 1 000 characters; needed for another than the plan's routes name.",
  })
  reason?: string | null;
}

@InputType({ description: 'To whom a complaint is offered instead (改派).' })
export class ReassignComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => ID, { description: 'Another unit or person (接收方).' })
  receiverId!: string;

  @Field(() => String, { description: 'Why (改派原因), such as the wrong department; at most 1 000 characters.' })
  reason!: string;
}

@InputType({ description: 'Taking over what is offered (接收).' })
export class AcceptHandoverInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;
}

@InputType({ description: 'Refusing what is offered (退回).' })
export class ReturnHandoverInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'Code of the list REASON (退回原因).' })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: 'More about it (退回说明), at most 1 000 characters.' })
  reason?: string | null;
}

@InputType({ description: 'What is to be found out, and by whom (调查方案).' })
export class PlanInvestigationInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'What is looked into (调查范围), at most 4 000 characters.' })
  scope!: string;

  @Field(() => ID, {
    description: 'The one person who leads it (主办人); nobody complained of, and nobody under them.',
  })
  leadId!: string;
}

@InputType({ description: 'What makes it dangerous (设置风险标识), all of it.' })
export class SetRiskFlagsInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => [RiskFlag], { description: 'The flags from now on (风险标识); MEDIA stays on what came by the media.' })
  riskFlags!: RiskFlag[];
}

@InputType({ description: 'The complainant takes it back (撤回).' })
export class WithdrawComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => Channel, { description: 'By which channel they said so (渠道).' })
  channel!: Channel;

  @Field(() => String, {
    description: 'What they said, and how it is known to be them (撤回依据); at most 2 000 characters.',
  })
  proof!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same key and body answer with the same complaint; 8 to 128 characters.',
  })
  idempotencyKey?: string | null;
}
