import { Field, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { GroupKind, GroupPosition } from '../../org/groups/leadership-group.js';
import { Post } from '../../org/staff/staff.js';
import { OrgUnitKind } from '../../org/units/org-unit.js';
import { PlanKind } from '../plan.js';
import type { PresetCode } from './preset.js';

export const PlanPresetCode = defineEnum<PresetCode>(
  'PlanPresetCode',
  'The contingency plans that a bank can begin from (预案模板).',
  {
    D1: 'Special contingency plan for complaints (银行投诉专项应急预案).',
    D2: 'Contingency plan for complaints (银行投诉应急预案).',
    D3: 'Contingency plan for customer complaints (银行客户投诉应急预案).',
    D4: 'Contingency plan for consumer complaints (银行消费者投诉应急预案).',
    D5: 'Contingency plan for complaint handling, template (银行投诉处理应急预案模板).',
    D6: 'Contingency plan for common complaints (银行常见投诉应急预案).',
    D7: 'Contingency plan for handling customer complaints (银行处理客户投诉应急预案).',
    D8: 'Contingency plan for mass complaints (银行群体投诉应急预案).',
    D9: 'Contingency plan for complaints during the IT blueprint go-live (IT蓝图项目投产客户投诉处理应急预案).',
  },
);

const clauseText = 'Clause that it follows (条款), such as `D5-五.3(2)`.';

@ObjectType({ description: 'A place in a group that a plan wants held (岗位要求).' })
export class PlanPresetPosition {
  @Field(() => String, { description: clauseText })
  clause!: string;

  @Field(() => GroupPosition, { nullable: true, description: 'Position (组内职务); null where any will do.' })
  position!: GroupPosition | null;

  @Field(() => Post, { nullable: true, description: 'By which post (任职依据); null where any will do.' })
  post!: Post | null;

  @Field(() => String, { nullable: true, description: 'From which department (部门); null where any will do.' })
  departmentName!: string | null;

  @Field(() => OrgUnitKind, {
    nullable: true,
    description: 'One person from each unit of this kind below (各机构); null where one is enough.',
  })
  eachUnitKind!: OrgUnitKind | null;

  @Field(() => String, { description: "All of it in words, in the caller's language." })
  label!: string;
}

@ObjectType({ description: 'A group that a plan demands (组织要求).' })
export class PlanPresetDemand {
  @Field(() => String, { description: clauseText })
  clause!: string;

  @Field(() => GroupKind, { description: 'Kind of the group (应急组织类型).' })
  groupKind!: GroupKind;

  @Field(() => GroupKind, { nullable: true, description: 'Kind of the group above it (上级组织); null where none.' })
  underKind!: GroupKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Department that leads it (牵头部门); null but for project teams.',
  })
  leadDepartmentName!: string | null;

  @Field(() => [OrgUnitKind], {
    description: 'One at every unit of these kinds below (各机构); empty = one at the unit of the plan.',
  })
  eachUnitKinds!: OrgUnitKind[];

  @Field(() => [PlanPresetPosition], { description: 'Who must stand in it (岗位要求), at most 20.' })
  positions!: PlanPresetPosition[];

  @Field(() => String, { description: "The group in words, in the caller's language." })
  label!: string;
}

@ObjectType({ description: 'One thing that a preset has and the default rules have not (与默认规则的差异).' })
export class PlanPresetDifference {
  @Field(() => [String], { description: 'Clauses that it follows (条款), at least one, such as `D5-五.3(2)`.' })
  clauses!: string[];

  @Field(() => String, { description: "What it is about, in the caller's language." })
  label!: string;

  @Field(() => String, { description: "What the preset says, in the caller's language." })
  value!: string;

  @Field(() => Boolean, {
    description: 'Whether the number or the wording is ours, because the clause asks for it and gives none.',
  })
  isOwn!: boolean;
}

@ObjectType({ description: 'A ready-made contingency plan (预案模板), in our own words.' })
export class PlanPreset {
  @Field(() => PlanPresetCode, { description: 'Code (编码).' })
  code!: PresetCode;

  @Field(() => PlanKind, { description: 'Kind of plan that it makes (类型).' })
  kind!: PlanKind;

  @Field(() => String, { description: "Name in the caller's language (名称)." })
  name!: string;

  @Field(() => String, { description: "What it is for, in the caller's language (简介)." })
  summary!: string;

  @Field(() => String, {
    description: 'Who screens, assigns and closes under it (投诉管理部门): a group or a department.',
  })
  deskName!: string;

  @Field(() => [PlanPresetDemand], {
    description: 'Groups and positions that it demands (组织和岗位要求), at most 10.',
  })
  demands!: PlanPresetDemand[];

  @Field(() => [PlanPresetDifference], {
    description: 'What it has and the default rules have not, at most 100; never empty.',
  })
  differences!: PlanPresetDifference[];
}
