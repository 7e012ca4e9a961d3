import { Field, ID, InputType } from 'type-graphql';
import { GroupMemberInput } from '../../org/groups/leadership-group.input.js';
import { GroupKind } from '../../org/groups/leadership-group.js';
import { PlanPresetCode } from './plan-preset.js';
import type { PresetCode } from './preset.js';

@InputType({ description: 'A demanded group to set up in the same step (随预案新建的组织).' })
export class AdoptedGroupInput {
  @Field(() => GroupKind, { description: 'Which demanded group (应急组织类型).' })
  kind!: GroupKind;

  @Field(() => String, { nullable: true, description: 'Name (名称); that of its kind unless said otherwise.' })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Leading department (牵头部门): for project teams, and only for them.',
  })
  leadUnitId?: string | null;

  @Field(() => [GroupMemberInput], {
    description: 'Its people, exactly one of them LEADER; nobody joins by themselves.',
  })
  members!: GroupMemberInput[];
}

@InputType({ description: 'Which plan a unit begins from (套用预案模板).' })
export class AdoptPlanPresetInput {
  @Field(() => PlanPresetCode, { description: 'The preset (预案模板).' })
  preset!: PresetCode;

  @Field(() => ID, { description: 'The unit that the plan is for (适用机构).' })
  orgUnitId!: string;

  @Field(() => [AdoptedGroupInput], {
    nullable: true,
    description:
      'Demanded groups to set up in the same step, at most one of each kind; those that are there are matched. Needs step-up.',
  })
  groups?: AdoptedGroupInput[] | null;
}
