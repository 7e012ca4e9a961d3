import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { presetOf, rulesOf } from '../../server/src/plans/presets/presets.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { wrong } from '../handling.js';
import { planning } from '../plans.js';
import { answer, CLOSE, CONFIRM_TASK, deciding, passes, REPLY, REVIEW, TELL_RESULT } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
  await planning(bank).issue({ policy: rulesOf(presetOf('D5')) });
});
afterAll(() => bank.stop());

const approval = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  decision: 'APPROVE',
  checks: passes,
  ...more,
});

// Guards: the mode that `reviewOf` in complaints/resolution/review-rules.ts takes from the plan, `failedChecks` in
// reviewResolution of complaints/resolution/resolution.actions.ts, and `fourEyes` in complaints/complaint/actors.ts.
test('D5-五.2(3) the centre reviews every solution, whether it is reasonable and effective; a no sends it back with a comment', async () => {
  const { id, version } = await make.proposed();
  expect(await make.read(id, 'level status resolution { reviewMode }')).toEqual({
    level: 'GENERAL',
    status: 'IN_REVIEW',
    resolution: { reviewMode: 'DESK' },
  });
  for (const question of ['reasonable', 'effective'] as const) {
    const { [question]: _answer, ...checks } = passes;
    const unanswered = { id, input: approval(version, { checks }) };
    expect(await make.refusal('office', REVIEW, unanswered)).toMatchObject({ code: 'BAD_USER_INPUT' });
    const no = { id, input: approval(version, { checks: { ...passes, [question]: false } }) };
    expect(await make.refusal('office', REVIEW, no)).toEqual(wrong([`checks.${question}`]));
  }
  for (const who of ['outletMember', 'handler', 'intake'] as const)
    expect(await make.refusal(who, REVIEW, { id, input: approval(version) })).toMatchObject({ code: 'FORBIDDEN' });
  const back = approval(version, { decision: 'RETURN', checks: { ...passes, effective: false } });
  expect(await make.refusal('office', REVIEW, { id, input: back })).toEqual(wrong(['comment']));
  const comment = '不能解决客户的问题，请重新提出';
  await make.act('office', REVIEW, id, { ...back, comment });
  expect(await make.read(id, 'status resolutions { approvals { failedChecks comment } }', 'outletMember')).toEqual({
    status: 'INVESTIGATING',
    resolutions: [{ approvals: [{ failedChecks: ['effective'], comment }] }],
  });
});

/** A day of the bank so many days from now. */
const dayIn = (count: number): string => {
  const inShanghai = new Date(bank.clock.now().getTime() + (8 + 24 * count) * 3_600_000);
  return inShanghai.toISOString().slice(0, 10);
};

// Guards: `doneOrPromised`, `confirmed` and `promiseKept` in complaints/complaint/actors.ts, `checkReply` and
// `promiseFor` in complaints/reply/reply.actions.ts.
test('D5-五.2(4) a reply before everything is done promises a day, which is a clock; nothing is closed before it is confirmed', async () => {
  const task = { text: '退还手续费', receiverId: bank.staff.handler, dueOn: dayIn(2) };
  const { id, version } = await make.proposed({ tasks: [task] });
  const approved = await make.act('office', REVIEW, id, approval(version));
  expect(await make.refusal('office', REPLY, { id, input: answer(approved.version) })).toEqual(wrong(['promisedOn']));
  await make.act('office', REPLY, id, answer(approved.version, { promisedOn: dayIn(3) }));
  const { clocks } = await make.read(id, 'clocks { kind state dueAt }');
  const end = new Date(`${dayIn(4)}T00:00:00+08:00`).toISOString();
  expect(clocks).toContainEqual({ kind: 'FULFILMENT', state: 'RUNNING', dueAt: end });

  const closing = async () => ({ id, input: { expectedVersion: await make.versionOf(id) } });
  expect(await make.refusal('office', CLOSE, await closing())).toMatchObject({ code: 'CONFLICT' });
  const done = await make.done('handler', (await make.tasksOf(id))[0]!);
  expect(await make.refusal('office', CLOSE, await closing())).toMatchObject({ code: 'CONFLICT' });
  await make.act('office', CONFIRM_TASK, done.id, { expectedVersion: done.version, isDone: true });
  expect(await make.refusal('office', CLOSE, await closing())).toMatchObject({ code: 'CONFLICT' });
  const told = { expectedVersion: await make.versionOf(id), result: '手续费已退至您的账户。' };
  await make.act('office', TELL_RESULT, id, told);
  await make.act('office', CLOSE, id, (await closing()).input);
  expect(await make.read(id, 'status')).toEqual({ status: 'CLOSED' });
});
