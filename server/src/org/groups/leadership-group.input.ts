import { Field, ID, InputType, Int } from 'type-graphql';
import { GroupKind, GroupPosition } from './leadership-group.js';
import { Post } from '../staff/staff.js';

@InputType({ description: 'A person in a group (组成员).' })
export class GroupMemberInput {
  @Field(() => ID, { description: 'Who; never the caller.' })
  staffId!: string;

  @Field(() => GroupPosition, { description: 'Position (组内职务).' })
  position!: GroupPosition;

  @Field(() => Post, { nullable: true, description: 'The post by which the person is a member (任职依据).' })
  basis?: Post | null;

  @Field(() => Date, {
    nullable: true,
    description: 'From when; at once unless said otherwise. A leader starts at once.',
  })
  validFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when, for a secondment (抽调). A leader has no end.' })
  validTo?: Date | null;
}

@InputType({ description: 'A new group with its people (新建应急组织).' })
export class CreateLeadershipGroupInput {
  @Field(() => GroupKind, { description: 'Kind (类型).' })
  kind!: GroupKind;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => ID, { description: 'The unit it works for (所属机构).' })
  orgUnitId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The leadership group above it (上级领导小组); a working group needs one.',
  })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Leading department (牵头部门): for project teams, and only for them.',
  })
  leadUnitId?: string | null;

  @Field(() => [GroupMemberInput], { description: 'Its people, exactly one of them LEADER.' })
  members!: GroupMemberInput[];
}

@InputType({ description: 'A person takes a position in a group (任命成员); a member already there changes position.' })
export class AppointMemberInput {
  @Field(() => Int, { description: 'The version of the group that was seen.' })
  expectedVersion!: number;

  @Field(() => GroupMemberInput, { description: 'Who, in which position.' })
  member!: GroupMemberInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Required to appoint a LEADER where there is one; the old one leaves.',
  })
  replacesLeader!: boolean;
}

@InputType({ description: 'Ends the work of a group (停用应急组织).' })
export class DeactivateLeadershipGroupInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Which groups; conditions add up.' })
export class LeadershipGroupFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, at most 100 characters.' })
  text?: string | null;

  @Field(() => [GroupKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: GroupKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit or below (辖内).' })
  orgUnitId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those at work, or only ended ones.' })
  isActive?: boolean | null;
}
