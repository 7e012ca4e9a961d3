import { Field, Int, ObjectType } from 'type-graphql';
import { Role } from '../grants/role-grant.js';

@ObjectType({ description: 'A person whose rights a move changes (权限变化).' })
export class MovedRight {
  @Field(() => String, { description: 'Employee number (工号).' })
  username!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name!: string;

  @Field(() => String, { description: 'The unit the person belongs to (所在机构).' })
  unitName!: string;

  @Field(() => [Role], { description: 'The roles concerned, granted or by membership in a group (岗位).' })
  roles!: Role[];
}

@ObjectType({ description: 'What moving a unit would bring (划转试算).' })
export class OrgUnitMove {
  @Field(() => [String], { description: 'Names from the head office down to the unit, after the move.' })
  pathNames!: string[];

  @Field(() => Int, { description: 'Units at work that move, the unit itself included.' })
  unitCount!: number;

  @Field(() => Int, { description: 'People at work in them.' })
  staffCount!: number;

  @Field(() => Int, { description: 'Groups at work in them (应急组织).' })
  groupCount!: number;

  @Field(() => [MovedRight], { description: 'Who gains rights over them (新增权限), at most 200.' })
  gaining!: MovedRight[];

  @Field(() => [MovedRight], { description: 'Who loses rights over them (失去权限), at most 200.' })
  losing!: MovedRight[];
}
