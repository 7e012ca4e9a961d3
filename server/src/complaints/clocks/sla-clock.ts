import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Deadline } from '../../calendar/deadline.js';
import { LimitUnit, type Limit } from '../../calendar/limit.js';
import { BaseEntity } from '../../kernel/base-entity.js';
import type { PolicyLimit } from '../../plans/policy.js';
import { RegulationCode } from '../../plans/policy-terms.js';
import { Complaint } from '../complaint/complaint.js';
import { ClockKind, ClockState, liveStates } from '../enumerations.js';

@ObjectType({ description: 'A running limit on one complaint (时限).' })
@Entity()
@Unique({
  name: 'sla_clock_one_per_round',
  expression: `create unique index "sla_clock_one_per_round" on "sla_clock" ("complaint_id", "kind", "round", "regulation") nulls not distinct`,
})
@Index({
  name: 'sla_clock_warned_index',
  expression: `create index "sla_clock_warned_index" on "sla_clock" ("complaint_id") where "state" = 'WARNED'`,
})
export class SlaClock extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  @Field(() => ClockKind, { description: 'What it limits (时限类型).' })
  @Enum({ items: () => Object.values(ClockKind), type: 'string', columnType: 'text' })
  kind!: ClockKind;

  /** Which of its kind, from 1: a PROGRESS clock starts anew each time. */
  @Property({ type: 'integer', default: 1 })
  round: number = 1;

  /** Which regulation a REGULATORY clock obeys. */
  @Enum({ items: () => Object.values(RegulationCode), type: 'string', columnType: 'text', nullable: true })
  regulation: RegulationCode | null = null;

  /** What it is about, where one complaint may have several of its kind at once: a cooperation, an appeal. */
  @Property({ type: 'uuid', nullable: true })
  subjectId: string | null = null;

  @Field(() => ClockState, { description: 'State (时限状态).' })
  @Enum({ items: () => Object.values(ClockState), type: 'string', columnType: 'text' })
  state!: ClockState;

  @Field(() => Int, { description: 'How many hours or days it allows.' })
  @Property({ type: 'integer', default: 24 })
  limitCount!: number;

  @Field(() => LimitUnit, { description: 'What the limit is counted in (时限单位).' })
  @Enum({ items: () => Object.values(LimitUnit), type: 'string', columnType: 'text', default: 'CLOCK_HOUR' })
  limitUnit!: Limit['unit'];

  @Field(() => String, {
    nullable: true,
    description: "The plan's clause that sets the limit (条款); null for the bank's own and for a regulation.",
  })
  @Property({ type: 'text', nullable: true })
  clause!: string | null;

  @Field(() => Boolean, { description: 'Whether those above hear of it when it runs out.' })
  @Property({ type: 'boolean', default: true })
  escalates!: boolean;

  /** Share of the limit after which it counts as nearly due. */
  @Property({ type: 'double', columnType: 'double precision', default: 0.75 })
  warnShare!: number;

  @Field(() => Date, { description: 'When it started.' })
  @Property({ type: 'timestamptz' })
  startedAt!: Date;

  @Field(() => Date, { description: 'When it counts as nearly due (临期).' })
  @Property({ type: 'timestamptz' })
  warnAt!: Date;

  @Field(() => Date, {
    description: 'When it ends (到期时间); breached from then on. While it stands still: without more pause.',
  })
  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether its end may move, because it counts days of a year whose calendar is not published (暂定).',
  })
  @Property({ type: 'boolean', default: false })
  isProvisional!: boolean;

  @Field(() => Int, { description: 'Minutes for which it stood still in all (累计暂停), up to the last resumption.' })
  @Property({ type: 'integer', default: 0 })
  totalPausedMinutes: number = 0;

  @Field(() => Date, { nullable: true, description: 'When it was fulfilled in time; null otherwise.' })
  @Property({ type: 'timestamptz', nullable: true })
  metAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was found breached; null otherwise.' })
  @Property({ type: 'timestamptz', nullable: true })
  breachedAt: Date | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was fulfilled, or waited for no more, after its end; null otherwise.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  fulfilledAt: Date | null = null;

  /** When the sweep must look at it next; null when nothing more can happen. */
  @Property({ type: 'timestamptz', nullable: true })
  @Index()
  nextAt!: Date | null;

  get limit(): Limit {
    return { count: this.limitCount, unit: this.limitUnit };
  }

  /** Whether somebody still waits for it. */
  get isPending(): boolean {
    return this.isLive || (this.state === 'BREACHED' && !this.fulfilledAt);
  }

  /** Whether it may still be met. */
  get isLive(): boolean {
    return liveStates.includes(this.state);
  }

  /** Takes the limit that a plan or regulation sets. */
  allow({ count, unit, clause, escalates }: PolicyLimit): void {
    this.limitCount = count;
    this.limitUnit = unit;
    this.clause = clause;
    this.escalates = escalates;
  }

  /** Puts its end where the calendar says; what was warned of stays so, unless there is time again at `now`. */
  reckon({ dueAt, isProvisional }: Deadline, now: Date): void {
    const started = this.startedAt.getTime();
    this.dueAt = dueAt;
    this.isProvisional = isProvisional;
    this.warnAt = new Date(started + (dueAt.getTime() - started) * this.warnShare);
    if (this.state === 'PAUSED' || this.state === 'CANCELLED') return;
    if (this.state !== 'WARNED' || now < this.warnAt) this.state = 'RUNNING';
    this.nextAt = this.state === 'RUNNING' ? this.warnAt : this.dueAt;
  }

  /** MET before the end; fulfilled later it stays BREACHED. */
  fulfil(at: Date): void {
    if (!this.isPending) return;
    if (this.state !== 'BREACHED' && (at < this.dueAt || this.state === 'PAUSED')) {
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

  /** Runs out; looked at once more when the leaders are to hear of it. */
  breach(at: Date, leadersAt: Date | null = null): void {
    this.state = 'BREACHED';
    this.breachedAt ??= at;
    this.nextAt = leadersAt;
  }

  /** Stands still, at the longest until then; one that has run out cannot. */
  pause(until: Date | null): void {
    this.state = 'PAUSED';
    this.nextAt = until;
  }

  /** Runs on; the sweep warns of it anew where it is nearly due still. */
  resume(deadline: Deadline, since: Date, now: Date): void {
    this.totalPausedMinutes += Math.round((now.getTime() - since.getTime()) / 60_000);
    this.state = 'RUNNING';
    this.reckon(deadline, now);
  }

  /** Nobody waits for it any more: what ran is cancelled, what had run out stays so. */
  letGo(at: Date): void {
    if (this.isLive) this.cancel();
    else this.fulfil(at);
  }

  cancel(): void {
    if (this.isLive) this.state = 'CANCELLED';
    this.nextAt = null;
  }
}
