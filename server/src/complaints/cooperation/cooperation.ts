import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Staff } from '../../org/staff/staff.js';
import { SlaClock } from '../clocks/sla-clock.js';
import { Complaint } from '../complaint/complaint.js';
import { CooperationState } from './cooperation-state.js';

@ObjectType({
  description: 'A unit is asked to help with a complaint (协办); who answers for the complaint stays the same.',
})
@Entity()
@Index({
  name: 'cooperation_one_asked',
  expression: `create unique index "cooperation_one_asked" on "cooperation" ("complaint_id", "org_unit_id") where "state" = 'ASKED'`,
})
export class Cooperation extends BaseEntity {
  @Field(() => Complaint, { description: 'The complaint (投诉).' })
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => OrgUnit, { description: 'The unit asked (协办机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  @Index()
  orgUnit!: Ref<OrgUnit>;

  @Field(() => CooperationState, { description: 'State (协办状态).' })
  @Enum({ items: () => Object.values(CooperationState), type: 'string', columnType: 'text' })
  state: CooperationState = 'ASKED';

  @Field(() => SlaClock, {
    nullable: true,
    description: 'The time it has (协办时限); null where neither the plan nor anybody set one.',
  })
  @ManyToOne(() => SlaClock, { ref: true, nullable: true })
  clock: Ref<SlaClock> | null = null;

  @Property({ type: 'text' })
  question!: string;

  @Field(() => Staff, { description: 'Who asked.' })
  @ManyToOne(() => Staff, { ref: true })
  askedBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When it was asked.' })
  @Property({ type: 'timestamptz' })
  askedAt!: Date;

  @Property({ type: 'text', nullable: true })
  answer: string | null = null;

  @Property({ type: 'text', nullable: true })
  finding: string | null = null;

  @Field(() => Staff, { nullable: true, description: 'Who answered; null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  answeredBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was answered; null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  cancelReason: string | null = null;

  /** What the unit says, and what it found out where that was asked. */
  reply(by: Ref<Staff>, at: Date, { answer, finding }: { answer: string; finding: string | null }): void {
    this.state = 'ANSWERED';
    this.answer = answer;
    this.finding = finding;
    this.answeredBy = by;
    this.answeredAt = at;
  }

  /** It is needed no more, for a reason, or because the complaint has ended. */
  cancel(reason: string | null): void {
    this.state = 'CANCELLED';
    this.cancelReason = reason;
  }
}
