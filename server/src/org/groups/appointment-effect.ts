import { Field, InputType, ID, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { OrgUnit } from '../units/org-unit.js';
import { GroupMember, GroupPosition } from './leadership-group.js';

export const PositionRight = defineEnum('PositionRight', 'What a position in a group lets a person do (职务权限).', {
  MANAGER: 'Follow, approve, decide appeals (管理层).',
  PLAN_REVIEWER: 'Review, publish and retire plans: everybody in a leadership group (预案审批).',
  COMMANDER: 'Command an emergency: leader and deputies (应急指挥).',
  DESK: 'Screen, assign, close and report (投诉管理岗).',
  DESK_READER: 'Read like the desk (同投诉管理岗查看).',
  HANDLER: 'Investigate and execute (经办岗).',
  TEAM_LEADER: 'Lead a handling team: read all of its unit, sign for its escalations (小组负责人).',
});
export type PositionRight = keyof typeof PositionRight;

@ObjectType({ description: 'A right at a unit and below it (职务权限).' })
export class GainedRight {
  @Field(() => PositionRight, { description: 'The right.' })
  right!: PositionRight;

  @Field(() => OrgUnit, { description: 'Where it holds, with everything below (含辖内).' })
  orgUnit!: OrgUnit;
}

@InputType({ description: 'An appointment that is only thought of (拟任命).' })
export class AppointmentEffectInput {
  @Field(() => ID, { description: 'Who.' })
  staffId!: string;

  @Field(() => GroupPosition, { description: 'Position (组内职务).' })
  position!: GroupPosition;
}

@ObjectType({ description: 'What an appointment would change (任命影响); nothing is changed by asking.' })
export class AppointmentEffect {
  @Field(() => [GainedRight], { description: 'Rights that the person would gain, beyond those held now.' })
  gains!: GainedRight[];

  @Field(() => Boolean, { description: 'Whether it would wait for a second administrator (双人复核).' })
  isWaiting!: boolean;

  @Field(() => [GroupMember], {
    description:
      "Memberships of this group that it would end: a former leader's, and the person's own former position.",
  })
  ends!: GroupMember[];
}
