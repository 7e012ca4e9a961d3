import { Field, ID, InputType, Int } from 'type-graphql';
import { Role } from '../grants/role-grant.js';
import { Post } from './staff.js';

@InputType({ description: 'A new member of staff (新增员工).' })
export class CreateStaffInput {
  @Field(() => String, { description: 'Employee number (工号), which is also the sign-in name.' })
  username!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name!: string;

  @Field(() => String, { description: 'First password (初始密码), at least 12 characters.' })
  password!: string;

  @Field(() => ID, { description: 'The unit the person belongs to (所在机构).' })
  orgUnitId!: string;

  @Field(() => Post, { nullable: true, description: 'Job in the bank (职务).' })
  post?: Post | null;

  @Field(() => String, { nullable: true, description: 'Telephone for notices (电话).' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail for notices (电子邮箱).' })
  email?: string | null;
}

@InputType({ description: 'A member of staff leaves (停用员工).' })
export class DeactivateStaffInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Which people; conditions add up.' })
export class StaffFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or employee number, at most 100 characters.' })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this unit or below (辖内).' })
  orgUnitId?: string | null;

  @Field(() => [Post], { nullable: true, description: 'In one of these jobs (职务).' })
  post?: Post[] | null;

  @Field(() => [Role], {
    nullable: true,
    description: 'With a grant of one of these roles in force (岗位); for administrators and auditors.',
  })
  role?: Role[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those at work, or only those who left.' })
  isActive?: boolean | null;
}
