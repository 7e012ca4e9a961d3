import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { Staff } from '../../org/staff/staff.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { Complaint } from '../complaint/complaint.js';

export const ExtensionState = defineEnum('ExtensionState', 'State of a request for more time (延期申请状态).', {
  REQUESTED: 'Waits for somebody else to decide (待审批).',
  APPROVED: 'There is more time, and the customer was told (已批准).',
  REFUSED: 'The limit stays as it was (未批准).',
  LAPSED: 'The time ended, one way or the other, before anybody decided (已失效).',
});
export type ExtensionState = keyof typeof ExtensionState;

@ObjectType({ description: 'More time for the decision (延期): asked for by those who handle it, given by others.' })
@Entity()
@Index({
  name: 'extension_one_requested',
  expression: `create unique index "extension_one_requested" on "extension" ("clock_id") where "is_approved" is null`,
})
export class Extension extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  /** Which round of the decision it is about: with it, it lapses. */
  @ManyToOne(() => SlaClock, { ref: true })
  clock!: Ref<SlaClock>;

  /** Null until somebody decides. */
  @Property({ type: 'boolean', nullable: true })
  isApproved: boolean | null = null;

  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Int, { description: 'The limit asked for (延期后时限), in working days counted from receipt.' })
  @Property({ type: 'integer' })
  workingDayCount!: number;

  @Field(() => Date, { description: 'When the decision is due by it (延期后到期时间).' })
  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether the leadership group decides (须领导小组审批): the second time, and beyond what a regulation allows without approval. Otherwise the desk or a reviewer may.',
  })
  @Property({ type: 'boolean' })
  needsLeaders!: boolean;

  @Field(() => Staff, { description: 'Who asked for it (申请人).' })
  @ManyToOne(() => Staff, { ref: true })
  requestedBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When that was (申请时间).' })
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  @Field(() => Staff, { nullable: true, description: 'Who decided (审批人); null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  decidedBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When that was (审批时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  comment: string | null = null;
}
