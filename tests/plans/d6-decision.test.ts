import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { presetOf, rulesOf } from '../../server/src/plans/presets/presets.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { wrong } from '../handling.js';
import { joining } from '../joining.js';
import { planning } from '../plans.js';
import {
  answer,
  COMPLETE_TASK,
  deciding,
  passes,
  PROPOSE,
  proposal,
  REPLY,
  REVIEW,
  START_TASK,
} from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
  await planning(bank).issue({ policy: rulesOf(presetOf('D6')) });
});
afterAll(() => bank.stop());

const approval = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  decision: 'APPROVE',
  checks: passes,
  ...more,
});

// Guard: `lead` in complaints/complaint/actors.ts: whoever the department that has it put in charge.
test('D6-四.3(1) the department that was given a complaint says what should be done, and nobody else', async () => {
  const { id, version } = await make.investigated();
  const input = proposal(version);
  for (const who of ['office', 'handler', 'northLeader', 'intake'] as const)
    expect(await make.refusal(who, PROPOSE, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make.refusal('southOutlet', PROPOSE, { id, input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await make.act('outletMember', PROPOSE, id, input)).toMatchObject({ status: 'IN_REVIEW' });
});

// Guards: `lawful` and `compliant` of ReviewChecksInput in complaints/resolution/resolution.input.ts, and `failedChecks`
// in reviewResolution of complaints/resolution/resolution.actions.ts.
test('D6-四.3(2) the office reviews whether what is proposed keeps to law and rules, and passes it only with both', async () => {
  const { id, version } = await make.proposed();
  for (const question of ['lawful', 'compliant'] as const) {
    const { [question]: _answer, ...checks } = passes;
    const unanswered = { id, input: approval(version, { checks }) };
    expect(await make.refusal('office', REVIEW, unanswered)).toMatchObject({ code: 'BAD_USER_INPUT' });
    const no = { id, input: approval(version, { checks: { ...passes, [question]: false } }) };
    expect(await make.refusal('office', REVIEW, no)).toEqual(wrong([`checks.${question}`]));
  }
  expect(await make.read(id, 'status')).toEqual({ status: 'IN_REVIEW' });
  expect(await make.act('office', REVIEW, id, approval(version))).toMatchObject({ status: 'EXECUTING' });
});

/** Something that a department of the branch, and an outlet elsewhere, are to do. */
async function ordered() {
  const { department, hire, group } = joining(bank);
  const code = `1000-${departmentCount++}`;
  const cards = await department(bank.unit.north, code, '银行卡部');
  const clerk = await hire(`clerk${code}`, cards);
  await group('HANDLING_TEAM', cards, [clerk.id]);
  const tasks = [
    { text: '退还手续费', receiverId: cards, dueOn: '2027-12-31' },
    { text: '更正公示价目', receiverId: bank.unit.southOutlet, dueOn: '2027-12-31' },
  ];
  return { cards, clerk, ...(await make.proposed({ tasks })) };
}
let departmentCount = 1;

const TASKS = 'tasks { state owner { id } orgUnit { id } } events { kind }';

// Guard: `releaseTasks` in complaints/execution/tasks.ts: what is approved is ordered, shared with its owners and told.
test('D6-四.4(1) what is approved goes as a task to the departments that it names, who are told and can read why', async () => {
  const { id, version, cards, clerk } = await ordered();
  const states = async () => (await make.tasksOf(id)).map(({ state }) => state);
  expect(await states()).toEqual(['PROPOSED', 'PROPOSED']);
  expect(await make.refusal(clerk.who, START_TASK, await begin(id))).toMatchObject({ code: 'NOT_FOUND' });
  await make.act('office', REVIEW, id, approval(version));
  const read = await make.read(id, TASKS, clerk.who);
  expect(read.tasks).toEqual([
    { state: 'PLANNED', owner: { id: clerk.id }, orgUnit: { id: cards } },
    { state: 'PLANNED', owner: { id: bank.staff.southOutlet }, orgUnit: { id: bank.unit.southOutlet } },
  ]);
  expect(read.events.filter(({ kind }: { kind: string }) => kind === 'TASK_ORDERED')).toHaveLength(2);
});

const begin = async (id: string) => {
  const [task] = await make.tasksOf(id);
  return { id: task!.id, input: { expectedVersion: task!.version } };
};

// Guards: `proof` and `deviation` in completeTask of complaints/execution/task.actions.ts; `isOwner` in task.access.ts.
test('D6-四.4(2) a department does what was approved and proves it; what it did otherwise is said in a field of its own', async () => {
  const { id, version, clerk } = await ordered();
  await make.act('office', REVIEW, id, approval(version));
  const { id: task, input } = await begin(id);
  expect(await make.refusal('office', START_TASK, { id: task, input })).toMatchObject({ code: 'FORBIDDEN' });
  const begun = await make.act(clerk.who, START_TASK, task, input);
  const bare = { id: task, input: { expectedVersion: begun.version, proof: ' ' } };
  expect(await make.refusal(clerk.who, COMPLETE_TASK, bare)).toEqual(wrong(['proof']));
  const deviation = '客户要求退至另一账户';
  await make.act(clerk.who, COMPLETE_TASK, task, { ...bare.input, proof: '退款回单已入账', deviation });
  expect((await make.read(id, 'tasks { state proof deviation completedBy { id } }')).tasks[0]).toEqual({
    state: 'DONE',
    proof: '退款回单已入账',
    deviation,
    completedBy: { id: clerk.id },
  });
});

// Guard: `replier` in complaints/complaint/actors.ts, by what the plan said when the resolution was proposed.
test('D6-四.5(1) the department answers the customer where the plan says so, the desk where it does not', async () => {
  const approved = async () => {
    const { id, version } = await make.proposed();
    return make.act('office', REVIEW, id, approval(version));
  };
  const byDepartment = await approved();
  const input = answer(byDepartment.version);
  expect(await make.refusal('office', REPLY, { id: byDepartment.id, input })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make.act('outletMember', REPLY, byDepartment.id, input)).toMatchObject({ status: 'REPLIED' });
  await planning(bank).issue({ policy: rulesOf(presetOf('D5')) });
  const byDesk = await approved();
  const again = answer(byDesk.version);
  expect(await make.refusal('outletMember', REPLY, { id: byDesk.id, input: again })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await make.act('office', REPLY, byDesk.id, again)).toMatchObject({ status: 'REPLIED' });
});
