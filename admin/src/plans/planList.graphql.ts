import { graphql } from '../gql';
import type { PlanRowFragment } from '../gql/graphql';

/** A plan as it is listed, with what its versions come to. */
export type PlanRow = PlanRowFragment;

graphql(`
  fragment PlanRow on Plan {
    id
    name
    kind
    orgUnit {
      id
      name
      pathNames
    }
    versions {
      id
      number
      state
      isInForce
      effectiveAt
      endedAt
      basisChanged
    }
  }
`);

export const PlansDocument = graphql(`
  query Plans($filter: PlanFilter, $page: PageInput) {
    plans(filter: $filter, page: $page) {
      totalCount
      items {
        ...PlanRow
      }
    }
  }
`);

export const PlanCountDocument = graphql(`
  query PlanCount($filter: PlanFilter) {
    plans(filter: $filter, page: { limit: 1 }) {
      totalCount
    }
  }
`);
