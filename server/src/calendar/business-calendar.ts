import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { Staff } from '../org/staff/staff.js';

@ObjectType({
  description:
    "One year of the bank's working calendar (工作日历): Monday to Friday are worked, but for its exceptions.",
})
@Entity()
export class BusinessCalendar extends BaseEntity {
  @Field(() => Int, { description: 'The year (年份).' })
  @Property({ type: 'integer' })
  @Unique()
  year!: number;

  @Field(() => Boolean, {
    description:
      'Whether deadlines go by it (已发布); those that reach into a year that is not published are provisional (暂定).',
  })
  @Property({ type: 'boolean' })
  isPublished: boolean = false;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was published (发布时间); null before, and for years that came with the software.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who published it (发布人); null before, and for years that came with the software.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  publishedBy: Ref<Staff> | null = null;
}
