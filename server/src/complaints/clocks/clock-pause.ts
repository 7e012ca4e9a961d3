import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Contact } from '../contact.js';
import { SlaClock } from './sla-clock.js';

@ObjectType({
  description: 'A time for which a clock stood still, because the bank waits for the customer (时限暂停).',
})
@Entity()
@Unique({
  name: 'clock_pause_one_open',
  expression: `create unique index "clock_pause_one_open" on "clock_pause" ("clock_id") where "ended_at" is null`,
})
export class ClockPause extends BaseEntity {
  @ManyToOne(() => SlaClock, { ref: true })
  @Index()
  clock!: Ref<SlaClock>;

  @Field(() => Date, { description: 'Since when.' })
  @Property({ type: 'timestamptz' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null while it stands still.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @Field(() => Contact, { description: 'Why: what the customer was asked (了解情况).' })
  @ManyToOne(() => Contact, { ref: true })
  reason!: Ref<Contact>;
}
