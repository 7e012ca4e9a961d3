import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { Staff } from '../../org/staff/staff.js';

export const ApprovalDecision = defineEnum('ApprovalDecision', 'What a review came to (审核结论).', {
  APPROVE: 'Approved (同意).',
  RETURN: 'Sent back, with a comment (退回).',
});
export type ApprovalDecision = keyof typeof ApprovalDecision;

@ObjectType({ description: 'One person who reviewed something and signed (审核意见).' })
@Entity()
@Index({ properties: ['subjectId', 'subjectKind'] })
export class Approval extends BaseEntity {
  /** What was reviewed; upper slices name their own. */
  @Property({ type: 'text' })
  subjectKind!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Field(() => ApprovalDecision, { description: 'What they decided (审核结论).' })
  @Enum({ items: () => Object.values(ApprovalDecision), type: 'string', columnType: 'text' })
  decision!: ApprovalDecision;

  @Field(() => Staff, { description: 'Who (审核人).' })
  @ManyToOne(() => Staff, { ref: true })
  by!: Ref<Staff>;

  @Field(() => Date, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Names of the questions that were answered with no. */
  @Field(() => [String], { description: 'The checks that it did not pass (未通过的审核要点), by their names.' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  failedChecks: string[] = [];

  @Property({ type: 'text', nullable: true })
  comment: string | null = null;
}
