import { graphql } from '../gql';
import type { GrantRowFragment } from '../gql/graphql';

/** One grant as it is listed. */
export type GrantRow = GrantRowFragment;

graphql(`
  fragment GrantRow on RoleGrant {
    id
    role
    state
    withSubtree
    validFrom
    validTo
    approvedAt
    revokedAt
    staff {
      id
      name
      username
      orgUnit {
        id
        name
      }
    }
    orgUnit {
      id
      name
      pathNames
    }
    grantedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
    allowedActions {
      code
      label
      blockedBy
    }
  }
`);

export const RoleGrantsDocument = graphql(`
  query RoleGrants($staffId: ID, $filter: RoleGrantFilter, $page: PageInput) {
    roleGrants(staffId: $staffId, filter: $filter, page: $page) {
      totalCount
      items {
        ...GrantRow
      }
    }
  }
`);

export const GrantCountDocument = graphql(`
  query GrantCount($filter: RoleGrantFilter) {
    roleGrants(filter: $filter, page: { limit: 1 }) {
      totalCount
    }
  }
`);

export const GrantRoleDocument = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      id
      state
    }
  }
`);

export const ApproveGrantDocument = graphql(`
  mutation ApproveGrant($id: ID!) {
    approveGrant(id: $id) {
      id
    }
  }
`);

export const RevokeRoleDocument = graphql(`
  mutation RevokeRole($id: ID!) {
    revokeRole(id: $id) {
      id
    }
  }
`);
