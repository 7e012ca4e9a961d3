import { graphql } from '../gql';

/** Becomes first handler. */
export const ClaimComplaintDocument = graphql(`
  mutation ClaimComplaint($id: ID!, $input: ClaimComplaintInput!) {
    claimComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Notes a talk with the customer. */
export const RecordContactDocument = graphql(`
  mutation RecordContact($id: ID!, $input: RecordContactInput!) {
    recordContact(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Settles a simple complaint at once. */
export const ResolveImmediatelyDocument = graphql(`
  mutation ResolveImmediately($id: ID!, $input: ResolveImmediatelyInput!) {
    resolveImmediately(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Gives it another level, and its ends with it. */
export const ChangeLevelDocument = graphql(`
  mutation ChangeLevel($id: ID!, $input: ChangeLevelInput!) {
    changeLevel(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Takes it up or rejects it. */
export const ScreenComplaintDocument = graphql(`
  mutation ScreenComplaint($id: ID!, $input: ScreenComplaintInput!) {
    screenComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Offers it to a unit or a person. */
export const AssignComplaintDocument = graphql(`
  mutation AssignComplaint($id: ID!, $input: AssignComplaintInput!) {
    assignComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Sets what is looked into, and who leads it. */
export const PlanInvestigationDocument = graphql(`
  mutation PlanInvestigation($id: ID!, $input: PlanInvestigationInput!) {
    planInvestigation(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Marks what makes it dangerous. */
export const SetRiskFlagsDocument = graphql(`
  mutation SetRiskFlags($id: ID!, $input: SetRiskFlagsInput!) {
    setRiskFlags(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** The complainant takes it back. */
export const WithdrawComplaintDocument = graphql(`
  mutation WithdrawComplaint($id: ID!, $input: WithdrawComplaintInput!) {
    withdrawComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Offers it to another. */
export const ReassignComplaintDocument = graphql(`
  mutation ReassignComplaint($id: ID!, $input: ReassignComplaintInput!) {
    reassignComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Takes over what is offered. */
export const AcceptHandoverDocument = graphql(`
  mutation AcceptHandover($id: ID!, $input: AcceptHandoverInput!) {
    acceptHandover(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Refuses what is offered. */
export const ReturnHandoverDocument = graphql(`
  mutation ReturnHandover($id: ID!, $input: ReturnHandoverInput!) {
    returnHandover(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Calls the next level. */
export const RaiseEscalationDocument = graphql(`
  mutation RaiseEscalation($complaintId: ID!, $input: RaiseEscalationInput!) {
    raiseEscalation(complaintId: $complaintId, input: $input) {
      id
      complaint {
        ...ComplaintCase
      }
    }
  }
`);

/** Records a complaint; the answer is what the receipt shows. */
export const RegisterComplaintDocument = graphql(`
  mutation RegisterComplaint($input: RegisterComplaintInput!) {
    registerComplaint(input: $input) {
      id
      version
      reference
      trackingCode
      status
      level
      receivedAt
      clocks {
        ...Clock
      }
    }
  }
`);

/** Asks a unit to help. */
export const RequestCooperationDocument = graphql(`
  mutation RequestCooperation($id: ID!, $input: RequestCooperationInput!) {
    requestCooperation(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Answers for a unit that is asked to help. */
export const AnswerCooperationDocument = graphql(`
  mutation AnswerCooperation($id: ID!, $input: AnswerCooperationInput!) {
    answerCooperation(id: $id, input: $input) {
      id
      complaint {
        ...ComplaintCase
      }
    }
  }
`);

/** Waits no more for a unit that is asked to help. */
export const CancelCooperationDocument = graphql(`
  mutation CancelCooperation($id: ID!, $input: CancelCooperationInput!) {
    cancelCooperation(id: $id, input: $input) {
      id
      complaint {
        ...ComplaintCase
      }
    }
  }
`);
