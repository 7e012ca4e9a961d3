import { graphql } from '../gql';
import type { CaseEventFragment, ComplaintCaseFragment, ComplaintRowFragment } from '../gql/graphql';

/** One row of a list. */
export type ComplaintRow = ComplaintRowFragment;

/** The whole case as the detail page and the pane show it. */
export type ComplaintCase = ComplaintCaseFragment;

/** One event of a case. */
export type CaseEvent = CaseEventFragment;

graphql(`
  fragment Person on Staff {
    id
    name
    post
    orgUnit {
      id
      name
    }
  }
`);

graphql(`
  fragment Clock on SlaClock {
    id
    kind
    state
    startedAt
    warnAt
    dueAt
    metAt
    breachedAt
    fulfilledAt
  }
`);

graphql(`
  fragment ComplaintRow on Complaint {
    id
    version
    reference
    status
    level
    riskFlags
    channel
    title
    receivedAt
    nextDueAt
    isOverdue
    isDrill
    isHistorical
    orgUnit {
      id
      name
    }
    responsible {
      ...Person
    }
    firstHandler {
      ...Person
    }
    clocks {
      ...Clock
    }
    allowedActions {
      code
      label
      blockedBy
    }
  }
`);

graphql(`
  fragment CaseEscalation on Escalation {
    id
    reference
    trigger
    status
    level
    cause
    raisedAt
    raisedBy {
      ...Person
    }
    nextAt
    nextLevel
    acknowledgedBy {
      ...Person
    }
    acknowledgedAt
    resolvedBy {
      ...Person
    }
    resolvedAt
    resolution
  }
`);

graphql(`
  fragment ComplaintCase on Complaint {
    ...ComplaintRow
    ...CaseEndings
    content
    customerDemand
    occurredAt
    postedAt
    place
    amountInvolved
    channelReference
    subject
    complexity
    handlingMode
    isEmergency
    rejectionReason {
      code
      name
    }
    resolutionSummary
    repliedAt
    closedAt
    category {
      code
      name
    }
    product {
      code
      name
    }
    lead {
      ...Person
    }
    investigation {
      id
      scope
    }
    cooperations {
      id
      version
      question
      orgUnit {
        id
        name
      }
      allowedActions {
        code
        blockedBy
      }
    }
    assignedUnit {
      id
      name
    }
    assignedStaff {
      ...Person
    }
    registeredUnit {
      id
      name
    }
    registeredBy {
      ...Person
    }
    staffComplainedOf {
      ...Person
    }
    complainant {
      name
      phone
      email
      address
      idNumber
      customerNumber
      anonymous
      jointCount
      inPerson
      representative {
        name
        phone
        relation
      }
    }
    contacts(limit: 100) {
      id
      kind
      channel
      direction
      at
      summary
      isCustomerVisible
      by {
        ...Person
      }
    }
    events(limit: 30) {
      ...CaseEvent
    }
    escalations {
      ...CaseEscalation
    }
  }
`);

/** A page of rows. */
export const ComplaintsDocument = graphql(`
  query Complaints($filter: ComplaintFilter, $sort: ComplaintSort, $page: PageInput) {
    complaints(filter: $filter, sort: $sort, page: $page) {
      totalCount
      totalCountIsExact
      items {
        ...ComplaintRow
      }
    }
  }
`);

/** How many match, without their rows. */
export const ComplaintCountDocument = graphql(`
  query ComplaintCount($filter: ComplaintFilter) {
    complaints(filter: $filter, page: { limit: 1 }) {
      totalCount
      totalCountIsExact
    }
  }
`);

/** What waits for the viewer, kind by kind. */
export const WorklistsDocument = graphql(`
  query Worklists {
    worklists {
      awaits
      complaintCount
    }
  }
`);

/** One case with everything the page shows. */
export const ComplaintDocument = graphql(`
  query Complaint($id: ID!) {
    complaint(id: $id) {
      ...ComplaintCase
    }
  }
`);

/** One row, for replacing it in place. */
export const ComplaintRowDocument = graphql(`
  query ComplaintRowById($id: ID!) {
    complaint(id: $id) {
      ...ComplaintRow
    }
  }
`);

/** What happens to the complaints the viewer may see. */
export const ComplaintEventsDocument = graphql(`
  subscription ComplaintEvents($after: EventCursor, $complaintId: ID) {
    complaintEvents(after: $after, complaintId: $complaintId) {
      cursor
      at
      kind
      isDrill
      complaint {
        id
        version
      }
    }
  }
`);
