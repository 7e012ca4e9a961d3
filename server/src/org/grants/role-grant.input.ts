import { Field, ID, InputType } from 'type-graphql';
import { GrantState, Role } from './role-grant.js';

@InputType({ description: 'A role for a person (岗位授权).' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Who gets it; never the caller.' })
  staffId!: string;

  @Field(() => Role, { description: 'The role (岗位).' })
  role!: Role;

  @Field(() => ID, { description: 'Where it holds (机构).' })
  orgUnitId!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it holds for the units below, too (含辖内).' })
  withSubtree!: boolean;

  @Field(() => Date, { nullable: true, description: 'From when; at once unless said otherwise.' })
  validFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when; until revoked unless said otherwise.' })
  validTo?: Date | null;
}

@InputType({ description: 'Which grants; conditions add up.' })
export class RoleGrantFilter {
  @Field(() => [GrantState], { nullable: true, description: 'Standing at one of these (授权状态).' })
  state?: GrantState[] | null;

  @Field(() => [Role], { nullable: true, description: 'Of one of these roles (岗位).' })
  role?: Role[] | null;

  @Field(() => ID, { nullable: true, description: 'Holding at this unit or at one below it (辖内).' })
  orgUnitId?: string | null;
}
