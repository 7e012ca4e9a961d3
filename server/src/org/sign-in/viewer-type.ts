import { Field, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { OrgUnit } from '../units/org-unit.js';
import { Role } from '../grants/role-grant.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { Staff } from '../staff/staff.js';

export const ViewerKind = defineEnum('ViewerKind', 'What asks.', {
  STAFF: 'A member of staff, signed in (员工).',
  API_KEY: 'A channel app with its key (渠道系统).',
});
export type ViewerKind = keyof typeof ViewerKind;

export const Capability = defineEnum(
  'Capability',
  'What a client may offer the viewer; each act is judged again when it is done.',
  {
    REGISTER_COMPLAINT: 'Register complaints (登记投诉).',
    READ_COMPLAINTS: 'Read complaints beyond those registered in person (查看投诉).',
    READ_ESCALATIONS: 'Follow escalations (查看升级).',
    READ_STATISTICS: 'See the numbers of the dashboard (查看统计).',
    ADMINISTER: 'Set up units, staff, grants, groups and keys (系统管理).',
    READ_AUDIT: 'Read the audit and access logs (查看审计日志和查阅记录).',
    IMPORT_HISTORY: 'Bring in closed complaints of the past (导入历史投诉).',
    TRAIN: 'Run drills and training (培训演练).',
  },
);
export type Capability = keyof typeof Capability;

export const SessionMode = defineEnum('SessionMode', 'How the session travels.', {
  COOKIE: 'In an HttpOnly cookie: for browsers.',
  TOKEN: 'As a bearer token in the answer: for manager apps and scripts.',
});
export type SessionMode = keyof typeof SessionMode;

@ObjectType({ description: 'A role that the viewer holds now, granted or by membership in a group (岗位).' })
export class ViewerRole {
  @Field(() => Role, { description: 'The role (岗位).' })
  role!: Role;

  @Field(() => OrgUnit, { description: 'Where it holds (机构).' })
  orgUnit!: OrgUnit;

  @Field(() => Boolean, { description: 'Whether it holds for the units below, too (含辖内).' })
  withSubtree!: boolean;
}

@ObjectType('Viewer', { description: 'Who asks, and with which rights as of now (当前用户).' })
export class ViewerType {
  @Field(() => ViewerKind, { description: 'A person or an app.' })
  kind!: ViewerKind;

  @Field(() => Staff, { nullable: true, description: 'The person (员工); null for an app.' })
  staff!: Staff | null;

  @Field(() => [ViewerRole], { description: 'Roles held now (岗位).' })
  roles!: ViewerRole[];

  @Field(() => [Capability], { description: 'What a client may offer.' })
  capabilities!: Capability[];

  @Field(() => Boolean, { description: 'Whether this is the demo bank (演示).' })
  isDemo!: boolean;

  @Field(() => Date, { nullable: true, description: 'When the session ends at the latest; null for an app.' })
  sessionExpiresAt!: Date | null;

  @Field(() => SecondFactor, {
    nullable: true,
    description: 'The one-time codes that were set up (动态口令); null when none were.',
  })
  secondFactor!: SecondFactor | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the session may do what asks for `stepUp`; null when it may not now.',
  })
  stepUpExpiresAt!: Date | null;
}

@ObjectType({ description: 'A sign-in that worked (登录会话).' })
export class Session {
  @Field(() => String, { nullable: true, description: 'Send it as `Authorization: Bearer …`; null in COOKIE mode.' })
  token!: string | null;

  @Field(() => Date, { description: 'When it ends at the latest; half an hour without a request ends it earlier.' })
  expiresAt!: Date;

  @Field(() => ViewerType, { description: 'Who is signed in.' })
  viewer!: ViewerType;
}
