import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { wrong } from '../handling.js';
import {
  answer,
  CLOSE,
  CONFIRM_TASK,
  deciding,
  passes,
  PROPOSE,
  proposal,
  REPLY,
  REVIEW,
  type SeenTask,
} from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
});
afterAll(() => bank.stop());

// Guard: `proposalChecks` and `reviewChecks` in complaints/resolution/resolution-terms.ts.
test('D7-四.4 a proposal and its review each answer whether it is feasible, targeted, effective and lawful', async () => {
  const { id, version } = await make.investigated({ level: 'MAJOR' });
  const no = { feasible: false, targeted: false, effective: false, lawful: false };
  const fields = ['checks.effective', 'checks.feasible', 'checks.lawful', 'checks.targeted'];
  const weak = { id, input: proposal(version, { checks: no }) };
  expect(await make.refusal('outletMember', PROPOSE, weak)).toEqual(wrong(fields));
  const proposed = await make.act('outletMember', PROPOSE, id, proposal(version));
  const input = { expectedVersion: proposed.version, decision: 'APPROVE', checks: { ...passes, ...no } };
  expect(await make.refusal('office', REVIEW, { id, input })).toEqual(wrong(fields));
});

// Guard: `isAnother` in complaints/execution/task.access.ts; `confirmed` in complaint/actors.ts holds the file open.
test('D7-四.5 what is carried out is confirmed by a supervisor other than who did it, before the file is closed', async () => {
  const tasks = [{ text: '退还手续费', receiverId: bank.staff.handler, dueOn: '2027-12-31' }];
  const { id, version } = await make.proposed({ tasks });
  const task: SeenTask = await make.done('handler', (await make.tasksOf(id))[0]!);
  const replied = await make.act('office', REPLY, id, answer(version));
  const close = { id, input: { expectedVersion: replied.version } };
  expect(await make.refusal('office', CLOSE, close)).toMatchObject({ code: 'CONFLICT' });
  const confirm = { id: task.id, input: { expectedVersion: task.version, isDone: true } };
  expect(await make.refusal('handler', CONFIRM_TASK, confirm)).toMatchObject({ code: 'FORBIDDEN' });
  await make.act('reviewer', CONFIRM_TASK, task.id, confirm.input);
  expect(await make.read(id, 'tasks { state confirmedBy { id } }')).toEqual({
    tasks: [{ state: 'CONFIRMED', confirmedBy: { id: bank.staff.reviewer } }],
  });
});
