import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { OrgUnit } from '../units/org-unit.js';
import { Post, Staff } from '../staff/staff.js';

export const GroupKind = defineEnum('GroupKind', 'Kinds of group (应急组织类型).', {
  LEADERSHIP_GROUP: 'Commands, approves, decides appeals, issues plans (领导小组).',
  OFFICE: 'Daily work under a leadership group (投诉处理办公室).',
  CENTER: 'Receives, classifies, investigates, reviews, replies (投诉处理中心).',
  WORKING_GROUP: 'Carries out an emergency response (应急工作小组).',
  HANDLING_TEAM: 'Handles complaints at an outlet, sub-branch or across departments (投诉处理小组).',
  PROJECT_TEAM: 'Team for a special operation (专项受理小组).',
  FIELD_TEAM: 'People sent to the scene (现场处置组).',
});
export type GroupKind = keyof typeof GroupKind;

export const GroupPosition = defineEnum('GroupPosition', 'Place in a group (组内职务).', {
  LEADER: 'Leader (组长); exactly one while the group is active.',
  DEPUTY: 'Deputy leader (副组长).',
  MEMBER: 'Member (成员).',
});
export type GroupPosition = keyof typeof GroupPosition;

@ObjectType({ description: 'Standing or temporary body with members in positions (应急组织).' })
@Entity()
@Index({ properties: ['kind', 'name'] })
export class LeadershipGroup extends BaseEntity {
  @Field(() => GroupKind, { description: 'Kind (类型).' })
  @Enum({ items: () => Object.values(GroupKind), type: 'string', columnType: 'text' })
  kind!: GroupKind;

  @Field(() => String, { description: 'Name (名称).' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => OrgUnit, { description: 'The unit it works for; its rights reach the units below (所属机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  @Index()
  orgUnit!: Ref<OrgUnit>;

  @Field(() => LeadershipGroup, { nullable: true, description: 'The group it works under, if any (上级组织).' })
  @ManyToOne(() => LeadershipGroup, { ref: true, nullable: true })
  parent!: Ref<LeadershipGroup> | null;

  @Field(() => OrgUnit, {
    nullable: true,
    description: 'Department that leads a project team (牵头部门); null for other kinds.',
  })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  leadUnit!: Ref<OrgUnit> | null;

  @Field(() => Boolean, { description: 'Whether it is at work.' })
  @Property({ type: 'boolean' })
  isActive: boolean = true;

  @Field(() => [GroupMember], {
    description:
      'Its people (成员), in the order of appointment: those who wait for approval included, dismissed ones left out.',
  })
  members!: GroupMember[];

  /** Counts appointments and dismissals, so that the version tells of them. */
  @Property({ type: 'integer' })
  rosterChangeCount: number = 0;
}

@ObjectType({ description: 'A person in a group (组成员).' })
@Entity()
export class GroupMember extends BaseEntity {
  @Field(() => LeadershipGroup, { description: 'The group (应急组织).' })
  @ManyToOne(() => LeadershipGroup, { ref: true })
  @Index()
  group!: Ref<LeadershipGroup>;

  @Field(() => Staff, { description: 'Who.' })
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  @Field(() => GroupPosition, { description: 'Position (组内职务).' })
  @Enum({ items: () => Object.values(GroupPosition), type: 'string', columnType: 'text' })
  position!: GroupPosition;

  @Field(() => Post, {
    nullable: true,
    description: 'The post by which the person is a member (任职依据); null when named in person.',
  })
  @Enum({ items: () => Object.values(Post), type: 'string', columnType: 'text', nullable: true })
  basis!: Post | null;

  @Field(() => Date, { description: 'From when.' })
  @Property({ type: 'timestamptz' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when, for a secondment (抽调); null = until dismissed.' })
  @Property({ type: 'timestamptz', nullable: true })
  validTo!: Date | null;

  @Field(() => Staff, {
    nullable: true,
    description: 'The administrator who appointed the person (任命人); null for the set-up of the bank.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  appointedBy!: Ref<Staff> | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'From when on it counts: the appointment, or its approval by a second administrator (双人复核) where the group makes its members MANAGER or DESK; null while it waits and gives neither rights nor notices.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Field(() => Staff, {
    nullable: true,
    description: 'The second administrator (复核人); null where none was needed, or while it waits.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  approvedBy!: Ref<Staff> | null;

  /** Set with `validTo` when the person leaves before the term is over. */
  @Property({ type: 'timestamptz', nullable: true })
  dismissedAt!: Date | null;
}
