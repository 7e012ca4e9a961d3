import { ACCEPT, PLAN, type Speaker, type TestBank } from './harness/bank.js';
import { cooperating } from './cooperating.js';
import { handling, type Seen } from './handling.js';

const verb = (name: string) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { id version status } }`;
};
export const PROPOSE = verb('proposeResolution');
export const REVIEW = verb('reviewResolution');
export const REVISE = verb('reviseResolution');
export const MEDIATE = verb('recordMediation');
export const REPLY = verb('replyToCustomer');
export const TELL_RESULT = verb('tellResult');
export const LOOK_BACK = verb('reviewComplaint');
export const VISIT = verb('recordReturnVisit');
export const CLOSE = verb('closeComplaint');
const ofTask = (name: string, type: string) =>
  `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { id version state } }`;
export const START_TASK = ofTask('startTask', 'StartTaskInput');
export const COMPLETE_TASK = ofTask('completeTask', 'CompleteTaskInput');
export const CONFIRM_TASK = ofTask('confirmTask', 'ConfirmTaskInput');
export const CANCEL_TASK = ofTask('cancelTask', 'CancelTaskInput');

/** The four answers that a proposal gives. */
const holds = { feasible: true, targeted: true, effective: true, lawful: true };
/** The six answers of a review. */
export const passes = { ...holds, reasonable: true, compliant: true };

/** A proposal that is carried out without more. */
export const proposal = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  verdict: 'SUBSTANTIATED',
  causeCode: 'OPERATION_FAULT',
  summary: '向客户道歉并退还多收的手续费',
  kinds: ['APOLOGY'],
  noEvidenceReason: '事实清楚，无需取证',
  checks: holds,
  ...more,
});

/** A reply that says all that one must say. */
export const answer = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  findings: '经核实，柜台于当日多收取一笔手续费。',
  basis: '《商业银行服务价格管理办法》第十八条',
  reasons: '该业务不在收费范围之内，应予以退还。',
  remedies: ['REVIEW', 'MEDIATION'],
  ...more,
});

/** What a mutation of a task answers with. */
export interface SeenTask extends Seen {
  state: string;
}

/** Brings complaints of a bank's northern outlet on from the hand-over to the file: led by a member of the outlet's team. */
export function deciding(bank: TestBank) {
  const make = handling(bank);
  const act = async (who: Speaker, query: string, id: string, input: object): Promise<Seen> => {
    const data = await bank.ask(who, query, { id, input });
    return Object.values(data)[0] as Seen;
  };
  const versionOf = async (id: string, who: Speaker = 'office'): Promise<number> =>
    (await make.read(id, 'version', who)).version as number;
  const investigated = async (more: object = {}, lead: string = bank.staff.outletMember): Promise<Seen> => {
    const offered = await make.assigned(bank.unit.northOutlet, more);
    const held = await act('outletMember', ACCEPT, offered.id, { expectedVersion: offered.version });
    const scope = { scope: '核实收费经过', leadId: lead };
    const planned = await act('outletMember', PLAN, held.id, { expectedVersion: held.version, ...scope });
    const { handlingMode } = await make.read(held.id, 'handlingMode');
    return handlingMode === 'JOINT' ? cooperating(bank).withFinding(planned, 'outletMember') : planned;
  };
  const proposed = async (more: object = {}, of: object = {}): Promise<Seen> => {
    const { id, version } = await investigated(of);
    return act('outletMember', PROPOSE, id, proposal(version, more));
  };
  const replied = async (more: object = {}, of: object = {}): Promise<Seen> => {
    const { id, version } = await proposed(more, of);
    return act('office', REPLY, id, answer(version));
  };
  /** Calls the customer back, as intake does before the file is closed. */
  const visited = async (id: string): Promise<Seen> => {
    const heard = { outcome: 'SATISFIED', comment: '客户表示满意' };
    return act('intake', VISIT, id, { expectedVersion: await versionOf(id), ...heard });
  };
  const tasksOf = async (id: string): Promise<SeenTask[]> => (await make.read(id, 'tasks { id version state }')).tasks;
  /** Brings a task from its beginning to where somebody else may confirm it. */
  const done = async (who: Speaker, task: SeenTask): Promise<SeenTask> => {
    const begun = await act(who, START_TASK, task.id, { expectedVersion: task.version });
    const input = { expectedVersion: begun.version, proof: '退款回单已入账' };
    return (await act(who, COMPLETE_TASK, task.id, input)) as SeenTask;
  };
  return { ...make, act, versionOf, investigated, proposed, replied, visited, tasksOf, done };
}
