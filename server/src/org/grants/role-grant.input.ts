import { Field, ID, InputType } from 'type-graphql';
import { Role } from './role-grant.js';

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
