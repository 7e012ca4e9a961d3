import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Complaint } from '../complaint/complaint.js';

@ObjectType({ description: 'What keeps the file of a complaint open (暂缓结案), until whoever set it lets go.' })
@Entity()
@Index({
  name: 'complaint_hold_one_open',
  expression: `create unique index "complaint_hold_one_open" on "complaint_hold" ("complaint_id", "held_by_kind", "held_by_id") where "released_at" is null`,
})
export class ComplaintHold extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  /** Key of the words that say why. */
  @Property({ type: 'text' })
  reasonKey!: string;

  /** What holds it, such as `Incident`, and which one. */
  @Property({ type: 'text' })
  heldByKind!: string;

  @Property({ type: 'uuid' })
  heldById!: string;

  @Field(() => Date, { description: 'Since when.' })
  @Property({ type: 'timestamptz' })
  heldAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was let go (解除时间); null while it holds.' })
  @Property({ type: 'timestamptz', nullable: true })
  releasedAt: Date | null = null;
}
