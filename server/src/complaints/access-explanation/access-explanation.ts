import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';

export const AccessSource = defineEnum('AccessSource', 'What lets a person see something (权限来由).', {
  ROLE_GRANT: 'A role granted to the person (岗位授权).',
  GROUP_MEMBERSHIP: 'A position in a group (应急组织任职).',
  DESK_DUTY: 'The group or department is the desk of a unit (承担投诉管理部门职责).',
  REGISTERED: 'The person registered it (登记人).',
  RESPONSIBLE: 'The person answers for it (责任人).',
  FIRST_HANDLER: 'The person was asked first (首问责任人).',
  ASSIGNED: 'The person is asked to take it over (被分派人员).',
  LEAD: 'The person leads its investigation (主办人).',
  ASKED_TO_HELP: 'The unit where the person works is or was asked to help with it (所在机构被请求协办).',
  SHARED: 'The person was told of it, as by an escalation (知会).',
});
export type AccessSource = keyof typeof AccessSource;

@InputType({ description: 'Whose access is asked about, and to what: one complaint, or the complaints of one unit.' })
export class ExplainAccessInput {
  @Field(() => ID, { description: 'The person.' })
  staffId!: string;

  @Field(() => String, { nullable: true, description: 'Number of the complaint (投诉编号); or give `orgUnitId`.' })
  complaintReference?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit (机构); or give `complaintReference`.' })
  orgUnitId?: string | null;
}

@ObjectType({ description: 'One thing that lets a person see something.' })
export class AccessReason {
  @Field(() => AccessSource, { description: 'What kind of thing (权限来由).' })
  source!: AccessSource;

  @Field(() => String, { description: "The reason in words, with its place, in the caller's language." })
  text!: string;

  @Field(() => Date, { nullable: true, description: 'From when it holds; null for a part in the complaint itself.' })
  validFrom!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when it holds; null while no end is set.' })
  validTo!: Date | null;
}

@ObjectType({
  description:
    'Whether and why a person can see a complaint, or complaints of a unit (权限说明); nothing else of them.',
})
export class AccessExplanation {
  @Field(() => Boolean, { description: 'Whether the person can see it now.' })
  isGranted!: boolean;

  @Field(() => String, { description: "The answer in one sentence, in the caller's language." })
  text!: string;

  @Field(() => [AccessReason], { description: 'What lets them, at most 100; none when nothing does.' })
  reasons!: AccessReason[];
}
