import type { Post } from '../gql/graphql';

/** Posts by which somebody can be a member, highest first. */
export const posts: readonly Post[] = [
  'PRESIDENT',
  'VICE_PRESIDENT',
  'DEPARTMENT_HEAD',
  'OUTLET_MANAGER',
  'RISK_OFFICER',
  'PRODUCT_MANAGER',
  'RELATIONSHIP_MANAGER',
  'SERVICE_AGENT',
  'KEY_STAFF',
  'TELLER',
];
