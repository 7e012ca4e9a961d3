import { graphql } from '../gql';
import type { EscalationRowFragment } from '../gql/graphql';

/** One row of the escalation list. */
export type EscalationRow = EscalationRowFragment;

graphql(`
  fragment EscalationRow on Escalation {
    id
    version
    reference
    trigger
    status
    level
    cause
    raisedAt
    nextAt
    nextLevel
    acknowledgedAt
    acknowledgedBy {
      ...Person
    }
    resolvedAt
    resolution
    isDrill
    orgUnit {
      id
      name
    }
    complaint {
      id
      reference
      title
      level
    }
    notices {
      id
      staff {
        id
        name
      }
      pushedAt
      acknowledgedAt
    }
    allowedActions {
      code
      label
      blockedBy
    }
  }
`);

/** A page of escalations. */
export const EscalationsDocument = graphql(`
  query Escalations($filter: EscalationFilter, $sort: EscalationSort, $page: PageInput) {
    escalations(filter: $filter, sort: $sort, page: $page) {
      totalCount
      totalCountIsExact
      items {
        ...EscalationRow
      }
    }
  }
`);

/** How many match. */
export const EscalationCountDocument = graphql(`
  query EscalationCount($filter: EscalationFilter) {
    escalations(filter: $filter, page: { limit: 1 }) {
      totalCount
      totalCountIsExact
    }
  }
`);

/** One escalation. */
export const EscalationDocument = graphql(`
  query Escalation($id: ID!) {
    escalation(id: $id) {
      ...EscalationRow
    }
  }
`);

/** What happens to the escalations the viewer may see. */
export const EscalationEventsDocument = graphql(`
  subscription EscalationEvents($after: EventCursor) {
    escalationEvents(after: $after) {
      cursor
      at
      kind
      isDrill
      escalation {
        id
        version
      }
    }
  }
`);

/** Signs for it and takes it on. */
export const AcknowledgeEscalationDocument = graphql(`
  mutation AcknowledgeEscalationFromList($id: ID!, $input: AcknowledgeEscalationInput) {
    acknowledgeEscalation(id: $id, input: $input) {
      ...EscalationRow
    }
  }
`);

/** Ends it. */
export const ResolveEscalationDocument = graphql(`
  mutation ResolveEscalationFromList($id: ID!, $input: ResolveEscalationInput!) {
    resolveEscalation(id: $id, input: $input) {
      ...EscalationRow
    }
  }
`);
