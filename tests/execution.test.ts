import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type TestBank } from './harness/bank.js';
import { wrong } from './handling.js';
import {
  answer,
  CANCEL_TASK,
  CLOSE,
  COMPLETE_TASK,
  CONFIRM_TASK,
  deciding,
  LOOK_BACK,
  passes,
  REPLY,
  REVIEW,
  START_TASK,
  TELL_RESULT,
} from './resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
});
afterAll(() => bank.stop());

const refund = (more: object = {}) => ({
  text: '退还手续费',
  receiverId: bank.staff.handler,
  dueOn: '2027-12-31',
  ...more,
});
const withTask = () => make.proposed({ tasks: [refund()] });
/** Every version of a complaint's task as it is now. */
const only = async (id: string) => (await make.tasksOf(id))[0]!;

test('what a resolution names is ordered once it is approved, and whoever is to do it can read why', async () => {
  const tasks = [refund({ receiverId: bank.staff.southIntake }), refund({ receiverId: bank.unit.northOutlet })];
  const { id, version } = await make.proposed({ tasks }, { level: 'MAJOR' });
  expect((await make.tasksOf(id)).map(({ state }) => state)).toEqual(['PROPOSED', 'PROPOSED']);
  expect(await make.refusal('southIntake', START_TASK, await started((await make.tasksOf(id))[0]!))).toMatchObject({
    code: 'NOT_FOUND',
  });
  await make.act('office', REVIEW, id, { expectedVersion: version, decision: 'APPROVE', checks: passes });
  expect(await make.read(id, 'tasks { state owner { id } orgUnit { id } }', 'southIntake')).toEqual({
    tasks: [
      { state: 'PLANNED', owner: { id: bank.staff.southIntake }, orgUnit: { id: bank.unit.south } },
      { state: 'PLANNED', owner: { id: bank.staff.outlet }, orgUnit: { id: bank.unit.northOutlet } },
    ],
  });
});

const started = async ({ id, version }: { id: string; version: number }) => ({
  id,
  input: { expectedVersion: version },
});

test('its owner begins it and proves it done; another confirms it, never who did it or leads the case', async () => {
  const { id } = await withTask();
  const task = await only(id);
  expect(await make.refusal('office', START_TASK, await started(task))).toMatchObject({ code: 'FORBIDDEN' });
  const early = { id: task.id, input: { expectedVersion: task.version, proof: '已退' } };
  expect(await make.refusal('handler', COMPLETE_TASK, early)).toMatchObject({ code: 'CONFLICT' });
  const begun = await make.act('handler', START_TASK, task.id, { expectedVersion: task.version });
  expect(
    await make.refusal('handler', COMPLETE_TASK, { id: task.id, input: { expectedVersion: begun.version, proof: '' } }),
  ).toEqual(wrong(['proof']));
  const finished = await make.act('handler', COMPLETE_TASK, task.id, {
    expectedVersion: begun.version,
    proof: '退款回单 20261130',
    deviation: '客户要求退至另一张卡',
  });
  const confirm = { id: task.id, input: { expectedVersion: finished.version, isDone: true } };
  for (const who of ['handler', 'outletMember', 'outlet'] as const)
    expect(await make.refusal(who, CONFIRM_TASK, confirm)).toMatchObject({ code: 'FORBIDDEN' });
  await make.act('reviewer', CONFIRM_TASK, task.id, confirm.input);
  expect(await make.read(id, 'tasks { state proof deviation completedBy { id } confirmedBy { id } }')).toEqual({
    tasks: [
      {
        state: 'CONFIRMED',
        proof: '退款回单 20261130',
        deviation: '客户要求退至另一张卡',
        completedBy: { id: bank.staff.handler },
        confirmedBy: { id: bank.staff.reviewer },
      },
    ],
  });
});

test('what is not found done goes back to its owner with what is missing', async () => {
  const { id } = await withTask();
  const task = await make.done('handler', await only(id));
  const notDone = { expectedVersion: task.version, isDone: false };
  expect(await make.refusal('office', CONFIRM_TASK, { id: task.id, input: notDone })).toEqual(wrong(['comment']));
  await make.act('office', CONFIRM_TASK, task.id, { ...notDone, comment: '回单金额不符' });
  expect(await make.read(id, 'tasks { state remark }')).toEqual({
    tasks: [{ state: 'IN_PROGRESS', remark: '回单金额不符' }],
  });
});

