import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';

@ObjectType({ description: 'What is to be found out, and by whom (调查方案).' })
@Entity()
export class Investigation extends BaseEntity {
  @Property({ type: 'text' })
  scope!: string;

  @Field(() => Staff, { description: 'Who set it last.' })
  @ManyToOne(() => Staff, { ref: true })
  plannedBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When that was.' })
  @Property({ type: 'timestamptz' })
  plannedAt!: Date;
}
