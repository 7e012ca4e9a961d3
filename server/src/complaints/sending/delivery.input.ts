import { Field, ID, InputType, Int } from 'type-graphql';
import { Checks } from '../../kernel/checks.js';
import { defineEnum } from '../../kernel/enumeration.js';
import type { Condition, OrderBy } from '../../kernel/read/registry.js';
import { SortDirection } from '../../kernel/sorting.js';
import { unitOrBelow } from '../../org/units/subtree.js';
import { DeliveryChannel, DeliveryState } from '../../work/delivery/enumerations.js';

@InputType({ description: 'What deliveries must satisfy; all given parts together.' })
export class DeliveryFilter {
  @Field(() => [DeliveryState], { nullable: true, description: 'In one of these states (发送状态).' })
  state?: DeliveryState[] | null;

  @Field(() => [DeliveryChannel], { nullable: true, description: 'By one of these ways (发送渠道).' })
  channel?: DeliveryChannel[] | null;

  @Field(() => ID, { nullable: true, description: 'About complaints of this unit or one below it (承办机构).' })
  orgUnitId?: string | null;
}

export const DeliverySortField = defineEnum('DeliverySortField', 'What deliveries are sorted by.', {
  CREATED_AT: 'When it was queued.',
});
export type DeliverySortField = keyof typeof DeliverySortField;

@InputType({ description: 'The order of deliveries.' })
export class DeliverySort {
  @Field(() => DeliverySortField, { description: 'By what.' })
  field!: DeliverySortField;

  @Field(() => SortDirection, { defaultValue: 'DESC', description: 'Which end first.' })
  direction!: SortDirection;
}

@InputType({ description: 'Sends again what was given up.' })
export class RetryDeliveryInput {
  @Field(() => Int, { description: 'The `version` that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Ends what was not sent, since the customer was told otherwise.' })
export class CancelDeliveryInput {
  @Field(() => Int, { description: 'The `version` that was seen.' })
  expectedVersion!: number;
}

/** The order a caller asked for; newest first by default. */
export const orderOf = (sort: DeliverySort | null | undefined): OrderBy => ({
  field: 'createdAt',
  direction: sort?.direction === 'ASC' ? 'asc' : 'desc',
});

/** The filter as a condition. */
export function conditionOf(filter: DeliveryFilter | null | undefined): Condition {
  const checks = new Checks();
  checks.text(filter?.orgUnitId, 'filter.orgUnitId', { max: 60, min: 0 });
  checks.done();
  const parts: Condition[] = [];
  if (filter?.state) parts.push({ state: filter.state });
  if (filter?.channel) parts.push({ channel: filter.channel });
  if (filter?.orgUnitId) parts.push({ complaint: { orgUnit: unitOrBelow(filter.orgUnitId) } });
  return { $and: parts };
}
