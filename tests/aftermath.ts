import { COMPLAINT, freshKey, RESOLVE, type Speaker, type TestBank } from './harness/bank.js';
import { deciding } from './resolution.js';

export const ANSWER = `mutation ($id: ID, $input: AnswerSurveyInput!) {
  answerSurvey(id: $id, input: $input) { id state score comment channel recordedBy { id } } }`;
export const APPEAL = `mutation ($id: ID, $input: FileAppealInput!) {
  fileAppeal(id: $id, input: $input) { id version state grounds channel filedBy { id } decidingUnit { id }
    deciders { id } complaint { id } } }`;
export const DECIDE = `mutation ($id: ID!, $input: DecideAppealInput!) {
  decideAppeal(id: $id, input: $input) { id version state decision decidedBy { id } complaint { status } } }`;
export const TAKE_BACK = `mutation ($id: ID!, $input: WithdrawAppealInput!) {
  withdrawAppeal(id: $id, input: $input) { id version state } }`;
export const REOPEN = `mutation ($id: ID!, $input: ReopenComplaintInput!) {
  reopenComplaint(id: $id, input: $input) { id version status } }`;

/** What a customer sees of an appeal, or staff. */
export interface Filed {
  id: string;
  version: number;
  state: string;
}

/** Brings complaints of a bank's northern outlet to what follows the answer. */
export function following(bank: TestBank) {
  const make = deciding(bank);
  const codeOf = async (id: string, who: Speaker = 'intake'): Promise<string> =>
    (await bank.ask(who, COMPLAINT('trackingCode'), { id })).complaint.trackingCode;
  /** Settled by intake while the customer waits. */
  const settled = async (more: object = {}, who: Speaker = 'intake'): Promise<{ id: string; code: string }> => {
    const { id, version } = await make.registered(more, who);
    const input = {
      expectedVersion: version,
      categoryCode: 'FEES',
      resolutionSummary: '已退回多收费用',
      customerConsents: true,
    };
    await bank.ask(who === 'app' ? 'office' : who, RESOLVE, { id, input });
    return { id, code: await codeOf(id, who) };
  };
  /** Looked into by the outlet, and answered by the desk. */
  const answered = async (of: object = {}): Promise<{ id: string; code: string }> => {
    const { id } = await make.replied({}, of);
    return { id, code: await codeOf(id) };
  };
  const rating = (score: number, more: object = {}) => ({ score, idempotencyKey: freshKey(), ...more });
  const grievance = (more: object = {}) => ({ grounds: '退费金额不对', idempotencyKey: freshKey(), ...more });
  const appealed = async (who: Speaker, id: string | null, more: object = {}): Promise<Filed> =>
    (await bank.ask(who, APPEAL, { id, input: grievance(more) })).fileAppeal;
  const ruling = (version: number, more: object = {}) => ({
    expectedVersion: version,
    decision: 'DISMISSED',
    reasons: '原处理决定事实清楚、依据充分',
    reply: '经复核，退费金额无误。',
    ...more,
  });
  return { ...make, codeOf, settled, answered, rating, grievance, appealed, ruling };
}
