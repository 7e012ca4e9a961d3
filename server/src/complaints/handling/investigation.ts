import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
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

  /** Of which complaint, and who led it, once that was taken up anew and this is of the past. */
  @Property({ type: 'uuid', nullable: true })
  @Index()
  complaintId: string | null = null;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who led it (主办人), for one of the past; null while the complaint itself says so.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  lead: Ref<Staff> | null = null;
}
