import './org.messages.js';
import './org.readability.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { LeadershipGroupResolver } from './leadership-group.resolver.js';
import { OrgUnitResolver } from './org-unit.resolver.js';
import { RoleGrantResolver } from './role-grant.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';
import { StaffResolver } from './staff.resolver.js';

/** The resolvers of this slice. */
export const orgResolvers = [
  SignInResolver,
  OrgUnitResolver,
  StaffResolver,
  RoleGrantResolver,
  LeadershipGroupResolver,
  ApiKeyResolver,
];
