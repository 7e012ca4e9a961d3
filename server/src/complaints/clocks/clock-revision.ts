import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { LimitUnit, type Limit } from '../../calendar/limit.js';
import { BaseEntity } from '../../kernel/base-entity.js';
import { RevisionReason } from '../enumerations.js';
import { SlaClock } from './sla-clock.js';

@ObjectType({ description: 'What a clock said before it was reckoned again (时限调整记录).' })
@Entity()
export class ClockRevision extends BaseEntity {
  @ManyToOne(() => SlaClock, { ref: true })
  @Index()
  clock!: Ref<SlaClock>;

  @Field(() => RevisionReason, { description: 'Why it was reckoned again.' })
  @Enum({ items: () => Object.values(RevisionReason), type: 'string', columnType: 'text' })
  reason!: RevisionReason;

  @Field(() => Int, { description: 'How many hours or days it allowed before.' })
  @Property({ type: 'integer' })
  limitCount!: number;

  @Field(() => LimitUnit, { description: 'What the limit was counted in before (时限单位).' })
  @Enum({ items: () => Object.values(LimitUnit), type: 'string', columnType: 'text' })
  limitUnit!: Limit['unit'];

  @Field(() => Date, { description: 'When it would have ended (原到期时间).' })
  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Field(() => Boolean, { description: 'Whether that end might have moved (暂定).' })
  @Property({ type: 'boolean' })
  isProvisional!: boolean;
}
