import { Entity, Enum, Index, ManyToOne, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Decimal } from '../../kernel/scalars.js';
import { ApiKey } from '../../org/api-keys/api-key.js';
import { Channel } from '../../org/channel.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { Staff } from '../../org/staff/staff.js';
import { PlanVersion } from '../../plans/plan-version.js';
import { CodeListEntry } from '../../work/code-list-entry.js';
import { Complainant } from '../complainant/complainant.js';
import { Investigation } from '../handling/investigation.js';
import { Complexity, ComplaintStatus, ComplaintSubject, HandlingMode, Level, RiskFlag } from '../enumerations.js';

@ObjectType({ description: "A customer's dissatisfaction, claim or suggestion raised with the bank (投诉)." })
@Entity()
@Unique({ properties: ['caller', 'idempotencyKey'] })
@Index({ properties: ['orgUnit', 'status', 'receivedAt', 'id'] })
@Index({ properties: ['status', 'receivedAt', 'id'] })
@Index({ properties: ['receivedAt', 'id'] })
@Index({ properties: ['repliedAt'] })
@Index({ properties: ['closedAt'] })
@Index({ properties: ['responsible', 'status', 'nextDueAt'] })
@Index({ properties: ['orgUnit', 'status', 'level'] })
@Index({ properties: ['channel', 'receivedAt'] })
@Index({ properties: ['level', 'receivedAt'] })
@Index({ properties: ['category', 'receivedAt'] })
@Index({ properties: ['registeredUnit', 'receivedAt'] })
@Index({
  name: 'complaint_next_due_index',
  expression: `create index "complaint_next_due_index" on "complaint" (coalesce("next_due_at", 'infinity'::timestamptz), "id")`,
})
@Index({
  name: 'complaint_due_index',
  expression: `create index "complaint_due_index" on "complaint" ("next_due_at") where "next_due_at" is not null`,
})
@Index({ properties: ['searchTokens'], type: 'gin' })
@Index({ properties: ['riskFlags'], type: 'gin' })
export class Complaint extends BaseEntity {
  @Field(() => String, { description: "The bank's number (投诉编号), such as `TS-2026-000123`." })
  @Property({ type: 'text' })
  @Unique()
  reference!: string;

  @Property({ type: 'text' })
  @Unique()
  trackingDigest!: string;

  @Property({ type: 'text' })
  sealedTrackingCode!: string;

  /** The person or key that registered it, with the key they chose: a retry finds the same complaint. */
  @Property({ type: 'uuid', nullable: true })
  caller!: string | null;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  requestDigest!: string;

  @Field(() => ComplaintStatus, { description: 'State (投诉状态).' })
  @Enum({ items: () => Object.values(ComplaintStatus), type: 'string', columnType: 'text' })
  status!: ComplaintStatus;

  @Field(() => Level, { description: 'Seriousness (等级).' })
  @Enum({ items: () => Object.values(Level), type: 'string', columnType: 'text' })
  level!: Level;

  @Field(() => Channel, { description: 'How it came in (投诉渠道); never changes.' })
  @Enum({ items: () => Object.values(Channel), type: 'string', columnType: 'text' })
  channel!: Channel;

  @Field(() => CodeListEntry, { nullable: true, description: 'Category (投诉类别); null until classified.' })
  @ManyToOne(() => CodeListEntry, { ref: true, nullable: true })
  category!: Ref<CodeListEntry> | null;

  @Field(() => CodeListEntry, { nullable: true, description: 'Product concerned (产品); null when none or unknown.' })
  @ManyToOne(() => CodeListEntry, { ref: true, nullable: true })
  @Index()
  product!: Ref<CodeListEntry> | null;

  @Field(() => ComplaintSubject, {
    nullable: true,
    description: 'Which side of the bank (涉及方面); null when not said.',
  })
  @Enum({ items: () => Object.values(ComplaintSubject), type: 'string', columnType: 'text', nullable: true })
  subject!: ComplaintSubject | null;

