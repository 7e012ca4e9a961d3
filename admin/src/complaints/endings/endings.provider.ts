import type {
  MergeComplaintInput,
  RecordReferralReceiptInput,
  ReferComplaintInput,
  RequestExtensionInput,
  RequestInfoInput,
  ReviewExtensionInput,
} from '../../gql/graphql';
import { request } from '../../provider/client';
import {
  ComplaintByReferenceDocument,
  MergeComplaintDocument,
  RecordReferralReceiptDocument,
  ReferComplaintDocument,
  RequestExtensionDocument,
  RequestInfoDocument,
  ReviewExtensionDocument,
} from './endings.graphql';

/** The verbs that ask, extend, merge and refer, each the mutation of the same name. */
export const endingVerbs = {
  requestInfo: async (id: string, input: RequestInfoInput) =>
    (await request(RequestInfoDocument, { id, input })).requestInfo,
  referComplaint: async (id: string, input: ReferComplaintInput) =>
    (await request(ReferComplaintDocument, { id, input })).referComplaint,
  recordReferralReceipt: async (id: string, input: RecordReferralReceiptInput) =>
    (await request(RecordReferralReceiptDocument, { id, input })).recordReferralReceipt,
  mergeComplaint: async (id: string, input: MergeComplaintInput) =>
    (await request(MergeComplaintDocument, { id, input })).mergeComplaint,
  requestExtension: async (id: string, input: RequestExtensionInput) =>
    (await request(RequestExtensionDocument, { id, input })).requestExtension,
  reviewExtension: async (id: string, input: ReviewExtensionInput) =>
    (await request(ReviewExtensionDocument, { id, input })).reviewExtension,
};

/** The id of a complaint by its number; nothing when there is none that the viewer may see. */
export async function idOfReference(reference: string): Promise<string | undefined> {
  const found = await request(ComplaintByReferenceDocument, { reference }).catch(() => undefined);
  return found?.complaint?.id;
}
