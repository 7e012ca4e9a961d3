import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';

@ObjectType({ description: 'Looking back on something that is over: what is to be learnt from it (复盘总结).' })
@Entity()
@Index({ properties: ['subjectId', 'subjectKind'] })
export class Review extends BaseEntity {
  /** What was looked back on; upper slices name their own. */
  @Property({ type: 'text' })
  subjectKind!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Property({ type: 'text' })
  assessment!: string;

  @Property({ type: 'text', nullable: true })
  noActionReason: string | null = null;

  @Field(() => Staff, { description: 'Who looked back (总结人).' })
  @ManyToOne(() => Staff, { ref: true })
  by!: Ref<Staff>;

  @Field(() => Date, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
