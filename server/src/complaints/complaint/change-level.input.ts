import { Field, InputType, Int } from 'type-graphql';
import { Level } from '../enumerations.js';

@InputType({ description: 'A change of level (调整等级).' })
export class ChangeLevelInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => Level, { description: 'The level from now on (等级); not below what category and risk flags force.' })
  level!: Level;

  @Field(() => String, { description: 'Why (原因), at most 1 000 characters; kept.' })
  reason!: string;
}
