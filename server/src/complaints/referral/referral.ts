import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';

export const ReferralScope = defineEnum('ReferralScope', 'How much of a complaint is handed over (移交范围).', {
  WHOLE: 'All of it: the bank handles it no longer (整体移交).',
  PART: 'Some of it: the rest is handled on (部分移交).',
});
export type ReferralScope = keyof typeof ReferralScope;

@ObjectType({ description: 'Handing a complaint over to a competent body by law (移交, D1-五.3(3)).' })
@Entity()
export class Referral extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => ReferralScope, { description: 'How much of it (移交范围).' })
  @Enum({ items: () => Object.values(ReferralScope), type: 'string', columnType: 'text' })
  scope!: ReferralScope;

  @Property({ type: 'text' })
  body!: string;

  @Property({ type: 'text' })
  legalBasis!: string;

  @Property({ type: 'text[]', columnType: 'text[]' })
  documents!: string[];

  @Property({ type: 'text' })
  legalOpinion!: string;

  @Field(() => Staff, { description: 'Whose legal opinion it rests on (法律意见出具人).' })
  @ManyToOne(() => Staff, { ref: true })
  opinionBy!: Ref<Staff>;

  @Field(() => Staff, { description: 'Who handed it over (移交人).' })
  @ManyToOne(() => Staff, { ref: true })
  referredBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When that was (移交时间).' })
  @Property({ type: 'timestamptz' })
  referredAt!: Date;

  @Field(() => String, { nullable: true, description: "The body's number for it (回执编号); null until it is known." })
  @Property({ type: 'text', nullable: true })
  receiptNumber: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When the body took it (签收时间); null until it is known.' })
  @Property({ type: 'timestamptz', nullable: true })
  receivedAt: Date | null = null;
}
