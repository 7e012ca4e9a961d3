import { Field, InputType } from 'type-graphql';
import { Level } from '../../complaints/enumerations.js';
import { EscalationLevel, EscalationTrigger } from '../enumerations.js';
import { EscalationGapReason } from './escalation-coverage.js';

@InputType({ description: 'Which gaps; conditions add up.' })
export class EscalationGapFilter {
  @Field(() => [EscalationLevel], { nullable: true, description: 'On one of these steps.' })
  step?: EscalationLevel[] | null;

  @Field(() => EscalationTrigger, { nullable: true, description: 'On the ladder of this trigger.' })
  trigger?: EscalationTrigger | null;

  @Field(() => Level, { nullable: true, description: 'On the ladder of complaints of this level.' })
  level?: Level | null;

  @Field(() => EscalationGapReason, { nullable: true, description: 'For this reason.' })
  reason?: EscalationGapReason | null;
}
