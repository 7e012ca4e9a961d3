import { graphql } from '../gql';

graphql(`
  fragment CaseEvent on ComplaintEvent {
    cursor
    at
    kind
    actorKind
    actor {
      ...Person
    }
    contact {
      id
      kind
      channel
      direction
      summary
      isCustomerVisible
    }
    levelChange {
      id
      from
      to
      reason
    }
    handover {
      id
      orgUnit {
        id
        name
      }
      staff {
        ...Person
      }
      reason
      returnCode {
        code
        name
      }
      returnReason
    }
    cooperation {
      id
      orgUnit {
        id
        name
      }
      question
      answer
      cancelReason
    }
    lateMinutes
    clock {
      id
      kind
      dueAt
    }
  }
`);

/** Older events of a case. */
export const CaseEventsDocument = graphql(`
  query CaseEvents($id: ID!, $before: EventCursor, $limit: Int!) {
    complaint(id: $id) {
      id
      events(before: $before, limit: $limit) {
        ...CaseEvent
      }
    }
  }
`);
