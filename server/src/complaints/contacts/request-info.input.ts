import { Field, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../kernel/scalars.js';
import { Channel } from '../../org/channel.js';

@InputType({ description: 'Asking the customer for something (了解情况).' })
export class RequestInfoInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'What the bank needs to know or to have (需补充的情况), at most 2 000 characters.',
  })
  question!: string;

  @Field(() => LocalDate, {
    description: 'The last day on which the customer may answer (回复期限), within 30 days; clocks run on after it.',
  })
  replyBy!: string;

  @Field(() => Channel, { nullable: true, description: "By which channel (渠道); the complaint's own when left out." })
  channel?: Channel | null;
}
