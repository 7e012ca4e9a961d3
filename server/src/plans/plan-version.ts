import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { defineEnum } from '../kernel/enumeration.js';
import { LeadershipGroup } from '../org/groups/leadership-group.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { Staff } from '../org/staff/staff.js';
import { Plan } from './plan.js';
import type { PolicyRules } from './policy-rules.js';
import { PlanPresetCode } from './presets/plan-preset.js';
import type { PresetCode } from './presets/preset.js';

export const PlanVersionState = defineEnum('PlanVersionState', 'State of a plan version (版本状态).', {
  DRAFT: 'Being written (草稿).',
  IN_REVIEW: 'Waits for the leadership group (待审核).',
  PUBLISHED: 'Published; in force from its date on (已发布).',
  SUPERSEDED: 'Another version has taken its place (已被替代).',
  RETIRED: 'Withdrawn; the plan of the unit above is in force (已废止).',
});
export type PlanVersionState = keyof typeof PlanVersionState;

@ObjectType({ description: 'One issue of a plan (预案版本): what it rests on, what it asks of whom, and its rules.' })
@Entity()
@Unique({ properties: ['plan', 'number'] })
export class PlanVersion extends BaseEntity {
  @Field(() => Plan, { description: 'The plan (应急预案).' })
  @ManyToOne(() => Plan, { ref: true })
  plan!: Ref<Plan>;

  @Field(() => Int, { description: 'Number within the plan, from 1 (版本号).' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => PlanVersionState, { description: 'State (版本状态).' })
  @Enum({ items: () => Object.values(PlanVersionState), type: 'string', columnType: 'text' })
  state: PlanVersionState = 'DRAFT';

  @Field(() => Date, { nullable: true, description: 'From when it is in force (实施日期); null until published.' })
  @Property({ type: 'timestamptz', nullable: true })
  effectiveAt: Date | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When another version takes its place, or it was retired (失效时间); null while neither is known.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @Field(() => PlanVersion, { nullable: true, description: 'The version whose place it takes (替代的版本).' })
  @ManyToOne(() => PlanVersion, { ref: true, nullable: true })
  supersedes: Ref<PlanVersion> | null = null;

  @Field(() => Boolean, { description: 'Whether a version that it rests on is no longer in force (依据已更新).' })
  @Property({ type: 'boolean' })
  basisChanged: boolean = false;

  @Field(() => String, { description: 'Principles (处理原则), free text; may be empty.' })
  @Property({ type: 'text' })
  principles: string = '';

  @Field(() => LeadershipGroup, {
    nullable: true,
    description:
      'The group that screens, assigns, closes and reports under it (投诉管理部门); null with no department either = the nearest office.',
  })
  @ManyToOne(() => LeadershipGroup, { ref: true, nullable: true })
  deskGroup: Ref<LeadershipGroup> | null = null;

  @Field(() => OrgUnit, {
    nullable: true,
    description: 'The department that does so, instead of a group (投诉管理部门).',
  })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  deskDepartment: Ref<OrgUnit> | null = null;

  @Field(() => PlanPresetCode, {
    nullable: true,
    description: 'The preset that it was begun from (预案模板), whose positions must be held before it is published.',
  })
  @Enum({ items: () => Object.values(PlanPresetCode), type: 'string', columnType: 'text', nullable: true })
  preset: PresetCode | null = null;

  /** The rules; shown as `policy`. */
  @Property({ type: 'jsonb', fieldName: 'policy' })
  rules!: PolicyRules;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who began it (起草人); null for the pack that a bank begins with.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  draftedBy: Ref<Staff> | null = null;

  /** Everybody who wrote in it: none of them publishes it. */
  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  writerIds: string[] = [];

  @Field(() => Staff, { nullable: true, description: 'Who submitted it for review (提交人); null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  submittedBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was submitted (提交时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was last sent back (退回原因); null if it was not.' })
  @Property({ type: 'text', nullable: true })
  returnReason: string | null = null;

  @Field(() => Staff, { nullable: true, description: 'Who reviewed and published it (发布人); null before.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  publishedBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was published (发布时间); null before.' })
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was retired (废止原因); null if it was not.' })
  @Property({ type: 'text', nullable: true })
  retireReason: string | null = null;

  /** Counts changes of its lists, so that the version tells of them. */
  @Property({ type: 'integer' })
  listChangeCount: number = 0;

  /** When it takes the place of the former version, if that is still to come. */
  @Property({ type: 'timestamptz', nullable: true })
  @Index()
  nextAt: Date | null = null;
}

/** A desk as a version names it; both null = the nearest office. */
export type PlanDesk = Pick<PlanVersion, 'deskGroup' | 'deskDepartment'>;
