import { graphql } from '../gql';

/** Proves again who one is. */
export const StepUpDocument = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      stepUpExpiresAt
    }
  }
`);

/** Begins to set up one-time codes. */
export const StartSecondFactorDocument = graphql(`
  mutation StartSecondFactor($input: StartSecondFactorInput!) {
    startSecondFactor(input: $input) {
      secret
      url
    }
  }
`);

/** The first code; the answer holds the recovery codes. */
export const ConfirmSecondFactorDocument = graphql(`
  mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) {
      recoveryCodes
    }
  }
`);

/** Gives up one-time codes. */
export const RemoveSecondFactorDocument = graphql(`
  mutation RemoveSecondFactor($staffId: ID) {
    removeSecondFactor(staffId: $staffId) {
      id
    }
  }
`);

/** Open sessions, last used first. */
export const SessionsDocument = graphql(`
  query Sessions($staffId: ID) {
    sessions(staffId: $staffId) {
      items {
        id
        device
        address
        createdAt
        lastUsedAt
        isCurrent
      }
    }
  }
`);

/** Ends a session. */
export const EndSessionDocument = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      id
      endedAt
    }
  }
`);
