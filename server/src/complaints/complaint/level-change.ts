import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';
import { Level } from '../enumerations.js';
import { Complaint } from './complaint.js';

@ObjectType({ description: 'One change of a level (等级调整记录): who, why, from what to what.' })
@Entity()
export class LevelChange extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => Level, { description: 'The level before (原等级).' })
  @Enum({ items: () => Object.values(Level), type: 'string', columnType: 'text' })
  from!: Level;

  @Field(() => Level, { description: 'The level since (新等级).' })
  @Enum({ items: () => Object.values(Level), type: 'string', columnType: 'text' })
  to!: Level;

  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Staff, { description: 'Who decided it.' })
  @ManyToOne(() => Staff, { ref: true })
  by!: Ref<Staff>;
}
