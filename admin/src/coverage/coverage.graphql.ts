import { graphql } from '../gql';
import type { CoverageQuery, CoverageLadderQuery } from '../gql/graphql';

export const CoverageDocument = graphql(`
  query Coverage($orgUnitId: ID!, $filter: EscalationGapFilter, $page: PageInput) {
    escalationCoverage(orgUnitId: $orgUnitId) {
      unitCount
      caseCount
      unreachedCount
      orgUnit {
        id
        name
      }
      gaps(filter: $filter, page: $page) {
        totalCount
        items {
          step
          positions
          reason
          triggers
          orgUnit {
            id
            name
            pathNames
          }
          group {
            id
            name
          }
          climbsTo {
            step
            orgUnit {
              name
            }
          }
        }
      }
    }
  }
`);

export const CoverageLadderDocument = graphql(`
  query CoverageLadder($orgUnitId: ID!, $trigger: EscalationTrigger!, $level: Level!) {
    escalationCoverage(orgUnitId: $orgUnitId) {
      orgUnit {
        name
      }
      ladder(trigger: $trigger, level: $level) {
        step
        afterMinutes
        orgUnit {
          name
        }
        group {
          id
          name
        }
        department {
          name
        }
        staff {
          id
          name
        }
      }
    }
  }
`);

/** One gap of the ladder. */
export type Gap = NonNullable<CoverageQuery['escalationCoverage']>['gaps']['items'][number];
/** One step of a unit's ladder. */
export type LadderStep = NonNullable<CoverageLadderQuery['escalationCoverage']>['ladder'][number];
