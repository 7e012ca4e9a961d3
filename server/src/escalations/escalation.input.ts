import { Field, InputType, Int } from 'type-graphql';
import { EscalationLevel } from './enumerations.js';

@InputType({ description: 'Calling those above (升级).' })
export class RaiseEscalationInput {
  @Field(() => EscalationLevel, { description: 'The step to begin with (升级层级).' })
  level!: EscalationLevel;

  @Field(() => String, { description: 'Why (原因), at most 1 000 characters.' })
  reason!: string;
}

@InputType({ description: 'Signing for an escalation (签收).' })
export class AcknowledgeEscalationInput {
  @Field(() => String, { nullable: true, description: 'A word on what is done now, at most 1 000 characters.' })
  note?: string | null;
}

@InputType({ description: 'Ending an escalation (解除升级).' })
export class ResolveEscalationInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What settled it, at most 2 000 characters.' })
  resolution!: string;
}
