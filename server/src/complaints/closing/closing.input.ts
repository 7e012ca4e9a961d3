import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../kernel/scalars.js';

const versionText = 'The version that was seen.';

@InputType({ description: 'Closing the file (结案).' })
export class CloseComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;
}

@InputType({ description: 'What is to be done so that it does not happen again (改进措施).' })
export class ImprovementInput {
  @Field(() => String, { description: 'What (措施内容), at most 1 000 characters.' })
  text!: string;

  @Field(() => ID, { description: 'Who answers for it (责任人).' })
  ownerId!: string;

  @Field(() => LocalDate, { description: 'By the end of which day (完成期限).' })
  dueOn!: string;
}

@InputType({ description: 'Looking back on a complaint (个案总结).' })
export class ReviewComplaintInput {
  @Field(() => Int, { description: versionText })
  expectedVersion!: number;

  @Field(() => String, { description: 'How it was handled and what is learnt (总结评估), at most 4 000 characters.' })
  assessment!: string;

  @Field(() => [ImprovementInput], {
    defaultValue: [],
    description: 'What is to be done (改进措施), at most 20; none needs `noActionReason`.',
  })
  improvements!: ImprovementInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why nothing need be done (无需改进的原因), at most 1 000 characters.',
  })
  noActionReason?: string | null;
}
