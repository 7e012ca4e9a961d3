import type {
  CloseComplaintInput,
  ProposeResolutionInput,
  RecordMediationInput,
  ReplyToCustomerInput,
  ReviewComplaintInput,
  ReviewResolutionInput,
  ReviseResolutionInput,
  TellResultInput,
} from '../../gql/graphql';
import { request } from '../../provider/client';
import {
  CloseComplaintDocument,
  CompleteTaskDocument,
  ConfirmTaskDocument,
  ProposeResolutionDocument,
  RecordMediationDocument,
  ReplyToCustomerDocument,
  ReviewComplaintDocument,
  ReviewResolutionDocument,
  ReviseResolutionDocument,
  StartTaskDocument,
  TellResultDocument,
} from './decide.graphql';

/** The verbs from the proposal to the closed file, each the mutation of the same name. */
export const decisionVerbs = {
  proposeResolution: async (id: string, input: ProposeResolutionInput) =>
    (await request(ProposeResolutionDocument, { id, input })).proposeResolution,
  reviewResolution: async (id: string, input: ReviewResolutionInput) =>
    (await request(ReviewResolutionDocument, { id, input })).reviewResolution,
  reviseResolution: async (id: string, input: ReviseResolutionInput) =>
    (await request(ReviseResolutionDocument, { id, input })).reviseResolution,
  recordMediation: async (id: string, input: RecordMediationInput) =>
    (await request(RecordMediationDocument, { id, input })).recordMediation,
  replyToCustomer: async (id: string, input: ReplyToCustomerInput) =>
    (await request(ReplyToCustomerDocument, { id, input })).replyToCustomer,
  tellResult: async (id: string, input: TellResultInput) =>
    (await request(TellResultDocument, { id, input })).tellResult,
  reviewComplaint: async (id: string, input: ReviewComplaintInput) =>
    (await request(ReviewComplaintDocument, { id, input })).reviewComplaint,
  closeComplaint: async (id: string, input: CloseComplaintInput) =>
    (await request(CloseComplaintDocument, { id, input })).closeComplaint,
};

/** The verbs on a task; a text is the proof, or what is missing. */
export const taskVerbs = {
  startTask: (id: string, expectedVersion: number) => request(StartTaskDocument, { id, input: { expectedVersion } }),
  completeTask: (id: string, expectedVersion: number, proof: string) =>
    request(CompleteTaskDocument, { id, input: { expectedVersion, proof } }),
  confirmTask: (id: string, expectedVersion: number) =>
    request(ConfirmTaskDocument, { id, input: { expectedVersion, isDone: true } }),
  sendBackTask: (id: string, expectedVersion: number, comment: string) =>
    request(ConfirmTaskDocument, { id, input: { expectedVersion, isDone: false, comment } }),
};
