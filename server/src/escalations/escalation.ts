import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ref, type Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { Complaint } from '../complaints/complaint/complaint.js';
import { BaseEntity } from '../kernel/base-entity.js';
import { conflict } from '../kernel/errors.js';
import type { Staff as StaffType } from '../org/staff/staff.js';
import { Staff } from '../org/staff/staff.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { EscalationLevel, EscalationStatus, EscalationTrigger } from './enumerations.js';

@ObjectType({ description: 'A matter brought to those above (升级): who must act, and by when.' })
@Entity()
@Index({ properties: ['status', 'raisedAt', 'id'] })
@Index({ properties: ['raisedAt', 'id'] })
@Index({ properties: ['trigger', 'raisedAt'] })
@Index({ properties: ['level', 'raisedAt'] })
@Index({
  name: 'escalation_next_at_index',
  expression: `create index "escalation_next_at_index" on "escalation" (coalesce("next_at", 'infinity'::timestamptz), "id")`,
})
@Index({
  name: 'escalation_due_index',
  expression: `create index "escalation_due_index" on "escalation" ("next_at") where "next_at" is not null`,
})
@Unique({
  name: 'escalation_one_open_per_trigger',
  expression: `create unique index "escalation_one_open_per_trigger" on "escalation" ("complaint_id", "trigger", "asked_unit_id") nulls not distinct where "status" in ('OPEN', 'ACKNOWLEDGED')`,
})
export class Escalation extends BaseEntity {
  @Field(() => String, { description: 'Number (升级编号), such as `SJ-2026-000007`.' })
  @Property({ type: 'text' })
  @Unique()
  reference!: string;

  @Field(() => EscalationTrigger, { description: 'Why (升级原因).' })
  @Enum({ items: () => Object.values(EscalationTrigger), type: 'string', columnType: 'text' })
  trigger!: EscalationTrigger;

  @Field(() => EscalationStatus, { description: 'State.' })
  @Enum({ items: () => Object.values(EscalationStatus), type: 'string', columnType: 'text' })
  status: EscalationStatus = 'OPEN';

  @Field(() => EscalationLevel, { description: 'The step it stands on (升级层级).' })
  @Enum({ items: () => Object.values(EscalationLevel), type: 'string', columnType: 'text' })
  level!: EscalationLevel;

  /** What a person gave as reason; null when a rule raised it. */
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => Complaint, { description: 'The complaint it is about (投诉).' })
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => OrgUnit, {
    nullable: true,
    description: 'The unit asked to help that does not answer, whose ladder it climbs (协办机构); null for all else.',
  })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  askedUnit: Ref<OrgUnit> | null = null;

  @Field(() => Date, { description: 'When it was raised.' })
  @Property({ type: 'timestamptz' })
  raisedAt!: Date;

  @Field(() => Staff, { nullable: true, description: 'Who raised it; null when a rule did.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  raisedBy!: Ref<StaffType> | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'OPEN: when the next step comes; ACKNOWLEDGED: when it opens again if the cause still holds; null when ended.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  nextAt!: Date | null;

  @Field(() => EscalationLevel, {
    nullable: true,
    description:
      'The step that comes at `nextAt` unless somebody signs; the same one where nobody stands higher; null once signed or ended.',
  })
  @Enum({ items: () => Object.values(EscalationLevel), type: 'string', columnType: 'text', nullable: true })
  nextLevel!: EscalationLevel | null;

  @Field(() => Staff, { nullable: true, description: 'Who signed for it (签收人); null while nobody has.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  acknowledgedBy!: Ref<StaffType> | null;

  @Field(() => Date, { nullable: true, description: 'When it was signed for; null while nobody has.' })
  @Property({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => Staff, { nullable: true, description: 'Who ended it; null while open or when its cause went away.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  resolvedBy!: Ref<StaffType> | null;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while open.' })
  @Property({ type: 'timestamptz', nullable: true })
  resolvedAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  resolution!: string | null;

  @Field(() => Boolean, { description: 'Whether it belongs to a drill (演练).' })
  @Property({ type: 'boolean' })
  isDrill: boolean = false;

  get isLive(): boolean {
    return this.status === 'OPEN' || this.status === 'ACKNOWLEDGED';
  }

  /** Stops the ladder and starts the timeout after which it opens again; a second acknowledgement changes nothing. */
  acknowledge(by: StaffType, at: Date, timeoutMinutes: number): void {
    if (this.status !== 'OPEN') throw conflict();
    this.status = 'ACKNOWLEDGED';
    this.acknowledgedBy = ref(by);
    this.acknowledgedAt = at;
    this.nextAt = new Date(at.getTime() + timeoutMinutes * 60_000);
    this.nextLevel = null;
  }

  /** The cause held on after the timeout: it waits for a signature again. */
  reopen(): void {
    this.status = 'OPEN';
    this.acknowledgedBy = null;
    this.acknowledgedAt = null;
  }

  /** Puts it on a step and says what comes next. */
  standOn(level: EscalationLevel, next: { at: Date; level: EscalationLevel }): void {
    this.level = level;
    this.nextAt = next.at;
    this.nextLevel = next.level;
  }

  resolve(by: StaffType, at: Date, resolution: string): void {
    this.end('RESOLVED', at, resolution);
    this.resolvedBy = ref(by);
  }

  /** The cause went away before anybody had to end it. */
  cancel(at: Date): void {
    this.end('CANCELLED', at, null);
  }

  private end(status: EscalationStatus, at: Date, resolution: string | null): void {
    if (!this.isLive) throw conflict();
    this.status = status;
    this.resolvedAt = at;
    this.resolution = resolution;
    this.nextAt = null;
    this.nextLevel = null;
  }
}
