import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Channel } from '../../org/channel.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Complaint } from '../complaint/complaint.js';
import { AppealDecision, AppealState } from './enumerations.js';

@ObjectType({ description: 'The customer asks the leadership group for another decision (申诉), D5-五.4(2).' })
@Entity()
@Unique({ properties: ['complaint', 'caller', 'idempotencyKey'] })
@Index({
  name: 'appeal_one_open',
  expression: `create unique index "appeal_one_open" on "appeal" ("complaint_id") where "state" = 'ACCEPTED'`,
})
@Index({ properties: ['deciderIds'], type: 'gin' })
export class Appeal extends BaseEntity {
  @Field(() => Complaint, { nullable: true, description: 'The complaint; null for the customer, who has the code.' })
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  @Field(() => AppealState, { description: 'State (申诉状态).' })
  @Enum({ items: () => Object.values(AppealState), type: 'string', columnType: 'text' })
  state!: AppealState;

  @Property({ type: 'text' })
  grounds!: string;

  @Field(() => Channel, {
    nullable: true,
    description: 'By which channel it came (渠道); null when the customer filed it by the page for customers.',
  })
  @Enum({ items: () => Object.values(Channel), type: 'string', columnType: 'text', nullable: true })
  channel!: Channel | null;

  @Field(() => Date, { description: 'When it was filed (申诉时间).' })
  @Property({ type: 'timestamptz' })
  filedAt!: Date;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who filed it at the request of the customer (登记人); null when the customer or an app did.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  filedBy!: Ref<Staff> | null;

  @Field(() => OrgUnit, {
    nullable: true,
    description: 'The unit whose leadership group decides it (审理机构); null while no group has anybody who may.',
  })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  decidingUnit: Ref<OrgUnit> | null = null;

  /** Who may decide it, as the groups are staffed now. */
  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  deciderIds: string[] = [];

  @Field(() => AppealDecision, { nullable: true, description: 'What it came to (申诉决定); null before.' })
  @Enum({ items: () => Object.values(AppealDecision), type: 'string', columnType: 'text', nullable: true })
  decision: AppealDecision | null = null;

  @Property({ type: 'text', nullable: true })
  reasons: string | null = null;

  @Field(() => Staff, { nullable: true, description: 'Who decided it; null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  decidedBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was decided or taken back; null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @Property({ type: 'uuid', nullable: true })
  caller!: string | null;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  requestDigest!: string;
}
