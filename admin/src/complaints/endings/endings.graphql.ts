import { graphql } from '../../gql';

graphql(`
  fragment CaseEndings on Complaint {
    holds {
      id
      reason
      heldAt
      releasedAt
    }
    referrals {
      id
      scope
      body
      legalBasis
      documents
      legalOpinion
      opinionBy {
        ...Person
      }
      referredAt
      receiptNumber
      receivedAt
    }
    mergedInto {
      id
      target {
        id
        reference
      }
    }
    duplicates {
      id
      reason
      complaint {
        id
        reference
        title
      }
    }
    extensions {
      id
      state
      workingDayCount
      dueAt
      reason
      comment
      needsLeaders
      requestedBy {
        ...Person
      }
    }
  }
`);

/** The id of a complaint by its number. */
export const ComplaintByReferenceDocument = graphql(`
  query ComplaintByReference($reference: String!) {
    complaint(reference: $reference) {
      id
    }
  }
`);

/** Asks the customer for something. */
export const RequestInfoDocument = graphql(`
  mutation RequestInfo($id: ID!, $input: RequestInfoInput!) {
    requestInfo(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Hands it over by law. */
export const ReferComplaintDocument = graphql(`
  mutation ReferComplaint($id: ID!, $input: ReferComplaintInput!) {
    referComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Notes that the body took it. */
export const RecordReferralReceiptDocument = graphql(`
  mutation RecordReferralReceipt($id: ID!, $input: RecordReferralReceiptInput!) {
    recordReferralReceipt(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Handles it as a part of an earlier one. */
export const MergeComplaintDocument = graphql(`
  mutation MergeComplaint($id: ID!, $input: MergeComplaintInput!) {
    mergeComplaint(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Asks for more time. */
export const RequestExtensionDocument = graphql(`
  mutation RequestExtension($id: ID!, $input: RequestExtensionInput!) {
    requestExtension(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);

/** Decides about more time. */
export const ReviewExtensionDocument = graphql(`
  mutation ReviewExtension($id: ID!, $input: ReviewExtensionInput!) {
    reviewExtension(id: $id, input: $input) {
      ...ComplaintCase
    }
  }
`);
