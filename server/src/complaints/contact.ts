import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { LocalDate } from '../kernel/scalars.js';
import { Channel } from '../org/channel.js';
import { Staff } from '../org/staff/staff.js';
import { Complaint } from './complaint/complaint.js';
import { ContactOutcome } from './contacts/contact-outcome.js';
import { ContactDirection, ContactKind } from './enumerations.js';

@ObjectType({ description: 'One word with the customer, either way (沟通记录).' })
@Entity()
@Index({ properties: ['complaint', 'at'] })
@Unique({ properties: ['complaint', 'caller', 'idempotencyKey'] })
export class Contact extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  @Field(() => ContactKind, { description: 'Kind (沟通类型).' })
  @Enum({ items: () => Object.values(ContactKind), type: 'string', columnType: 'text' })
  kind!: ContactKind;

  @Field(() => Channel, { description: 'By which channel (渠道).' })
  @Enum({ items: () => Object.values(Channel), type: 'string', columnType: 'text' })
  channel!: Channel;

  @Field(() => ContactDirection, { description: 'Who spoke to whom (沟通方向).' })
  @Enum({ items: () => Object.values(ContactDirection), type: 'string', columnType: 'text' })
  direction!: ContactDirection;

  @Field(() => Date, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who spoke for the bank or noted it; null for the system or an app.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  by!: Ref<Staff> | null;

  @Property({ type: 'text' })
  summary!: string;

  @Field(() => Boolean, { description: 'Whether the customer sees it when following the case.' })
  @Property({ type: 'boolean' })
  isCustomerVisible!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the system sends it (系统发送). One that it sends and that has no deliveries reached nobody: there was no address, or it is a drill; the customer must be told by phone or letter.',
  })
  @Property({ type: 'boolean', default: false })
  isSentBySystem: boolean = false;

  @Field(() => ContactOutcome, { nullable: true, description: 'What it came to (沟通结果); null for mere notices.' })
  @Enum({ items: () => Object.values(ContactOutcome), type: 'string', columnType: 'text', nullable: true })
  outcome: ContactOutcome | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the customer accepts what was explained (是否接受方案); null where that was not asked.',
  })
  @Property({ type: 'boolean', nullable: true })
  customerAccepts: boolean | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day on which the customer may answer (回复期限); null where nothing was asked.',
  })
  @Property({ type: 'date', nullable: true })
  replyBy: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  caller!: string | null;

  @Property({ type: 'text', nullable: true })
  idempotencyKey!: string | null;

  @Property({ type: 'text', nullable: true })
  requestDigest!: string | null;
}
