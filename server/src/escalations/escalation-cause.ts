import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { Staff } from '../org/staff/staff.js';
import { EscalationLevel } from './enumerations.js';
import { Escalation } from './escalation.js';

@ObjectType({ description: 'One time that an escalation was hit (升级原因记录); later hits add to the live one.' })
@Entity()
export class EscalationCause extends BaseEntity {
  @ManyToOne(() => Escalation, { ref: true })
  @Index()
  escalation!: Ref<Escalation>;

  @Field(() => EscalationLevel, { description: 'The step it asked for.' })
  @Enum({ items: () => Object.values(EscalationLevel), type: 'string', columnType: 'text' })
  level!: EscalationLevel;

  @Field(() => Staff, { nullable: true, description: 'Who called; null when a rule did.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  by!: Ref<Staff> | null;

  @Field(() => String, { nullable: true, description: 'The reason a person gave; null when a rule raised it.' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
