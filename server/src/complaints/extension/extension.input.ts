import { Field, InputType, Int } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';

export const ExtensionDecision = defineEnum('ExtensionDecision', 'What is decided about more time (延期审批结论).', {
  APPROVE: 'There is more time (批准).',
  REFUSE: 'There is none (不批准).',
});
export type ExtensionDecision = keyof typeof ExtensionDecision;

@InputType({ description: 'Asking for more time for the decision (申请延期).' })
export class RequestExtensionInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => Int, { description: 'The new limit (延期后时限) in working days counted from receipt, 1 to 120.' })
  workingDayCount!: number;

  @Field(() => String, { description: 'Why (延期原因), 10 to 500 characters; the customer is told it when approved.' })
  reason!: string;
}

@InputType({ description: 'Deciding about more time (审批延期).' })
export class ReviewExtensionInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ExtensionDecision, { description: 'The decision (审批结论).' })
  decision!: ExtensionDecision;

  @Field(() => String, { nullable: true, description: 'Why (审批意见), at most 1 000 characters; needed to refuse.' })
  comment?: string | null;
}
