import { Entity, Enum, Index, ManyToOne, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Channel } from '../../org/channel.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import { SurveyState } from './enumerations.js';

@ObjectType({ description: 'How satisfied the customer is with one reply (满意度调查), D1-五.3(2).' })
@Entity()
export class Survey extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  /** The reply that it asks about. */
  @OneToOne(() => Contact, { ref: true, owner: true })
  contact!: Ref<Contact>;

  @Property({ type: 'text' })
  @Unique()
  tokenDigest!: string;

  /** For the message to the customer alone: staff never see it, or they could answer for the customer. */
  @Property({ type: 'text' })
  sealedToken!: string;

  @Field(() => SurveyState, { description: 'State (满意度调查状态).' })
  @Enum({ items: () => Object.values(SurveyState), type: 'string', columnType: 'text' })
  state: SurveyState = 'OPEN';

  @Field(() => Int, {
    nullable: true,
    description: 'From 1, very dissatisfied, to 5, very satisfied (评分); null before the answer.',
  })
  @Property({ type: 'integer', nullable: true })
  score: number | null = null;

  @Property({ type: 'text', nullable: true })
  comment: string | null = null;

  @Field(() => Channel, {
    nullable: true,
    description: 'By which channel it was answered (渠道); null before, and by the page for customers.',
  })
  @Enum({ items: () => Object.values(Channel), type: 'string', columnType: 'text', nullable: true })
  channel: Channel | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was answered (评价时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who noted the answer on the telephone (登记人); null when the customer or an app gave it.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  recordedBy: Ref<Staff> | null = null;

  @Property({ type: 'text', nullable: true })
  idempotencyKey: string | null = null;

  @Property({ type: 'text', nullable: true })
  requestDigest: string | null = null;

  /** What the customer said; once. */
  answer({ score, comment, at }: { score: number; comment: string | null; at: Date }): void {
    this.state = 'ANSWERED';
    this.score = score;
    this.comment = comment;
    this.answeredAt = at;
  }
}
