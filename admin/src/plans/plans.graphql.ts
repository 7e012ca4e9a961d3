import { graphql } from '../gql';
import type { PlanVersionDetailQuery } from '../gql/graphql';

export const PlanVersionDetailDocument = graphql(`
  query PlanVersionDetail($id: ID!) {
    planVersion(id: $id) {
      id
      version
      number
      state
      isInForce
      effectiveAt
      endedAt
      basisChanged
      principles
      preset
      submittedAt
      publishedAt
      returnReason
      retireReason
      draftedBy {
        id
        name
      }
      submittedBy {
        id
        name
      }
      publishedBy {
        id
        name
      }
      plan {
        id
        name
        kind
        orgUnit {
          id
          name
          pathNames
          parent {
            id
          }
        }
        allowedActions {
          code
          label
          blockedBy
        }
        versions {
          id
          number
          state
          isInForce
          effectiveAt
          endedAt
          createdAt
        }
      }
      basis {
        id
        title
        number
        issuedOn
        source {
          id
          number
          state
          plan {
            id
            name
            orgUnit {
              id
              name
            }
          }
        }
      }
      duties {
        id
        text
        orgUnit {
          id
          name
        }
      }
      deskGroup {
        id
        name
      }
      deskDepartment {
        id
        name
      }
      policy {
        ...Rules
      }
      routeUnits {
        id
        name
      }
      routeGroups {
        id
        name
      }
      receipts {
        id
        acknowledgedAt
        acknowledgedBy {
          id
          name
        }
        orgUnit {
          id
          name
        }
        allowedActions {
          code
          label
        }
      }
      demands {
        ...Demand
      }
      allowedActions {
        code
        label
        blockedBy
      }
    }
  }
`);

graphql(`
  fragment Demand on PlanDemand {
    demand {
      clause
      groupKind
      label
      eachUnitKinds
      positions {
        clause
        label
        position
        post
        eachUnitKind
      }
    }
    group {
      id
      name
    }
    vacancies {
      unitNames
      position {
        clause
        label
      }
    }
    unitNamesWithout
  }
`);

export const PlanVersionDiffDocument = graphql(`
  query PlanVersionDiff($fromId: ID!, $toId: ID!) {
    planVersionDiff(fromId: $fromId, toId: $toId) {
      path
      label
      before
      after
    }
  }
`);

export const RegulationPresetsDocument = graphql(`
  query RegulationPresets {
    regulationPresets {
      code
      name
      statements {
        text
        dayCount
        isVerified
      }
    }
  }
`);

/** A version of a plan with all that it says. */
export type PlanVersion = NonNullable<PlanVersionDetailQuery['planVersion']>;
/** How far a demand of a preset is met. */
export type Demand = PlanVersion['demands'][number];
