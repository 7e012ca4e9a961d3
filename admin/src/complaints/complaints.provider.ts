import type {
  AcceptHandoverInput,
  AnswerCooperationInput,
  AssignComplaintInput,
  CancelCooperationInput,
  ChangeLevelInput,
  ClaimComplaintInput,
  ComplaintFilter,
  ComplaintSortField,
  PlanInvestigationInput,
  RaiseEscalationInput,
  ReassignComplaintInput,
  RecordContactInput,
  RegisterComplaintInput,
  RequestCooperationInput,
  ResolveImmediatelyInput,
  ReturnHandoverInput,
  ScreenComplaintInput,
  SetRiskFlagsInput,
  WithdrawComplaintInput,
} from '../gql/graphql';
import { request } from '../provider/client';
import { follow } from '../provider/live';
import { pageOf, sortOf, type Reader } from '../provider/reader';
import { ComplaintEventsDocument, ComplaintsDocument } from './complaints.graphql';
import {
  AcceptHandoverDocument,
  AnswerCooperationDocument,
  AssignComplaintDocument,
  CancelCooperationDocument,
  ChangeLevelDocument,
  ClaimComplaintDocument,
  PlanInvestigationDocument,
  RaiseEscalationDocument,
  ReassignComplaintDocument,
  RecordContactDocument,
  RegisterComplaintDocument,
  RequestCooperationDocument,
  ResolveImmediatelyDocument,
  ReturnHandoverDocument,
  ScreenComplaintDocument,
  SetRiskFlagsDocument,
  WithdrawComplaintDocument,
} from './verbs.graphql';
import { aftermathVerbs } from './aftermath/aftermath.provider';
import { decisionVerbs } from './decide/decide.provider';
import { endingVerbs } from './endings/endings.provider';
import { fetchCase } from './useCase';

/** How react-admin reads complaints. */
export const complaintReader: Reader = {
  async getList({ filter, sort, pagination, signal }) {
    const { complaints } = await request(
      ComplaintsDocument,
      { filter: filter as ComplaintFilter, sort: sortOf<ComplaintSortField>(sort), page: pageOf(pagination) },
      signal,
    );
    return { data: complaints.items, total: complaints.totalCount, meta: { isExact: complaints.totalCountIsExact } };
  },
  getOne: fetchCase,
  feed: (id, changed) =>
    follow(
      ComplaintEventsDocument,
      id ? { complaintId: id } : {},
      ({ complaintEvents }) => changed([complaintEvents.complaint.id]),
      { onGap: () => changed([]) },
    ),
};

/** The verbs on complaints, each the mutation of the same name. */
export const complaintVerbs = {
  ...decisionVerbs,
  ...endingVerbs,
  ...aftermathVerbs,
  registerComplaint: async (input: RegisterComplaintInput) =>
    (await request(RegisterComplaintDocument, { input })).registerComplaint,
  claimComplaint: async (id: string, input: ClaimComplaintInput) =>
    (await request(ClaimComplaintDocument, { id, input })).claimComplaint,
  recordContact: async (id: string, input: RecordContactInput) =>
    (await request(RecordContactDocument, { id, input })).recordContact,
  resolveImmediately: async (id: string, input: ResolveImmediatelyInput) =>
    (await request(ResolveImmediatelyDocument, { id, input })).resolveImmediately,
  changeLevel: async (id: string, input: ChangeLevelInput) =>
    (await request(ChangeLevelDocument, { id, input })).changeLevel,
  screenComplaint: async (id: string, input: ScreenComplaintInput) =>
    (await request(ScreenComplaintDocument, { id, input })).screenComplaint,
  assignComplaint: async (id: string, input: AssignComplaintInput) =>
    (await request(AssignComplaintDocument, { id, input })).assignComplaint,
  reassignComplaint: async (id: string, input: ReassignComplaintInput) =>
    (await request(ReassignComplaintDocument, { id, input })).reassignComplaint,
  acceptHandover: async (id: string, input: AcceptHandoverInput) =>
    (await request(AcceptHandoverDocument, { id, input })).acceptHandover,
  returnHandover: async (id: string, input: ReturnHandoverInput) =>
    (await request(ReturnHandoverDocument, { id, input })).returnHandover,
  planInvestigation: async (id: string, input: PlanInvestigationInput) =>
    (await request(PlanInvestigationDocument, { id, input })).planInvestigation,
  requestCooperation: async (id: string, input: RequestCooperationInput) =>
    (await request(RequestCooperationDocument, { id, input })).requestCooperation,
  answerCooperation: async (id: string, input: AnswerCooperationInput) =>
    (await request(AnswerCooperationDocument, { id, input })).answerCooperation.complaint,
  cancelCooperation: async (id: string, input: CancelCooperationInput) =>
    (await request(CancelCooperationDocument, { id, input })).cancelCooperation.complaint,
  setRiskFlags: async (id: string, input: SetRiskFlagsInput) =>
    (await request(SetRiskFlagsDocument, { id, input })).setRiskFlags,
  withdrawComplaint: async (id: string, input: WithdrawComplaintInput) =>
    (await request(WithdrawComplaintDocument, { id, input })).withdrawComplaint,
  raiseEscalation: async (complaintId: string, input: RaiseEscalationInput) =>
    (await request(RaiseEscalationDocument, { complaintId, input })).raiseEscalation.complaint,
};
