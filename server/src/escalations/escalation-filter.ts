import { Field, ID, InputType } from 'type-graphql';
import { Checks } from '../kernel/checks.js';
import { defineEnum } from '../kernel/enumeration.js';
import type { Condition, OrderBy } from '../kernel/read/registry.js';
import { SortDirection } from '../kernel/sorting.js';
import { unitOrBelow } from '../org/units/subtree.js';
import { EscalationLevel, EscalationStatus, EscalationTrigger } from './enumerations.js';

@InputType({ description: 'What escalations must satisfy; all given parts together.' })
export class EscalationFilter {
  @Field(() => [EscalationStatus], { nullable: true, description: 'One of these states.' })
  status?: EscalationStatus[] | null;

  @Field(() => [EscalationLevel], { nullable: true, description: 'On one of these steps (升级层级).' })
  level?: EscalationLevel[] | null;

  @Field(() => [EscalationTrigger], { nullable: true, description: 'For one of these reasons (升级原因).' })
  trigger?: EscalationTrigger[] | null;

  @Field(() => ID, { nullable: true, description: 'About complaints of this unit or one below it (承办机构).' })
  orgUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this complaint.' })
  complaintId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Raised then or later.' })
  raisedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Raised before then.' })
  raisedTo?: Date | null;
}

@InputType({ description: 'Which escalation events a feed tells.' })
export class EscalationEventFilter {
  @Field(() => [EscalationLevel], { nullable: true, description: 'Of escalations on one of these steps now.' })
  level?: EscalationLevel[] | null;

  @Field(() => [EscalationTrigger], { nullable: true, description: 'Of escalations for one of these reasons.' })
  trigger?: EscalationTrigger[] | null;

  @Field(() => ID, { nullable: true, description: 'About complaints of this unit or one below it.' })
  orgUnitId?: string | null;
}

export const EscalationSortField = defineEnum('EscalationSortField', 'What escalations are sorted by.', {
  RAISED_AT: 'When it was raised.',
  NEXT_AT: 'When the next step comes; those without come last in ascending order.',
  LEVEL: 'The step (升级层级).',
});
export type EscalationSortField = keyof typeof EscalationSortField;

@InputType({ description: 'The order of escalations.' })
export class EscalationSort {
  @Field(() => EscalationSortField, { description: 'By what.' })
  field!: EscalationSortField;

  @Field(() => SortDirection, { defaultValue: 'DESC', description: 'Which end first.' })
  direction!: SortDirection;
}

const sortColumns: Record<EscalationSortField, Omit<OrderBy, 'direction'>> = {
  RAISED_AT: { field: 'raisedAt' },
  NEXT_AT: { field: 'nextAt', nullsAs: 'infinity' },
  LEVEL: { field: 'level' },
};

/** The order a caller asked for; newest first by default. */
export function orderOf(sort: EscalationSort | null | undefined): OrderBy {
  const { field = 'RAISED_AT', direction = 'DESC' } = sort ?? {};
  return { ...sortColumns[field], direction: direction === 'ASC' ? 'asc' : 'desc' };
}

/** The filter as a condition. */
export function conditionOf(filter: (EscalationFilter & EscalationEventFilter) | null | undefined): Condition {
  const checks = new Checks();
  checks.text(filter?.orgUnitId, 'filter.orgUnitId', { max: 60, min: 0 });
  checks.done();
  const parts: Condition[] = [];
  if (filter?.status) parts.push({ status: filter.status });
  if (filter?.level) parts.push({ level: filter.level });
  if (filter?.trigger) parts.push({ trigger: filter.trigger });
  if (filter?.orgUnitId) parts.push({ complaint: { orgUnit: unitOrBelow(filter.orgUnitId) } });
  if (filter?.complaintId) parts.push({ complaint: filter.complaintId });
  if (filter?.raisedFrom) parts.push({ raisedAt: { $gte: filter.raisedFrom } });
  if (filter?.raisedTo) parts.push({ raisedAt: { $lt: filter.raisedTo } });
  return { $and: parts };
}
