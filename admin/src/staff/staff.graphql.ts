import { graphql } from '../gql';
import type { ExplainAccessQuery, StaffPageQuery, StaffRowFragment } from '../gql/graphql';

/** One person as listed. */
export type StaffRow = StaffRowFragment;
/** A person's own page. */
export type StaffDetail = NonNullable<StaffPageQuery['staffMember']>;
/** Why somebody can see something. */
export type Explanation = NonNullable<ExplainAccessQuery['explainAccess']>;

graphql(`
  fragment StaffRow on Staff {
    id
    version
    username
    name
    post
    isActive
    orgUnit {
      id
      name
      pathNames
    }
  }
`);

export const StaffListDocument = graphql(`
  query StaffList($filter: StaffFilter, $page: PageInput) {
    staffMembers(filter: $filter, page: $page) {
      totalCount
      totalCountIsExact
      items {
        ...StaffRow
      }
    }
  }
`);

export const StaffPersonDocument = graphql(`
  query StaffPerson($id: ID!) {
    staffMember(id: $id) {
      ...StaffRow
    }
  }
`);

export const StaffPageDocument = graphql(`
  query StaffPage($id: ID!) {
    staffMember(id: $id) {
      ...StaffRow
      memberships {
        id
        position
        validFrom
        validTo
        approvedAt
        group {
          id
          name
          kind
          isActive
          orgUnit {
            id
            name
          }
        }
      }
    }
    roleGrants(staffId: $id, page: { limit: 100 }) {
      items {
        ...GrantRow
      }
    }
  }
`);

export const ExplainAccessDocument = graphql(`
  query ExplainAccess($input: ExplainAccessInput!) {
    explainAccess(input: $input) {
      isGranted
      text
      reasons {
        source
        text
        validFrom
        validTo
      }
    }
  }
`);

export const CreateStaffDocument = graphql(`
  mutation CreateStaff($input: CreateStaffInput!) {
    createStaff(input: $input) {
      id
    }
  }
`);

export const DeactivateStaffDocument = graphql(`
  mutation DeactivateStaff($id: ID!, $input: DeactivateStaffInput!) {
    deactivateStaff(id: $id, input: $input) {
      id
    }
  }
`);
