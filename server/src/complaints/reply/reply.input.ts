import { Field, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../kernel/scalars.js';
import { Channel } from '../../org/channel.js';
import { Remedy } from './remedy.js';

const versionText = 'The version that was seen.';

@InputType({ description: 'The decision as it is told to the customer (处理答复).' })
export class ReplyToCustomerInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What was found (核查情况); always needed.' })
  findings?: string | null;

  @Field(() => String, { nullable: true, description: 'By which rule it is decided (依据).' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is decided so (理由).' })
  reasons?: string | null;

  @Field(() => [Remedy], { nullable: true, description: 'What the customer may do who disagrees (救济途径).' })
  remedies?: Remedy[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What becomes of what the customer asked for (对诉求的答复); needed where something was.',
  })
  answerToDemand?: string | null;

  @Field(() => String, { nullable: true, description: 'Words before all that, such as an apology (致客户).' })
  text?: string | null;

  @Field(() => Channel, { nullable: true, description: "By which channel (渠道); absent = the customer's." })
  channel?: Channel | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'By when what is still to be done will be (承诺日期); needed while something is, where the plan allows it.',
  })
  promisedOn?: string | null;
}

@InputType({ description: 'What a promise of the reply came to (告知结果).' })
export class TellResultInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'What the customer is told (结果说明), at most 2 000 characters.' })
  result!: string;
}
