import { ACCEPT, type PersonName, type TestBank } from './harness/bank.js';
import { handling, type Seen } from './handling.js';

export const REQUEST_HELP = `mutation ($id: ID!, $input: RequestCooperationInput!) {
  requestCooperation(id: $id, input: $input) { id version cooperations { id version state clock { id kind state dueAt } } } }`;
export const ANSWER_HELP = `mutation ($id: ID!, $input: AnswerCooperationInput!) {
  answerCooperation(id: $id, input: $input) { id version state answer finding answeredBy { id } } }`;
export const CANCEL_HELP = `mutation ($id: ID!, $input: CancelCooperationInput!) {
  cancelCooperation(id: $id, input: $input) { id version state cancelReason } }`;

/** What is said when help is given. */
export const help = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  answer: '已核实，附处理意见',
  ...more,
});

/** Ways to bring a complaint of a bank as far as somebody works on it, and to ask units for help with it. */
export function cooperating(bank: TestBank) {
  const make = handling(bank);
  const investigated = async (more: object = {}, who: PersonName = 'outlet'): Promise<Seen> => {
    const { id, version } = await make.assigned(bank.unit.northOutlet, more);
    return (await bank.ask(who, ACCEPT, { id, input: { expectedVersion: version } })).acceptHandover;
  };
  /** Asks a unit, the southern outlet unless said otherwise; answers the complaint and the request. */
  const asked = async (complaint: Seen, more: object = {}, who: PersonName = 'outlet') => {
    const { id, version: expectedVersion } = complaint;
    const input = {
      expectedVersion,
      orgUnitId: bank.unit.southOutlet,
      question: '请协助核实客户在贵处的交易',
      ...more,
    };
    const { cooperations, version } = (await bank.ask(who, REQUEST_HELP, { id, input })).requestCooperation;
    return { complaint: { id, version } as Seen, request: cooperations[0] as Seen & { clock: { dueAt: string } } };
  };
  /** Asks a unit, which answers with what it found. */
  const withFinding = async (complaint: Seen, who: PersonName = 'outlet'): Promise<Seen> => {
    const { request } = await asked(complaint, {}, who);
    const input = help(request.version, { finding: '核实：收费前未告知客户' });
    await bank.ask('southOutlet', ANSWER_HELP, { id: request.id, input });
    return make.read(complaint.id, 'id version');
  };
  return { ...make, investigated, asked, withFinding };
}
