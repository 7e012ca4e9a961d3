import { Field, ObjectType } from 'type-graphql';
import { LeadershipGroup } from '../../org/groups/leadership-group.js';
import { PlanPresetDemand, PlanPresetPosition } from './plan-preset.js';

@ObjectType({ description: 'A demanded position that nobody holds (空缺岗位).' })
export class PlanVacancy {
  @Field(() => PlanPresetPosition, { description: 'What is demanded (岗位要求).' })
  position!: PlanPresetPosition;

  @Field(() => [String], {
    description: 'Units that have nobody in it, where it is one from each (各机构); else empty. At most 200.',
  })
  unitNames!: string[];
}

@ObjectType({ description: 'How far a demand of the preset of a version is met (组织和岗位落实情况).' })
export class PlanDemand {
  @Field(() => PlanPresetDemand, { description: 'What is demanded (组织要求).' })
  demand!: PlanPresetDemand;

  @Field(() => LeadershipGroup, {
    nullable: true,
    description:
      'The group that meets it best (对应组织); null while there is none, and where many units need one each.',
  })
  group!: LeadershipGroup | null;

  @Field(() => [PlanVacancy], {
    description: 'What nobody holds (空缺岗位), at most 20; publishing is refused until this is empty.',
  })
  vacancies!: PlanVacancy[];

  @Field(() => [String], {
    description:
      'Units that are to have such a group and have none (尚未设立的机构), at most 200; publishing does not wait for them.',
  })
  unitNamesWithout!: string[];
}
