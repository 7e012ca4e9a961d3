import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Handling a complaint as a part of an earlier one by the same complainant (合并).' })
export class MergeComplaintInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, {
    description: 'The earlier complaint (并入的投诉): open, at least as grave, and not merged itself.',
  })
  targetId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How it is known to be the same complainant (同一投诉人的依据), 10 to 1 000 characters; needed unless telephone or id number is the same.',
  })
  reason?: string | null;
}
