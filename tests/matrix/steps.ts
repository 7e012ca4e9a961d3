import { bankDay, dayAfter } from '../../server/src/kernel/bank-day.js';
import { ANSWER_HELP, REQUEST_HELP } from '../cooperating.js';
import { takenUp } from '../handling.js';
import { ACCEPT, ASSIGN, COMPLAINT, PLAN, SCREEN } from '../harness/bank.js';
import { answer, VISIT, COMPLETE_TASK, CONFIRM_TASK, PROPOSE, proposal, REPLY, START_TASK } from '../resolution.js';
import type { Answer } from '../harness/server.js';
import type { Role } from './branch.js';

type Standing = { id: string; version: number };

interface At {
  branchId: string;
  staffIds: Partial<Record<Role, string>>;
  done(who: Role, query: string, variables: object): Promise<Answer['data']>;
  complaint(): Promise<Standing>;
  department(): Promise<{ id: string }>;
  now(): Date;
}

/** Complaints of a branch, each brought as far as its name says by the people whose task that is. */
export function complaintSteps({ branchId, staffIds, done, complaint, department, now }: At) {
  const screened = async (answers: object = {}): Promise<Standing> => {
    const { id, version } = await complaint();
    return (await done('DESK', SCREEN, { id, input: takenUp(version, answers) })).screenComplaint;
  };
  const offered = async (answers: object = {}): Promise<Standing> => {
    const { id, version: expectedVersion } = await screened(answers);
    return (await done('DESK', ASSIGN, { id, input: { expectedVersion, receiverId: branchId } })).assignComplaint;
  };
  const act = async (who: Role, query: string, { id, version }: Standing, input: object): Promise<Standing> =>
    Object.values(await done(who, query, { id, input: { expectedVersion: version, ...input } }))[0] as Standing;
  /** A department of the branch, and what it is to help with. */
  const help = async () => ({ orgUnitId: (await department()).id, question: '请协助核实' });
  /** What several look into: a department has said what it found. */
  const withFinding = async ({ id, version: expectedVersion }: Standing): Promise<Standing> => {
    const input = { expectedVersion, ...(await help()) };
    const [request] = (await done('HANDLER', REQUEST_HELP, { id, input })).requestCooperation
      .cooperations as Standing[];
    await act('HANDLER', ANSWER_HELP, request!, { answer: '已核实', finding: '情况属实' });
    return (await done('DESK', COMPLAINT('id version'), { id })).complaint;
  };
  /** A complaint that the handler of the branch leads. */
  const investigated = async (answers: object = {}): Promise<Standing> => {
    const held = await act('HANDLER', ACCEPT, await offered(answers), {});
    const planned = await act('HANDLER', PLAN, held, { scope: '核实', leadId: staffIds.HANDLER });
    return 'handlingMode' in answers ? withFinding(planned) : planned;
  };
  /** A complaint for which something is proposed: to be carried out at once, or in review where the answers make it grave. */
  const proposed = async (more: object = {}, answers: object = {}): Promise<Standing> => {
    const it = await investigated(answers);
    return act('HANDLER', PROPOSE, it, proposal(it.version, more));
  };
  const replied = async (answers: object = {}): Promise<Standing> => {
    const it = await proposed({}, answers);
    return act('DESK', REPLY, it, answer(it.version));
  };
  /** A complaint whose customer was called after the reply. */
  const visited = async (): Promise<Standing> =>
    act('INTAKE', VISIT, await replied(), { outcome: 'SATISFIED', comment: '满意' });
  const task = { text: '退款', dueOn: '2027-12-31' };
  /** A task of the handler of the branch, as far as that. */
  const taskOf = async (state: 'PLANNED' | 'IN_PROGRESS' | 'DONE'): Promise<Standing> => {
    const { id } = await proposed({ tasks: [{ ...task, receiverId: staffIds.HANDLER }] });
    const query = 'query ($id: ID!) { complaint(id: $id) { tasks { id version } } }';
    let it: Standing = (await done('HANDLER', query, { id })).complaint.tasks[0];
    if (state !== 'PLANNED') it = await act('HANDLER', START_TASK, it, {});
    return state === 'DONE' ? act('HANDLER', COMPLETE_TASK, it, { proof: '回单' }) : it;
  };
  /** A complaint whose reply promised something that is done by now. */
  const promised = async (): Promise<Standing> => {
    const it = await proposed({ tasks: [{ ...task, receiverId: staffIds.HANDLER }] });
    const query = 'query ($id: ID!) { complaint(id: $id) { tasks { id version } } }';
    const promisedOn = dayAfter(bankDay(now()), 2);
    const said = await act('DESK', REPLY, it, { ...answer(it.version), promisedOn });
    const [planned] = (await done('HANDLER', query, { id: it.id })).complaint.tasks as Standing[];
    const begun = await act('HANDLER', START_TASK, planned!, {});
    const finished = await act('HANDLER', COMPLETE_TASK, begun, { proof: '回单' });
    await act('DESK', CONFIRM_TASK, finished, { isDone: true });
    return said;
  };
  /** A request to a department of the branch to help. */
  const asked = async (): Promise<Standing> => {
    const { id, version: expectedVersion } = await investigated();
    const input = { expectedVersion, ...(await help()) };
    return (await done('HANDLER', REQUEST_HELP, { id, input })).requestCooperation.cooperations[0];
  };
  return { screened, offered, investigated, proposed, replied, visited, taskOf, promised, help, asked };
}
