import { Entity, Enum, Index, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import { liveStates } from '../enumerations.js';
import { ReturnVisitOutcome } from './enumerations.js';

@ObjectType({ description: 'A call after the reply, to hear what the customer thinks of it (回访), D7-四.6.' })
@Entity()
export class ReturnVisit extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => Contact, { description: 'The talk, with what was said (沟通记录).' })
  @OneToOne(() => Contact, { ref: true, owner: true })
  contact!: Ref<Contact>;

  @Field(() => ReturnVisitOutcome, { description: 'What it came to (回访结果).' })
  @Enum({ items: () => Object.values(ReturnVisitOutcome), type: 'string', columnType: 'text' })
  outcome!: ReturnVisitOutcome;

  @Field(() => Staff, { description: 'Who called (回访人); not who handled it.' })
  @ManyToOne(() => Staff, { ref: true })
  by!: Ref<Staff>;

  @Field(() => Date, { description: 'When that was (回访时间).' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}

/** The clock of a return visit that nobody has made yet. */
export const dueReturnVisit = {
  kind: 'RETURN_VISIT' as const,
  $or: [{ state: [...liveStates] }, { state: 'BREACHED' as const, fulfilledAt: null }],
};