test('a reply while something is to be done carries a day, which is a clock of its own until the result is told', async () => {
  const { id, version } = await withTask();
  expect(await make.refusal('office', REPLY, { id, input: answer(version) })).toEqual(wrong(['promisedOn']));
  const past = { id, input: answer(version, { promisedOn: '2020-01-01' }) };
  expect(await make.refusal('office', REPLY, past)).toEqual(wrong(['promisedOn']));
  const { rows } = await bank.app.pool.query<{ day: string }>(
    `select to_char($1::timestamptz at time zone 'Asia/Shanghai' + interval '3 days', 'YYYY-MM-DD') as day`,
    [bank.clock.now()],
  );
  const replied = await make.act('office', REPLY, id, answer(version, { promisedOn: rows[0]!.day }));
  expect(replied).toMatchObject({ status: 'REPLIED' });
  const clock = async () =>
    (await make.read(id, 'clocks { kind state dueAt }')).clocks.find(
      ({ kind }: { kind: string }) => kind === 'FULFILMENT',
    );
  expect(await clock()).toMatchObject({ state: 'RUNNING' });
  const close = { id, input: { expectedVersion: replied.version } };
  expect(await make.refusal('office', CLOSE, close)).toMatchObject({ code: 'CONFLICT' });
  const told = { id, input: { expectedVersion: replied.version, result: '手续费已退至您的账户。' } };
  expect(await make.refusal('office', TELL_RESULT, told)).toMatchObject({ code: 'CONFLICT' });
  const task = await make.done('handler', await only(id));
  await make.act('office', CONFIRM_TASK, task.id, { expectedVersion: task.version, isDone: true });
  const now = await make.versionOf(id);
  const result = await make.act('office', TELL_RESULT, id, { ...told.input, expectedVersion: now });
  expect(await clock()).toMatchObject({ state: 'MET' });
  expect((await make.read(id, 'contacts { kind }')).contacts[0]).toEqual({ kind: 'RESULT' });
  expect(
    await make.refusal('office', TELL_RESULT, { id, input: { ...told.input, expectedVersion: result.version } }),
  ).toMatchObject({
    code: 'CONFLICT',
  });
});

test('the lead may call off what is no longer wanted', async () => {
  const { id, version } = await withTask();
  const task = await only(id);
  await make.act('outletMember', CANCEL_TASK, task.id, { expectedVersion: task.version, reason: '客户已收到退款' });
  expect(await make.act('office', REPLY, id, answer(version))).toMatchObject({ status: 'REPLIED' });
});

test('a reply that leaves out what is owed is refused field by field', async () => {
  const { id, version } = await make.proposed();
  const input = { expectedVersion: version, findings: '同上' };
  const refusal = await make.refusal('office', REPLY, { id, input });
  expect(refusal).toEqual(wrong(['basis', 'findings', 'reasons', 'remedies']));
});

test('a file with nothing open is closed by the desk, and by nobody else', async () => {
  const { id } = await make.replied();
  const input = { expectedVersion: (await make.visited(id)).version };
  for (const who of ['outletMember', 'handler', 'northLeader'] as const)
    expect(await make.refusal(who, CLOSE, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
  await make.act('office', CLOSE, id, input);
  const closed = await make.read(id, 'status closedAt clocks { state }');
  expect(closed).toMatchObject({ status: 'CLOSED', closedAt: expect.any(String) });
  expect(closed.clocks.map(({ state }: { state: string }) => state)).not.toContain('RUNNING');
});

test('a grave one is looked back on before it is closed', async () => {
  const proposed = await make.proposed({}, { level: 'MAJOR' });
  const { id } = proposed;
  const approve = { expectedVersion: proposed.version, decision: 'APPROVE', checks: passes };
  const approved = await make.act('office', REVIEW, id, approve);
  const replied = await make.act('office', REPLY, id, answer(approved.version));
  const back = (more: object) => ({ expectedVersion: replied.version, assessment: '处置及时，流程有缺口。', ...more });
  expect(await make.refusal('office', LOOK_BACK, { id, input: back({}) })).toEqual(wrong(['noActionReason']));
  const improvement = { text: '修订柜面收费提示', ownerId: bank.staff.outlet, dueOn: '2027-12-31' };
  expect(
    await make.refusal('office', LOOK_BACK, { id, input: back({ improvements: [{ ...improvement, ownerId: 'x' }] }) }),
  ).toEqual(wrong(['improvements.0.ownerId']));
  await make.act('northLeader', LOOK_BACK, id, back({ improvements: [improvement] }));
  expect(await make.read(id, 'reviews { by { id } improvements { text owner { id } dueOn } }')).toEqual({
    reviews: [
      {
        by: { id: bank.staff.northLeader },
        improvements: [{ text: '修订柜面收费提示', owner: { id: bank.staff.outlet }, dueOn: '2027-12-31' }],
      },
    ],
  });
});
