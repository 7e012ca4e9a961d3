import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { Staff } from '../org/staff/staff.js';
import { EscalationLevel, NoticeChannel } from './enumerations.js';
import { Escalation } from './escalation.js';

@ObjectType({ description: 'What is known of one notice to one person (通知).' })
@Entity()
@Unique({ properties: ['escalation', 'staff', 'level', 'channel'] })
export class EscalationNotice extends BaseEntity {
  @ManyToOne(() => Escalation, { ref: true })
  escalation!: Ref<Escalation>;

  @Field(() => Staff, { description: 'Who is told.' })
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  @Field(() => EscalationLevel, { description: 'For which step.' })
  @Enum({ items: () => Object.values(EscalationLevel), type: 'string', columnType: 'text' })
  level!: EscalationLevel;

  @Field(() => NoticeChannel, { description: 'By which channel (通知渠道).' })
  @Enum({ items: () => Object.values(NoticeChannel), type: 'string', columnType: 'text' })
  channel!: NoticeChannel;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was handed to a live connection of the person (已推送); null while they had none.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  pushedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the person signed for the escalation (已签收); null otherwise.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;
}
