import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { Complaint } from './complaint/complaint.js';
import { ClockKind, ClockState } from './enumerations.js';

@ObjectType({ description: 'A running limit on one complaint (时限).' })
@Entity()
@Unique({ properties: ['complaint', 'kind'] })
export class SlaClock extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  @Field(() => ClockKind, { description: 'What it limits (时限类型).' })
  @Enum({ items: () => Object.values(ClockKind), type: 'string', columnType: 'text' })
  kind!: ClockKind;

  @Field(() => ClockState, { description: 'State (时限状态).' })
  @Enum({ items: () => Object.values(ClockState), type: 'string', columnType: 'text' })
  state!: ClockState;

  @Field(() => Date, { description: 'When it started.' })
  @Property({ type: 'timestamptz' })
  startedAt!: Date;

  @Field(() => Date, { description: 'When it counts as nearly due (临期).' })
  @Property({ type: 'timestamptz' })
  warnAt!: Date;

  @Field(() => Date, { description: 'When it ends (到期时间); breached from then on.' })
  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was fulfilled in time; null otherwise.' })
  @Property({ type: 'timestamptz', nullable: true })
  metAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was found breached; null otherwise.' })
  @Property({ type: 'timestamptz', nullable: true })
  breachedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was fulfilled after its end; null otherwise.' })
  @Property({ type: 'timestamptz', nullable: true })
  fulfilledAt!: Date | null;

  /** When the sweep must look at it next; null when nothing more can happen. */
  @Property({ type: 'timestamptz', nullable: true })
  @Index()
  nextAt!: Date | null;

  /** Starts a limit of so many elapsed hours. */
  start(kind: ClockKind, startedAt: Date, hours: number, warnShare: number): void {
    const length = hours * 3_600_000;
    this.kind = kind;
    this.state = 'RUNNING';
    this.startedAt = startedAt;
    this.dueAt = new Date(startedAt.getTime() + length);
    this.warnAt = new Date(startedAt.getTime() + length * warnShare);
    this.nextAt = this.warnAt;
  }

  /** Whether somebody still waits for it. */
  get isPending(): boolean {
    return this.state === 'RUNNING' || this.state === 'WARNED' || (this.state === 'BREACHED' && !this.fulfilledAt);
  }

  /** MET before the end; fulfilled later it stays BREACHED. */
  fulfil(at: Date): void {
    if (!this.isPending) return;
    if (at < this.dueAt && this.state !== 'BREACHED') {
      this.state = 'MET';
      this.metAt = at;
    } else {
      this.breach(at);
      this.fulfilledAt = at;
    }
    this.nextAt = null;
  }

  warn(): void {
    this.state = 'WARNED';
    this.nextAt = this.dueAt;
  }

  breach(at: Date): void {
    this.state = 'BREACHED';
    this.breachedAt ??= at;
    this.nextAt = null;
  }

  cancel(): void {
    if (this.state === 'RUNNING' || this.state === 'WARNED') this.state = 'CANCELLED';
    this.nextAt = null;
  }
}
