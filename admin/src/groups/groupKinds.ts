import type { GroupKind } from '../gql/graphql';

/** Kinds of group in the order of the bank. */
export const groupKinds: readonly GroupKind[] = [
  'LEADERSHIP_GROUP',
  'OFFICE',
  'CENTER',
  'WORKING_GROUP',
  'PROJECT_TEAM',
  'FIELD_TEAM',
  'HANDLING_TEAM',
];
