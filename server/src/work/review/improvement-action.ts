import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { LocalDate } from '../../kernel/scalars.js';
import { Staff } from '../../org/staff/staff.js';
import { Review } from './review.js';

@ObjectType({ description: 'What a review asks to be done so that it does not happen again (改进措施).' })
@Entity()
export class ImprovementAction extends BaseEntity {
  @ManyToOne(() => Review, { ref: true })
  @Index()
  review!: Ref<Review>;

  @Property({ type: 'text' })
  text!: string;

  @Field(() => Staff, { description: 'Who answers for it (责任人).' })
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  owner!: Ref<Staff>;

  @Field(() => LocalDate, { description: 'By the end of which day (完成期限).' })
  @Property({ type: 'date' })
  dueOn!: string;
}
