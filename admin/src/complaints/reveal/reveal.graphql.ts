import { graphql } from '../../gql';

/** Shows one masked value in clear. */
export const RevealFieldDocument = graphql(`
  mutation RevealField($complaintId: ID!, $input: RevealFieldInput!) {
    revealField(complaintId: $complaintId, input: $input) {
      field
      value
    }
  }
`);
