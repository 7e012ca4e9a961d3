import { graphql } from '../gql';

export const DraftPlanVersionDocument = graphql(`
  mutation DraftPlanVersion($input: DraftPlanVersionInput!) {
    draftPlanVersion(input: $input) {
      id
    }
  }
`);

export const SubmitPlanVersionDocument = graphql(`
  mutation SubmitPlanVersion($id: ID!, $input: SubmitPlanVersionInput!) {
    submitPlanVersion(id: $id, input: $input) {
      id
    }
  }
`);

export const ReturnPlanVersionDocument = graphql(`
  mutation ReturnPlanVersion($id: ID!, $input: EndPlanVersionInput!) {
    returnPlanVersion(id: $id, input: $input) {
      id
    }
  }
`);

export const PublishPlanVersionDocument = graphql(`
  mutation PublishPlanVersion($id: ID!, $input: PublishPlanVersionInput!) {
    publishPlanVersion(id: $id, input: $input) {
      id
    }
  }
`);

export const RetirePlanVersionDocument = graphql(`
  mutation RetirePlanVersion($id: ID!, $input: EndPlanVersionInput!) {
    retirePlanVersion(id: $id, input: $input) {
      id
    }
  }
`);

export const AcknowledgePlanDocument = graphql(`
  mutation AcknowledgePlan($id: ID!, $input: AcknowledgePlanInput!) {
    acknowledgePlan(id: $id, input: $input) {
      id
    }
  }
`);

export const UpdatePlanVersionDocument = graphql(`
  mutation UpdatePlanVersion($id: ID!, $input: UpdatePlanVersionInput!) {
    updatePlanVersion(id: $id, input: $input) {
      id
    }
  }
`);

export const PlansAboveDocument = graphql(`
  query PlansAbove($orgUnitId: ID!) {
    plansInForce(orgUnitId: $orgUnitId) {
      id
      number
      plan {
        id
        name
        kind
        orgUnit {
          id
          name
        }
      }
    }
  }
`);
