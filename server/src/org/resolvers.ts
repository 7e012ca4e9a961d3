import './org.messages.js';
import './org.readability.js';
import './second-factor/second-factor.messages.js';
import { ApiKeyActionsResolver, ApiKeyResolver } from './api-keys/api-key.resolver.js';
import { AppointmentEffectResolver } from './groups/appointment-effect.resolver.js';
import { GroupMemberResolver, LeadershipGroupResolver } from './groups/leadership-group.resolver.js';
import { RosterResolver } from './groups/roster.resolver.js';
import { OrgUnitResolver } from './units/org-unit.resolver.js';
import { RoleGrantResolver } from './grants/role-grant.resolver.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import { SessionResolver } from './sign-in/session.resolver.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { StaffResolver } from './staff/staff.resolver.js';

/** The resolvers of this slice. */
export const orgResolvers = [
  SignInResolver,
  SessionResolver,
  SecondFactorResolver,
  OrgUnitResolver,
  StaffResolver,
  RoleGrantResolver,
  LeadershipGroupResolver,
  GroupMemberResolver,
  AppointmentEffectResolver,
  RosterResolver,
  ApiKeyResolver,
  ApiKeyActionsResolver,
];
