import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../kernel/scalars.js';

@InputType({ description: 'A unit is asked to help (请求协办); who answers for the complaint stays the same.' })
export class RequestCooperationInput {
  @Field(() => Int, { description: 'The version of the complaint that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The unit asked (协办机构): another than the one that answers for the complaint.' })
  orgUnitId!: string;

  @Field(() => String, { description: 'What it is asked (协办事项), at most 2 000 characters.' })
  question!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'By the end of which day it must answer (答复期限), from tomorrow to a year from now; absent as the plan says.',
  })
  dueOn?: string | null;
}

@InputType({ description: 'What the unit asked has to say (答复协办).' })
export class AnswerCooperationInput {
  @Field(() => Int, { description: 'The version of the request that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'The answer (协办意见), at most 4 000 characters.' })
  answer!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was found to be true (核查结论), at most 4 000 characters; needed in a joint investigation.',
  })
  finding?: string | null;
}

@InputType({ description: 'Help that is needed no more (取消协办).' })
export class CancelCooperationInput {
  @Field(() => Int, { description: 'The version of the request that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why (取消原因), at most 1 000 characters.' })
  reason!: string;
}
