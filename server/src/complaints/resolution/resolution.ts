import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Decimal, LocalDate } from '../../kernel/scalars.js';
import { Staff } from '../../org/staff/staff.js';
import { ReplyBy, ReviewMode } from '../../plans/handling-rules.js';
import { CodeListEntry } from '../../work/code-list-entry.js';
import { Complaint } from '../complaint/complaint.js';
import { MediationOutcome, ResolutionKind, ResolutionState, Verdict } from './resolution-terms.js';

@ObjectType({ description: 'A version of what is to be decided on a complaint (处理方案).' })
@Entity()
@Unique({ properties: ['complaint', 'number'] })
export class Resolution extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  @Field(() => Int, { description: 'Which version, from 1 (版本).' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => ResolutionState, { description: 'State (方案状态).' })
  @Enum({ items: () => Object.values(ResolutionState), type: 'string', columnType: 'text' })
  state!: ResolutionState;

  @Field(() => Verdict, { description: 'What was found (调查结论).' })
  @Enum({ items: () => Object.values(Verdict), type: 'string', columnType: 'text' })
  verdict!: Verdict;

  @Field(() => CodeListEntry, { description: 'Root cause (根本原因).' })
  @ManyToOne(() => CodeListEntry, { ref: true })
  cause!: Ref<CodeListEntry>;

  @Field(() => [ResolutionKind], { description: 'Kinds (处理方式), at least one.' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  kinds!: ResolutionKind[];

  @Property({ type: 'text' })
  summary!: string;

  @Property({ type: 'text', nullable: true })
  noEvidenceReason: string | null = null;

  @Field(() => Decimal, { nullable: true, description: 'Compensation (赔偿金额); null without.' })
  @Property({ type: 'numeric', columnType: 'numeric(17,2)', nullable: true })
  amount: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Its currency by ISO 4217 (币种), such as `CNY`; null without compensation.',
  })
  @Property({ type: 'text', nullable: true })
  currency: string | null = null;

  @Property({ type: 'text', nullable: true })
  mediator: string | null = null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the mediation (调解日期); null without.' })
  @Property({ type: 'date', nullable: true })
  mediationOn: string | null = null;

  @Field(() => MediationOutcome, {
    nullable: true,
    description: 'What the mediation came to (调解结果); null before and without.',
  })
  @Enum({ items: () => Object.values(MediationOutcome), type: 'string', columnType: 'text', nullable: true })
  mediationOutcome: MediationOutcome | null = null;

  @Property({ type: 'text', nullable: true })
  agreement: string | null = null;

  /** What the customer is told with a rejection after the investigation. */
  @Property({ type: 'text', nullable: true })
  rejectionNotice: string | null = null;

  @Field(() => CodeListEntry, { nullable: true, description: 'Why it is not taken up (不予受理原因); null otherwise.' })
  @ManyToOne(() => CodeListEntry, { ref: true, nullable: true })
  rejectionReason: Ref<CodeListEntry> | null = null;

  @Field(() => Staff, { description: 'Who proposed it (提出人).' })
  @ManyToOne(() => Staff, { ref: true })
  proposedBy!: Ref<Staff>;

  @Field(() => Date, { description: 'When (提出时间).' })
  @Property({ type: 'timestamptz' })
  proposedAt!: Date;

  @Field(() => ReviewMode, { description: 'Who approves it, as the plan says of such a one (审核方式).' })
  @Enum({ items: () => Object.values(ReviewMode), type: 'string', columnType: 'text' })
  reviewMode!: ReviewMode;

  @Field(() => Int, { description: 'How many must approve it (会签人数).' })
  @Property({ type: 'integer' })
  signOffCount!: number;

  /** Everybody who approved this version. */
  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  approvedByIds: string[] = [];

  @Field(() => ReplyBy, { description: 'Who tells the customer, by the plan (答复主体).' })
  @Enum({ items: () => Object.values(ReplyBy), type: 'string', columnType: 'text' })
  replyBy!: ReplyBy;

  @Field(() => Boolean, { description: 'Whether the reply may come before everything is carried out (先答复后执行).' })
  @Property({ type: 'boolean' })
  replyBeforeExecution!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was approved, sent back or revised; null while it waits.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  revisionReason: string | null = null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By when the reply promised what was still to be done (承诺日期); null when nothing was.',
  })
  @Property({ type: 'date', nullable: true })
  promisedOn: string | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the customer was told what the promise came to (结果告知时间); null before and without.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  resultToldAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  deskReport: string | null = null;

  @Field(() => Date, {
    nullable: true,
    description: "When the department's reply was reported to the desk (报告办公室时间); null before.",
  })
  @Property({ type: 'timestamptz', nullable: true })
  reportedAt: Date | null = null;

  /** Whether it refuses the complaint after all. */
  get isRejection(): boolean {
    return this.kinds.includes('REJECTED');
  }

  decide(state: Exclude<ResolutionState, 'PROPOSED'>, at: Date): void {
    this.state = state;
    this.decidedAt = at;
  }
}
