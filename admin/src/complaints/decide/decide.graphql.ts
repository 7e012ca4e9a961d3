import { graphql } from '../../gql';

/** Says what is to be done about it. */
export const ProposeResolutionDocument = graphql(`
  mutation ProposeResolution($id: ID!, $input: ProposeResolutionInput!) {
    proposeResolution(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Approves what is proposed, or sends it back. */
export const ReviewResolutionDocument = graphql(`
  mutation ReviewResolution($id: ID!, $input: ReviewResolutionInput!) {
    reviewResolution(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Takes what was approved back to be thought over. */
export const ReviseResolutionDocument = graphql(`
  mutation ReviseResolution($id: ID!, $input: ReviseResolutionInput!) {
    reviseResolution(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Writes down what a mediation came to. */
export const RecordMediationDocument = graphql(`
  mutation RecordMediation($id: ID!, $input: RecordMediationInput!) {
    recordMediation(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Tells the customer the decision. */
export const ReplyToCustomerDocument = graphql(`
  mutation ReplyToCustomer($id: ID!, $input: ReplyToCustomerInput!) {
    replyToCustomer(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Tells the customer what the promise came to. */
export const TellResultDocument = graphql(`
  mutation TellResult($id: ID!, $input: TellResultInput!) {
    tellResult(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Looks back on it. */
export const ReviewComplaintDocument = graphql(`
  mutation ReviewComplaint($id: ID!, $input: ReviewComplaintInput!) {
    reviewComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Closes the file. */
export const CloseComplaintDocument = graphql(`
  mutation CloseComplaint($id: ID!, $input: CloseComplaintInput!) {
    closeComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** What was decided and what is to be done, as the card of the case shows it. */
export const DecisionDocument = graphql(`
  query Decision($id: ID!) {
    complaint(id: $id) {
      id
      resolution {
        id
        number
        state
        verdict
        kinds
        summary
        amount
        currency
        promisedOn
        cause {
          code
          name
        }
        proposedBy {
          ...Person
        }
        approvals {
          id
          decision
          comment
          by {
            ...Person
          }
        }
      }
      tasks {
        id
        version
        state
        text
        dueOn
        proof
        owner {
          ...Person
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

/** Begins a task. */
export const StartTaskDocument = graphql(`
  mutation StartTask($id: ID!, $input: StartTaskInput!) {
    startTask(id: $id, input: $input) {
      id
    }
  }
`);

/** Says that a task is done. */
export const CompleteTaskDocument = graphql(`
  mutation CompleteTask($id: ID!, $input: CompleteTaskInput!) {
    completeTask(id: $id, input: $input) {
      id
    }
  }
`);

/** Confirms that a task is done, or sends it back. */
export const ConfirmTaskDocument = graphql(`
  mutation ConfirmTask($id: ID!, $input: ConfirmTaskInput!) {
    confirmTask(id: $id, input: $input) {
      id
    }
  }
`);
