import { graphql } from '../gql';
import { TypedDocumentString } from '../gql/graphql';

graphql(`
  fragment WallEscalation on Escalation {
    id
    version
    reference
    trigger
    status
    level
    cause
    isDrill
    raisedAt
    nextAt
    nextLevel
    acknowledgedAt
    acknowledgedBy {
      id
      name
    }
    orgUnit {
      id
      name
      pathNames
    }
    complaint {
      id
      reference
      title
      level
    }
    notices {
      id
      createdAt
      pushedAt
      acknowledgedAt
      staff {
        id
        name
        post
      }
    }
    allowedActions {
      code
      label
      blockedBy
    }
  }
`);

/** The position of the feed, to be read before the list. */
export const WallCursorDocument = graphql(`
  query WallCursor {
    eventCursor
  }
`);

/** What nobody has taken, and what is in hand. */
export const WallDocument = graphql(`
  query Wall($after: String) {
    escalations(
      filter: { status: [OPEN, ACKNOWLEDGED] }
      sort: { field: NEXT_AT, direction: ASC }
      page: { limit: 50, after: $after }
    ) {
      items {
        ...WallEscalation
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Today's escalations, whatever became of them. */
export const WallTodayDocument = graphql(`
  query WallToday($from: DateTimeISO!, $after: String) {
    escalations(
      filter: { raisedFrom: $from }
      sort: { field: RAISED_AT, direction: DESC }
      page: { limit: 100, after: $after }
    ) {
      items {
        id
        level
        status
        isDrill
        raisedAt
        acknowledgedAt
        acknowledgedBy {
          name
        }
        complaint {
          title
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Every change of an escalation, as it happens. */
export const WallFeedDocument = graphql(`
  subscription WallFeed($after: EventCursor) {
    escalationEvents(after: $after) {
      cursor
      at
      kind
      isDrill
      escalation {
        ...WallEscalation
      }
    }
  }
`);

/** Signs for an escalation. */
export const AcknowledgeDocument = graphql(`
  mutation WallAcknowledge($id: ID!) {
    acknowledgeEscalation(id: $id) {
      ...WallEscalation
    }
  }
`);

/** Ends an escalation with a word on how it was resolved. */
export const ResolveDocument = graphql(`
  mutation WallResolve($id: ID!, $input: ResolveEscalationInput!) {
    resolveEscalation(id: $id, input: $input) {
      ...WallEscalation
    }
  }
`);

/** Takes the next step now. Written by hand: only newer servers have it, and only they offer it. */
export const AdvanceDocument = new TypedDocumentString<{ advanceEscalation: { id: string } }, { id: string }>(`
  mutation WallAdvance($id: ID!) {
    advanceEscalation(id: $id) {
      id
    }
  }
`);