  @Field(() => [RiskFlag], { description: 'What makes it dangerous (风险标识).' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  riskFlags!: RiskFlag[];

  @Property({ type: 'text' })
  content!: string;

  @Property({ type: 'text', nullable: true })
  customerDemand!: string | null;

  @Property({ type: 'text[]', columnType: 'text[]' })
  searchTokens!: string[];

  @Field(() => Date, { description: 'When the bank got it (收到时间); clocks start here.' })
  @Property({ type: 'timestamptz' })
  receivedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it happened (发生时间); null when not said.' })
  @Property({ type: 'timestamptz', nullable: true })
  occurredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Posting date of a letter (寄出时间); null for other channels.' })
  @Property({ type: 'timestamptz', nullable: true })
  postedAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  lateReason!: string | null;

  @Property({ type: 'text', nullable: true })
  place!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Amount in dispute in yuan (涉及金额); null when none.' })
  @Property({ type: 'numeric', columnType: 'numeric(17,2)', nullable: true })
  amountInvolved!: string | null;

  @Field(() => String, { nullable: true, description: "The channel's own number (渠道流水号); null when it has none." })
  @Property({ type: 'text', nullable: true })
  channelReference!: string | null;

  @Field(() => OrgUnit, { description: 'The unit that answers for it now (承办机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  orgUnit!: Ref<OrgUnit>;

  @Field(() => PlanVersion, {
    nullable: true,
    description:
      'The plan version in force when it was received (适用预案版本), whose limits it keeps; null for past complaints that were brought in.',
  })
  @ManyToOne(() => PlanVersion, { ref: true, nullable: true })
  planVersion!: Ref<PlanVersion> | null;

  @Field(() => OrgUnit, { description: 'Where it came in (登记机构); never changes.' })
  @ManyToOne(() => OrgUnit, { ref: true })
  registeredUnit!: Ref<OrgUnit>;

  @Field(() => Staff, { nullable: true, description: 'Who registered it (登记人); null for a channel app.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  @Index()
  registeredBy!: Ref<Staff> | null;

  @ManyToOne(() => ApiKey, { ref: true, nullable: true })
  @Index()
  registeredByKey!: Ref<ApiKey> | null;

  @Field(() => Staff, {
    nullable: true,
    description: 'First staff member asked (首问责任人); null until somebody claims what an app registered.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  @Index()
  firstHandler!: Ref<Staff> | null;

  @Field(() => Staff, {
    nullable: true,
    description:
      'Who answers for it now (责任人): the first handler, else the duty person of the unit; null when the unit has none.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  responsible!: Ref<Staff> | null;

  @Field(() => OrgUnit, {
    nullable: true,
    description: 'The unit that is or was last asked to take it over (分派机构); null for a person, and before.',
  })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  @Index()
  assignedUnit: Ref<OrgUnit> | null = null;

  @Field(() => Staff, {
    nullable: true,
    description: 'The person who is or was last asked to take it over (分派人员); null for a unit, and before.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  @Index()
  assignedStaff: Ref<Staff> | null = null;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who leads its investigation (主办人); null before it is planned.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  @Index()
  lead: Ref<Staff> | null = null;

  @Field(() => Investigation, {
    nullable: true,
    description: 'What is looked into (调查方案); null before it is planned, and for channel apps.',
  })
  @OneToOne(() => Investigation, { ref: true, owner: true, nullable: true })
  investigation: Ref<Investigation> | null = null;

  /** The version of the resolution that counts. */
  @Property({ type: 'uuid', nullable: true })
  resolutionId: string | null = null;

  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  staffComplainedOfIds!: string[];

  @Field(() => Complexity, { nullable: true, description: 'How hard to clear up (复杂程度); null before screening.' })
  @Enum({ items: () => Object.values(Complexity), type: 'string', columnType: 'text', nullable: true })
  complexity: Complexity | null = null;

  @Field(() => HandlingMode, { nullable: true, description: 'How it is handled (处理方式); null before screening.' })
  @Enum({ items: () => Object.values(HandlingMode), type: 'string', columnType: 'text', nullable: true })
  handlingMode: HandlingMode | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether screening judged it an emergency (突发事件); null before screening.',
  })
  @Property({ type: 'boolean', nullable: true })
  isEmergency: boolean | null = null;

  @Field(() => CodeListEntry, {
    nullable: true,
    description: 'Why it was not taken up (不予受理原因); null otherwise.',
  })
  @ManyToOne(() => CodeListEntry, { ref: true, nullable: true })
  rejectionReason: Ref<CodeListEntry> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was screened (初审时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  screenedAt: Date | null = null;

  @Field(() => Complainant, { description: 'Who complains (投诉人).' })
  @OneToOne(() => Complainant, { ref: true, owner: true })
  complainant!: Ref<Complainant>;

  @Field(() => Boolean, {
    description: 'Taken over from the past as closed: no clock, no trigger, outside on-time figures (历史数据).',
  })
  @Property({ type: 'boolean' })
  isHistorical: boolean = false;

  @Field(() => Boolean, { description: 'Whether it belongs to a drill (演练).' })
  @Property({ type: 'boolean' })
  isDrill: boolean = false;

  @Property({ type: 'text', nullable: true })
  resolutionSummary!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the decision was told (答复时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  repliedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the file was closed (结案时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the customer may appeal against the decision (申诉截止时间); null before one is told.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  appealClosesAt: Date | null = null;

  /** Whether the decision that was told last has been appealed against, in time or not; withdrawn appeals aside. */
  @Property({ type: 'boolean', default: false })
  isAppealed: boolean = false;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the desk may take it up anew (重新办理截止时间); null while it is in work.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  reopenClosesAt: Date | null = null;

  @Field(() => Int, { description: 'How often it was taken up anew (重新办理次数).' })
  @Property({ type: 'integer', default: 0 })
  reopenedCount: number = 0;

  /** Who led it, or settled it, before it was taken up anew: none of them does so again. */
  @Property({ type: 'uuid[]', columnType: 'uuid[]', defaultRaw: "'{}'::uuid[]" })
  formerLeadIds: string[] = [];

  @Field(() => Date, { nullable: true, description: 'When it was looked back on (总结时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  reviewedAt: Date | null = null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Earliest end of a clock that is not fulfilled, does not stand still and is told to those above (最近时限); null when none.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  nextDueAt!: Date | null;
}
