import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at, midnightAfter } from './clocking.js';
import { ANSWER_HELP, CANCEL_HELP, cooperating, help, REQUEST_HELP } from './cooperating.js';
import { ACKNOWLEDGE, CHANGE_LEVEL, COMPLAINT, openTestBank, WITHDRAW, type TestBank } from './harness/bank.js';
import { wrong } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof cooperating>;
beforeAll(async () => {
  bank = await openTestBank();
  make = cooperating(bank);
});
afterAll(() => bank.stop());

const REQUESTS = `orgUnit { id } responsible { id } status
  cooperations { orgUnit { id } state question answer answeredBy { id } clock { state } }`;

test('a unit asked to help reads the complaint and answers; who answers for it stays the same', async () => {
  const held = await make.investigated();
  expect(await make.refusal('southTeller', COMPLAINT('id'), held)).toMatchObject({ code: 'NOT_FOUND' });
  const { request } = await make.asked(held);
  expect((await make.read(held.id, 'status', 'southTeller')).status).toBe('INVESTIGATING');
  const input = help(request.version, { answer: '客户 13800001111 于当日在我处开户' });
  await bank.ask('southTeller', ANSWER_HELP, { id: request.id, input });
  expect(await make.read(held.id, REQUESTS)).toEqual({
    status: 'INVESTIGATING',
    orgUnit: { id: bank.unit.northOutlet },
    responsible: { id: bank.staff.outlet },
    cooperations: [
      {
        orgUnit: { id: bank.unit.southOutlet },
        state: 'ANSWERED',
        question: '请协助核实客户在贵处的交易',
        answer: '客户 138****1111 于当日在我处开户',
        answeredBy: { id: bank.staff.southTeller },
        clock: { state: 'MET' },
      },
    ],
  });
});

test('exactly those asked answer: the people of the unit and its handlers', async () => {
  const { complaint, request } = await make.asked(await make.investigated());
  const answer = { id: request.id, input: help(request.version) };
  for (const [who, code] of [
    ['southIntake', 'NOT_FOUND'],
    ['admin', 'NOT_FOUND'],
    ['teller', 'NOT_FOUND'],
    ['handler', 'FORBIDDEN'],
    ['outlet', 'FORBIDDEN'],
    ['office', 'FORBIDDEN'],
    ['app', 'NOT_FOUND'],
  ] as const)
    expect([who, await make.refusal(who, ANSWER_HELP, answer)]).toMatchObject([who, { code }]);
  expect(await make.refusal('southOutlet', ANSWER_HELP, { ...answer, id: complaint.id })).toMatchObject({
    code: 'NOT_FOUND',
  });
  await bank.ask('southOutlet', ANSWER_HELP, answer);
  expect(await make.refusal('southTeller', ANSWER_HELP, answer)).toMatchObject({ code: 'CONFLICT' });
});

