import type {
  AnswerSurveyInput,
  DecideAppealInput,
  FileAppealInput,
  RecordReturnVisitInput,
  ReopenComplaintInput,
  WithdrawAppealInput,
} from '../../gql/graphql';
import { request } from '../../provider/client';
import { required } from '../../provider/reader';
import { fetchCase } from '../useCase';
import {
  AnswerSurveyDocument,
  DecideAppealDocument,
  FileAppealDocument,
  RecordReturnVisitDocument,
  ReopenComplaintDocument,
  WithdrawAppealDocument,
} from './aftermath.graphql';

/** The verbs after the answer, each the mutation of the same name; all give the case as it is then. */
export const aftermathVerbs = {
  answerSurvey: async (id: string, input: AnswerSurveyInput) => {
    await request(AnswerSurveyDocument, { id, input });
    return fetchCase(id);
  },
  recordReturnVisit: async (id: string, input: RecordReturnVisitInput) =>
    (await request(RecordReturnVisitDocument, { id, input })).recordReturnVisit,
  fileAppeal: async (id: string, input: FileAppealInput) =>
    required((await request(FileAppealDocument, { id, input })).fileAppeal.complaint),
  withdrawAppeal: async (appealId: string, input: WithdrawAppealInput) =>
    required((await request(WithdrawAppealDocument, { id: appealId, input })).withdrawAppeal.complaint),
  decideAppeal: async (appealId: string, input: DecideAppealInput) =>
    required((await request(DecideAppealDocument, { id: appealId, input })).decideAppeal.complaint),
  reopenComplaint: async (id: string, input: ReopenComplaintInput) =>
    (await request(ReopenComplaintDocument, { id, input })).reopenComplaint,
};
