import { graphql } from '../../gql';
import type { AftermathQuery } from '../../gql/graphql';

/** What the customer thinks of the answer. */
export type Aftermath = NonNullable<AftermathQuery['complaint']>;

/** One appeal of a case. */
export type Appeal = Aftermath['appeals'][number];

/** Surveys, return visits and appeals, as the card of the case shows them. */
export const AftermathDocument = graphql(`
  query Aftermath($id: ID!) {
    complaint(id: $id) {
      id
      surveys {
        id
        state
        score
        comment
        answeredAt
        recordedBy {
          id
          name
        }
      }
      returnVisits {
        id
        outcome
        at
        by {
          id
          name
        }
      }
      appeals {
        id
        version
        state
        grounds
        filedAt
        filedBy {
          id
          name
        }
        decidingUnit {
          id
          name
        }
        deciders {
          id
          name
        }
        decision
        reasons
        decidedBy {
          id
          name
        }
        endedAt
        allowedActions {
          code
          label
          blockedBy
        }
      }
    }
  }
`);

/** Notes how satisfied the customer is. */
export const AnswerSurveyDocument = graphql(`
  mutation AnswerSurvey($id: ID!, $input: AnswerSurveyInput!) {
    answerSurvey(id: $id, input: $input) {
      id
    }
  }
`);

/** Notes a call after the reply. */
export const RecordReturnVisitDocument = graphql(`
  mutation RecordReturnVisit($id: ID!, $input: RecordReturnVisitInput!) {
    recordReturnVisit(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Asks for another decision. */
export const FileAppealDocument = graphql(`
  mutation FileAppeal($id: ID!, $input: FileAppealInput!) {
    fileAppeal(id: $id, input: $input) {
      id
      complaint {
        ...ComplaintCase
      }
    }
  }
`);

/** Takes an appeal back. */
export const WithdrawAppealDocument = graphql(`
  mutation WithdrawAppeal($id: ID!, $input: WithdrawAppealInput!) {
    withdrawAppeal(id: $id, input: $input) {
      id
      complaint {
        ...ComplaintCase
      }
    }
  }
`);

/** Decides an appeal. */
export const DecideAppealDocument = graphql(`
  mutation DecideAppeal($id: ID!, $input: DecideAppealInput!) {
    decideAppeal(id: $id, input: $input) {
      id
      complaint {
        ...ComplaintCase
      }
    }
  }
`);

/** Takes up anew what has ended. */
export const ReopenComplaintDocument = graphql(`
  mutation ReopenComplaint($id: ID!, $input: ReopenComplaintInput!) {
    reopenComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);
