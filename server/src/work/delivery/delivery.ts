import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { DeliveryChannel, DeliveryErrorCode, DeliveryState } from './enumerations.js';
import { nextTryAt } from './retry.js';

/** Long enough for one try; whoever is killed during one leaves it to be taken up again after that. */
const leaseMs = 30_000;
const triedForMs = 24 * 3_600_000;

/** What a driver made of a try: nothing to say, or why not. */
export interface Outcome {
  error: DeliveryErrorCode | null;
  /** Trying again would bring the same answer. */
  isFinal?: boolean;
  retryAfterMs?: number;
}

@ObjectType({ description: 'One message to one recipient by one channel, and what has become of it (消息发送).' })
@Entity()
@Index({ properties: ['objectId'] })
@Index({ properties: ['subjectId'] })
@Index({ properties: ['state', 'createdAt', 'id'] })
@Index({
  name: 'delivery_due_index',
  expression: 'create index "delivery_due_index" on "delivery" ("channel", "next_at") where "next_at" is not null',
})
@Index({
  name: 'delivery_line_index',
  expression: `create index "delivery_line_index" on "delivery" ("order_key", "place") where "state" in ('QUEUED', 'SENDING', 'FAILED')`,
})
export class Delivery extends BaseEntity {
  /** What it is about, in whose story it is told: a noun of an upper slice, which alone knows it. */
  @Property({ type: 'text' })
  subjectKind!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  /** The row that says what is sent. */
  @Property({ type: 'uuid' })
  objectId!: string;

  /** The feed that tells what becomes of it. */
  @Property({ type: 'text' })
  audience!: string;

  @Field(() => DeliveryChannel, { description: 'By which way (发送渠道).' })
  @Enum({ items: () => Object.values(DeliveryChannel), type: 'string', columnType: 'text' })
  channel!: DeliveryChannel;

  /** Messages with the same key go out by a channel one after the other, in the order of their places. */
  @Property({ type: 'uuid' })
  orderKey!: string;

  /** Given by the database while whoever queues holds what the key stands for. */
  @Property({ type: 'bigint', defaultRaw: `nextval('delivery_place'::regclass)` })
  place!: string;

  @Property({ type: 'text' })
  sealedRecipient!: string;

  @Property({ type: 'text' })
  title!: string;

  /** Gone once it was sent: whoever queued it keeps what was said. */
  @Property({ type: 'text', nullable: true })
  sealedText!: string | null;

  @Property({ type: 'text' })
  locale!: string;

  @Field(() => DeliveryState, { description: 'What has become of it (发送状态).' })
  @Enum({ items: () => Object.values(DeliveryState), type: 'string', columnType: 'text' })
  state: DeliveryState = 'QUEUED';

  @Field(() => Int, { description: 'How often it was tried (尝试次数).' })
  @Property({ type: 'integer' })
  attemptCount: number = 0;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it is tried next (下次尝试时间); null when it is finished or waits for an earlier message to the same recipient.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  @Field(() => Date, { description: 'When it is given up unless it was sent before (放弃时间).' })
  @Property({ type: 'timestamptz' })
  giveUpAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was handed over (发送时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  sentAt: Date | null = null;

  @Field(() => DeliveryErrorCode, {
    nullable: true,
    description: 'Why the last try failed (失败原因); null when none did.',
  })
  @Enum({ items: () => Object.values(DeliveryErrorCode), type: 'string', columnType: 'text', nullable: true })
  lastErrorCode: DeliveryErrorCode | null = null;

  @Field(() => Boolean, {
    description: 'Whether nothing really left the house, as in the demo (模拟发送).',
  })
  @Property({ type: 'boolean' })
  isSimulated: boolean = false;

  /** Puts it in the line: at once, or after those before it. */
  queue(now: Date, isFirst: boolean): void {
    this.state = 'QUEUED';
    this.giveUpAt = new Date(now.getTime() + triedForMs);
    this.nextAt = isFirst ? now : null;
  }

  /** Takes it for one try. */
  take(now: Date): void {
    this.state = 'SENDING';
    this.attemptCount++;
    this.nextAt = new Date(now.getTime() + leaseMs);
  }

  /** Notes what became of the try. */
  finish({ error, isFinal, retryAfterMs }: Outcome, now: Date, isSimulated: boolean): void {
    this.lastErrorCode = error;
    if (error === null) {
      this.end('SENT');
      this.sentAt = now;
      this.sealedText = null;
      this.isSimulated = isSimulated;
      return;
    }
    const nextAt = nextTryAt(this, now, retryAfterMs);
    if (isFinal || nextAt > this.giveUpAt) return this.end('DEAD');
    this.state = 'FAILED';
    this.nextAt = nextAt;
  }

  /** Nothing more is tried. */
  end(state: DeliveryState): void {
    this.state = state;
    this.nextAt = null;
  }
}
