import { graphql } from '../gql';
import type { ImportRosterMutation, LeadershipGroupQuery } from '../gql/graphql';

export const LeadershipGroupsDocument = graphql(`
  query LeadershipGroups($filter: LeadershipGroupFilter, $page: PageInput) {
    leadershipGroups(filter: $filter, page: $page) {
      totalCount
      items {
        id
        name
        kind
        orgUnit {
          id
          name
        }
        members {
          approvedAt
        }
      }
    }
    orgUnitsWithoutTeam(page: { limit: 10 }) {
      totalCount
      items {
        id
        name
      }
    }
  }
`);

export const LeadershipGroupDocument = graphql(`
  query LeadershipGroup($id: ID!) {
    leadershipGroup(id: $id) {
      id
      version
      name
      kind
      isActive
      createdAt
      orgUnit {
        id
        name
        pathNames
      }
      parent {
        id
        name
      }
      leadUnit {
        name
      }
      allowedActions {
        code
        label
        blockedBy
      }
      members {
        id
        position
        basis
        validFrom
        validTo
        approvedAt
        staff {
          id
          name
          isActive
          orgUnit {
            name
          }
        }
        appointedBy {
          name
        }
        allowedActions {
          code
          label
          blockedBy
        }
      }
    }
  }
`);

export const AppointmentEffectDocument = graphql(`
  query AppointmentEffect($groupId: ID!, $input: AppointmentEffectInput!) {
    appointmentEffect(groupId: $groupId, input: $input) {
      isWaiting
      gains {
        right
        orgUnit {
          name
        }
      }
      ends {
        position
        staff {
          id
          name
        }
      }
    }
  }
`);

export const CreateLeadershipGroupDocument = graphql(`
  mutation CreateLeadershipGroup($input: CreateLeadershipGroupInput!) {
    createLeadershipGroup(input: $input) {
      id
    }
  }
`);

export const AppointMemberDocument = graphql(`
  mutation AppointMember($groupId: ID!, $input: AppointMemberInput!) {
    appointMember(groupId: $groupId, input: $input) {
      id
    }
  }
`);

export const GroupRosterDocument = graphql(`
  query GroupRoster($groupId: ID!) {
    groupRoster(groupId: $groupId)
  }
`);

export const ImportRosterDocument = graphql(`
  mutation ImportRoster($groupId: ID!, $input: ImportRosterInput!) {
    importRoster(groupId: $groupId, input: $input) {
      keptCount
      changes {
        line
        username
        name
        formerPosition
        position
        isWaiting
      }
    }
  }
`);

export const ApproveMemberDocument = graphql(`
  mutation ApproveMember($groupId: ID!, $memberId: ID!) {
    approveMember(groupId: $groupId, memberId: $memberId) {
      id
    }
  }
`);

export const DismissMemberDocument = graphql(`
  mutation DismissMember($groupId: ID!, $memberId: ID!) {
    dismissMember(groupId: $groupId, memberId: $memberId) {
      id
    }
  }
`);

export const DeactivateLeadershipGroupDocument = graphql(`
  mutation DeactivateLeadershipGroup($id: ID!, $input: DeactivateLeadershipGroupInput!) {
    deactivateLeadershipGroup(id: $id, input: $input) {
      id
    }
  }
`);

/** What a list would change in a group. */
export type RosterImport = ImportRosterMutation['importRoster'];
/** A group with its people. */
export type Group = NonNullable<LeadershipGroupQuery['leadershipGroup']>;
/** A person in a group. */
export type Member = Group['members'][number];
/** A verb as the server offers it. */
export type Action = Group['allowedActions'][number];
