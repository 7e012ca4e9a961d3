import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Staff } from '../../org/staff/staff.js';
import { CodeListEntry } from '../../work/code-list-entry.js';
import { Complaint } from '../complaint/complaint.js';
import { HandoverState } from '../enumerations.js';

@ObjectType({ description: 'Passing responsibility on (交接); it counts only once accepted (D7-二.3).' })
@Entity()
@Index({
  name: 'handover_one_offered',
  expression: `create unique index "handover_one_offered" on "handover" ("complaint_id") where "state" = 'OFFERED'`,
})
export class Handover extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => HandoverState, { description: 'State (交接状态).' })
  @Enum({ items: () => Object.values(HandoverState), type: 'string', columnType: 'text' })
  state!: HandoverState;

  @Field(() => OrgUnit, {
    nullable: true,
    description: 'The unit asked, any handler of which may accept; null for a person.',
  })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  orgUnit!: Ref<OrgUnit> | null;

  @Field(() => Staff, { nullable: true, description: 'The person asked; null for a unit.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  staff!: Ref<Staff> | null;

  @Field(() => Staff, { description: 'Who offered it.' })
  @ManyToOne(() => Staff, { ref: true })
  offeredBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When it was offered.' })
  @Property({ type: 'timestamptz' })
  offeredAt!: Date;

  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who accepted, returned or took it back; null before, and when the customer withdrew by an app.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  decidedBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When that was; null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null = null;

  @Field(() => CodeListEntry, { nullable: true, description: 'Why it was returned (退回原因); null otherwise.' })
  @ManyToOne(() => CodeListEntry, { ref: true, nullable: true })
  returnCode: Ref<CodeListEntry> | null = null;

  @Property({ type: 'text', nullable: true })
  returnReason: string | null = null;

  /** Ends the offer one way or the other. */
  decide(state: Exclude<HandoverState, 'OFFERED'>, by: Ref<Staff> | null, at: Date): void {
    this.state = state;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}
