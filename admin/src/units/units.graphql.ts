import { graphql } from '../gql';
import type { OrgUnitMoveQuery, UnitDetailQuery, UnitRowFragment } from '../gql/graphql';

/** One line of the tree. */
export type UnitRow = UnitRowFragment;
/** What the page shows of the chosen unit. */
export type UnitDetail = NonNullable<UnitDetailQuery['orgUnit']>;
/** What a move would bring. */
export type MovePreview = NonNullable<OrgUnitMoveQuery['previewOrgUnitMove']>;

graphql(`
  fragment UnitRow on OrgUnit {
    id
    code
    name
    kind
    isActive
    pathNames
    hasUnitsBelow
    handlingTeams {
      id
    }
  }
`);

export const UnitRowsDocument = graphql(`
  query UnitRows($filter: OrgUnitFilter!, $page: PageInput) {
    orgUnits(filter: $filter, page: $page) {
      items {
        ...UnitRow
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** The chain of a unit up to the head office: the tree opens along it. */
export const UnitChainDocument = graphql(`
  query UnitChain($id: ID!) {
    orgUnit(id: $id) {
      id
      parent {
        id
        parent {
          id
          parent {
            id
            parent {
              id
              parent {
                id
                parent {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const UnitDetailDocument = graphql(`
  query UnitDetail($id: ID!) {
    orgUnit(id: $id) {
      id
      version
      code
      name
      kind
      isActive
      pathNames
      parent {
        id
        name
      }
      handlingTeams {
        id
        name
      }
    }
    orgUnits(filter: { underId: $id, isActive: true }, page: { limit: 1 }) {
      totalCount
    }
    staffMembers(filter: { orgUnitId: $id, isActive: true }, page: { limit: 5 }) {
      totalCount
      items {
        id
        name
        post
        orgUnit {
          id
          name
        }
      }
    }
    leadershipGroups(filter: { orgUnitId: $id, isActive: true }, page: { limit: 1 }) {
      totalCount
    }
  }
`);

export const OrgUnitMoveDocument = graphql(`
  query OrgUnitMove($id: ID!, $input: MoveOrgUnitInput!) {
    previewOrgUnitMove(id: $id, input: $input) {
      pathNames
      unitCount
      staffCount
      groupCount
      gaining {
        username
        name
        unitName
        roles
      }
      losing {
        username
        name
        unitName
        roles
      }
    }
  }
`);

export const CreateOrgUnitDocument = graphql(`
  mutation CreateOrgUnit($input: CreateOrgUnitInput!) {
    createOrgUnit(input: $input) {
      id
    }
  }
`);

export const UpdateOrgUnitDocument = graphql(`
  mutation UpdateOrgUnit($id: ID!, $input: UpdateOrgUnitInput!) {
    updateOrgUnit(id: $id, input: $input) {
      id
    }
  }
`);

export const MoveOrgUnitDocument = graphql(`
  mutation MoveOrgUnit($id: ID!, $input: MoveOrgUnitInput!) {
    moveOrgUnit(id: $id, input: $input) {
      id
    }
  }
`);

export const DeactivateOrgUnitDocument = graphql(`
  mutation DeactivateOrgUnit($id: ID!, $input: DeactivateOrgUnitInput!) {
    deactivateOrgUnit(id: $id, input: $input) {
      id
    }
  }
`);