test('one asked unit does not answer for another', async () => {
  const first = await make.asked(await make.investigated());
  const second = await make.asked(first.complaint, { orgUnitId: bank.unit.north });
  const input = help(second.request.version);
  expect(await make.refusal('southOutlet', ANSWER_HELP, { id: second.request.id, input })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('all that is wrong with a request is named at once', async () => {
  const held = await make.investigated();
  const { complaint } = await make.asked(held);
  const ask = (more: object) => ({
    id: held.id,
    input: { expectedVersion: complaint.version, orgUnitId: bank.unit.south, question: '请协助', ...more },
  });
  const today = bank.clock.now().toISOString().slice(0, 10);
  expect(
    await make.refusal('outlet', REQUEST_HELP, ask({ orgUnitId: 'nonsense', question: ' ', dueOn: today })),
  ).toEqual(wrong(['dueOn', 'orgUnitId', 'question']));
  for (const orgUnitId of [bank.unit.northOutlet, bank.unit.southOutlet])
    expect(await make.refusal('outlet', REQUEST_HELP, ask({ orgUnitId }))).toEqual(wrong(['orgUnitId']));
  expect(await make.refusal('teller', REQUEST_HELP, ask({}))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await make.refusal('intake', REQUEST_HELP, ask({}))).toMatchObject({ code: 'FORBIDDEN' });
});

test('a request has the time of the plan, or until a day that is named', async () => {
  bank.clock.set(at('2026-12-07 10:00'));
  const first = await make.asked(await make.investigated());
  expect(first.request.clock).toMatchObject({ kind: 'COOPERATION', dueAt: midnightAfter('2026-12-09') });
  const second = await make.asked(first.complaint, { orgUnitId: bank.unit.north, dueOn: '2026-12-12' });
  expect(second.request.clock).toMatchObject({ state: 'RUNNING', dueAt: midnightAfter('2026-12-12') });
});

test('silence calls those above the unit asked, who may answer for it; the others go on', async () => {
  bank.clock.set(at('2026-12-14 10:00'));
  const first = await make.asked(await make.investigated());
  const second = await make.asked(first.complaint, { orgUnitId: bank.unit.north });
  await bank.ask('handler', ANSWER_HELP, { id: second.request.id, input: help(second.request.version) });
  bank.clock.set(at('2026-12-17 00:00'));
  await bank.sweep();
  const ESCALATION = 'escalations { id trigger level status cause askedUnit { id } notices { staff { id } } }';
  const [called] = (await make.read(first.complaint.id, ESCALATION)).escalations;
  expect(called).toMatchObject({
    trigger: 'COOPERATION_OVERDUE',
    level: 'E2',
    askedUnit: { id: bank.unit.southOutlet },
    notices: [{ staff: { id: bank.staff.southOffice } }],
  });
  expect(called.cause).toContain('南门网点');
  await bank.ask('southOffice', ACKNOWLEDGE, { id: called.id });
  const { version } = await make.read(first.complaint.id, 'version');
  await make.asked({ id: first.complaint.id, version }, { orgUnitId: bank.unit.head });
  await bank.ask('southOutlet', ANSWER_HELP, { id: first.request.id, input: help(first.request.version) });
  const after = await make.read(first.complaint.id, 'escalations { trigger status } clocks { kind state fulfilledAt }');
  expect(after.escalations).toContainEqual({ trigger: 'COOPERATION_OVERDUE', status: 'CANCELLED' });
  expect(after.clocks).toContainEqual({
    kind: 'COOPERATION',
    state: 'BREACHED',
    fulfilledAt: bank.clock.now().toISOString(),
  });
});

test('what is needed no more is cancelled by those who asked, with a reason, and late or not nobody is waited for', async () => {
  bank.clock.set(at('2026-12-21 10:00'));
  const { complaint, request } = await make.asked(await make.investigated());
  bank.clock.set(at('2026-12-24 00:00'));
  await bank.sweep();
  expect(await make.liveTriggers(complaint.id)).toContain('COOPERATION_OVERDUE E2');
  const input = { expectedVersion: request.version, reason: '已从系统查明' };
  expect(await make.refusal('southOutlet', CANCEL_HELP, { id: request.id, input })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await make.refusal('outlet', CANCEL_HELP, { id: request.id, input: { ...input, reason: '' } })).toEqual(
    wrong(['reason']),
  );
  await bank.ask('outlet', CANCEL_HELP, { id: request.id, input });
  expect(await make.liveTriggers(complaint.id)).not.toContain('COOPERATION_OVERDUE E2');
  expect(await make.refusal('southOutlet', COMPLAINT('id'), complaint)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a complaint that ends asks nobody for help any more', async () => {
  const { complaint } = await make.asked(await make.investigated());
  const { version: expectedVersion } = await make.read(complaint.id, 'version');
  await bank.ask('office', WITHDRAW, {
    id: complaint.id,
    input: { expectedVersion, channel: 'PHONE', proof: '客户来电撤回，已核对身份' },
  });
  expect(await make.read(complaint.id, 'cooperations { state cancelReason clock { state } }')).toEqual({
    cooperations: [{ state: 'CANCELLED', cancelReason: null, clock: { state: 'CANCELLED' } }],
  });
});

test('what turns out grave is looked into jointly from then on, and each unit says what it found', async () => {
  const held = await make.investigated();
  const { request } = await make.asked(held);
  const { version: expectedVersion } = await make.read(held.id, 'version');
  await bank.ask('office', CHANGE_LEVEL, {
    id: held.id,
    input: { expectedVersion, level: 'MAJOR', reason: '涉及多名客户' },
  });
  expect(await make.read(held.id, 'handlingMode')).toEqual({ handlingMode: 'JOINT' });
  const answer = { id: request.id, input: help(request.version) };
  expect(await make.refusal('southOutlet', ANSWER_HELP, answer)).toEqual(wrong(['finding']));
  await bank.ask('southOutlet', ANSWER_HELP, { ...answer, input: { ...answer.input, finding: '未尽告知义务' } });
});
