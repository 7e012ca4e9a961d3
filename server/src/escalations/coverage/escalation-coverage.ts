import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { GroupPosition, LeadershipGroup } from '../../org/groups/leadership-group.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { EscalationLevel, EscalationTrigger } from '../enumerations.js';

export const EscalationGapReason = defineEnum('EscalationGapReason', 'Why nobody stands on a step (升级盲区原因).', {
  NO_GROUP: 'There is no such group, here or above (未设组织).',
  VACANT: 'The nearest group has nobody at work in these positions (职位空缺).',
});
export type EscalationGapReason = keyof typeof EscalationGapReason;

@ObjectType({ description: 'One step of a ladder and who stands on it (升级步骤).' })
export class EscalationStep {
  @Field(() => EscalationLevel, { description: 'The step (升级层级).' })
  step!: EscalationLevel;

  @Field(() => OrgUnit, { nullable: true, description: 'Whose people they are; null where nobody stands.' })
  orgUnit!: OrgUnit | null;

  @Field(() => LeadershipGroup, { nullable: true, description: 'Their group; null for a department, or for nobody.' })
  group!: LeadershipGroup | null;

  @Field(() => OrgUnit, { nullable: true, description: 'The department that is the desk; null for a group.' })
  department!: OrgUnit | null;

  @Field(() => [Staff], { description: 'Who is told, at most 50 of them; empty where the step is passed over.' })
  staff!: Staff[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes after the cause when they are told, if nobody signs before and outside quiet hours; null where the step is passed over.',
  })
  afterMinutes!: number | null;
}

@ObjectType({ description: 'A step of the ladder of a unit on which nobody stands as it should be (升级盲区).' })
export class EscalationGap {
  @Field(() => OrgUnit, { description: 'The unit whose complaints would meet it.' })
  orgUnit!: OrgUnit;

  @Field(() => EscalationLevel, { description: 'The step (升级层级).' })
  step!: EscalationLevel;

  @Field(() => [GroupPosition], { description: 'The positions that would be told; empty where the whole desk is.' })
  positions!: GroupPosition[];

  @Field(() => EscalationGapReason, { description: 'What is missing.' })
  reason!: EscalationGapReason;

  @Field(() => LeadershipGroup, { nullable: true, description: 'The vacant group; null where there is none.' })
  group!: LeadershipGroup | null;

  @Field(() => EscalationStep, {
    nullable: true,
    description: 'Who is told instead: the same step further up the tree, or a higher one; null when nobody is.',
  })
  climbsTo!: EscalationStep | null;

  @Field(() => [EscalationTrigger], { description: 'The triggers whose ladder comes to this step.' })
  triggers!: EscalationTrigger[];
}

@ObjectType({
  description:
    'Whether everything that escalates reaches somebody (升级覆盖), worked out by the rules of the escalation itself. It knows no complaint: who handles one, and who is complained of, changes it there.',
})
export class EscalationCoverage {
  @Field(() => OrgUnit, { description: 'The unit that was looked at, with everything below it.' })
  orgUnit!: OrgUnit;

  @Field(() => Int, { description: 'Active units looked at.' })
  unitCount!: number;

  @Field(() => Int, { description: 'Cases looked at: each unit with each level and each trigger that applies to it.' })
  caseCount!: number;

  @Field(() => Int, { description: 'Cases in which nobody at all would be told.' })
  unreachedCount!: number;
}
