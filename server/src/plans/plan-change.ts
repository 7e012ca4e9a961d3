import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One thing that two versions of a plan say differently (版本差异), in words.' })
export class PlanChange {
  @Field(() => String, { description: 'Where, the same in all versions, such as `policy.limits.RESOLUTION.MAJOR`.' })
  path!: string;

  @Field(() => String, { description: "What it is about, in the caller's language." })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What the former one says; null when it says nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What the other one says; null when it says nothing.' })
  after!: string | null;
}
