import { Field, ObjectType } from 'type-graphql';
import { FeedEvent } from '../complaints/complaint/complaint-event.js';
import { defineEnum } from '../kernel/enumeration.js';
import { Staff } from '../org/staff/staff.js';
import { Escalation } from './escalation.js';

export const EscalationEventKind = defineEnum('EscalationEventKind', 'What happened to an escalation (升级动态).', {
  RAISED: 'It was raised (已升级).',
  ADVANCED: 'It climbed a step (已升至上一级).',
  CAUSE_ADDED: 'It was hit again (新增原因).',
  ACKNOWLEDGED: 'Somebody signed for it (已签收).',
  REOPENED: 'It waits for a signature again (重新待签收).',
  RESOLVED: 'A person ended it (已解除).',
  CANCELLED: 'Its cause went away (已取消).',
});

@ObjectType({ implements: FeedEvent, description: 'Something happened to an escalation (升级动态).' })
export class EscalationEvent extends FeedEvent {
  @Field(() => Staff, { nullable: true, description: 'Who acted; null for an app or the system.' })
  actor!: Staff | null;

  @Field(() => Escalation, { description: 'The escalation, as it is now.' })
  escalation!: Escalation;
}
