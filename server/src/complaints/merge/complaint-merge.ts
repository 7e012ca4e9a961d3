import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';

export const SameComplainant = defineEnum(
  'SameComplainant',
  'How it is known that two complaints are by the same complainant (同一投诉人的依据).',
  {
    ID_NUMBER: 'The id numbers are the same (证件号码一致).',
    PHONE: 'The telephone numbers are the same (电话一致).',
    STATED: 'By what somebody of the desk wrote down (人工核实).',
  },
);
export type SameComplainant = keyof typeof SameComplainant;

@ObjectType({ description: 'A complaint that is handled as a part of another by the same complainant (合并).' })
@Entity()
export class ComplaintMerge extends BaseEntity {
  @Field(() => Complaint, { nullable: true, description: 'The one that ended; null where the viewer may not see it.' })
  @ManyToOne(() => Complaint, { ref: true })
  @Unique()
  complaint!: Ref<Complaint>;

  @Field(() => Complaint, {
    nullable: true,
    description: 'The one that is handled on (并入的投诉); null where the viewer may not see it.',
  })
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  target!: Ref<Complaint>;

  @Field(() => SameComplainant, { description: 'How it is known to be the same complainant.' })
  @Enum({ items: () => Object.values(SameComplainant), type: 'string', columnType: 'text' })
  knownBy!: SameComplainant;

  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => Staff, { description: 'Who merged them.' })
  @ManyToOne(() => Staff, { ref: true })
  mergedBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When that was (合并时间).' })
  @Property({ type: 'timestamptz' })
  mergedAt!: Date;
}
