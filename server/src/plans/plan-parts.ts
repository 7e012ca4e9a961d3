import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { LocalDate } from '../kernel/scalars.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { Staff } from '../org/staff/staff.js';
import { PlanVersion } from './plan-version.js';

@ObjectType({ description: 'What a plan version rests on (制定依据): a document, or a version of a unit above.' })
@Entity()
@Unique({ properties: ['planVersion', 'position'] })
export class PlanBasis extends BaseEntity {
  @ManyToOne(() => PlanVersion, { ref: true })
  planVersion!: Ref<PlanVersion>;

  /** Place in the list, from 0. */
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => String, { description: 'Title (文件名称).' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Number of the document (文号).' })
  @Property({ type: 'text', nullable: true })
  number!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Date of the document (发文日期).' })
  @Property({ type: 'date', nullable: true })
  issuedOn!: string | null;

  @Field(() => PlanVersion, {
    nullable: true,
    description: 'The version of a unit above, if it is one (上级行预案版本).',
  })
  @ManyToOne(() => PlanVersion, { ref: true, nullable: true })
  @Index()
  source!: Ref<PlanVersion> | null;
}

@ObjectType({ description: 'What a plan version asks of a unit (职责分工).' })
@Entity()
@Unique({ properties: ['planVersion', 'position'] })
export class PlanDuty extends BaseEntity {
  @ManyToOne(() => PlanVersion, { ref: true })
  planVersion!: Ref<PlanVersion>;

  /** Place in the list, from 0. */
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => OrgUnit, { description: 'Whose duty it is (责任机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  orgUnit!: Ref<OrgUnit>;

  @Field(() => String, { description: 'What is to be done (职责内容).' })
  @Property({ type: 'text' })
  text!: string;
}

@ObjectType({ description: 'That a unit with duties has read a published version (签收).' })
@Entity()
@Unique({ properties: ['planVersion', 'orgUnit'] })
export class PlanReceipt extends BaseEntity {
  @ManyToOne(() => PlanVersion, { ref: true })
  planVersion!: Ref<PlanVersion>;

  @Field(() => OrgUnit, { description: 'The unit (机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  orgUnit!: Ref<OrgUnit>;

  @Field(() => Staff, { nullable: true, description: 'Who signed for it (签收人); null while nobody has.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  acknowledgedBy!: Ref<Staff> | null;

  @Field(() => Date, { nullable: true, description: 'When (签收时间); null while nobody has.' })
  @Property({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Date | null;
}
