import { Field, ID, InputType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import type { OrderBy } from '../../kernel/read/registry.js';
import { SortDirection } from '../../kernel/sorting.js';

@InputType({ description: 'What entries of the audit log must satisfy; all given parts together.' })
export class AuditFilter {
  @Field(() => Date, { nullable: true, description: 'Done then or later.' })
  occurredFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Done before then.' })
  occurredTo?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Done by this person (操作人).' })
  actorId?: string | null;

  @Field(() => [String], { nullable: true, description: 'One of these kinds (操作类型), by code.' })
  kind?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'About this object (操作对象): an id, or the number of a complaint or escalation.',
  })
  object?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'About something of this unit or one below it, or done by somebody there (机构).',
  })
  orgUnitId?: string | null;
}

export const AuditSortField = defineEnum('AuditSortField', 'What entries of the audit log are sorted by.', {
  AT: 'When it was done; entries of one moment by their place in the chain.',
});
export type AuditSortField = keyof typeof AuditSortField;

@InputType({ description: 'The order of entries of the audit log.' })
export class AuditSort {
  @Field(() => AuditSortField, { description: 'By what.' })
  field!: AuditSortField;

  @Field(() => SortDirection, { defaultValue: 'DESC', description: 'Which end first.' })
  direction!: SortDirection;
}

/** The order a caller asked for; newest first by default. */
export const orderOf = (sort: AuditSort | null | undefined): OrderBy => ({
  field: 'at',
  direction: sort?.direction === 'ASC' ? 'asc' : 'desc',
});
