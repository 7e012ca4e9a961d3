import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type Speaker, type TestBank } from './harness/bank.js';
import { cooperating } from './cooperating.js';
import { wrong } from './handling.js';
import { answer, deciding, MEDIATE, passes, PROPOSE, proposal, REPLY, REVIEW, REVISE } from './resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
});
afterAll(() => bank.stop());

const approval = (expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  decision: 'APPROVE',
  checks: passes,
  ...more,
});
const money = (amount: string, currency = 'CNY') => ({
  kinds: ['COMPENSATION'],
  compensation: { amount, currency },
});

test('only the lead proposes, and only once the investigation is planned', async () => {
  const { id, version } = await make.investigated();
  const input = proposal(version);
  for (const who of ['outlet', 'handler', 'office', 'intake'] as Speaker[])
    expect(await make.refusal(who, PROPOSE, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make.refusal('southOffice', PROPOSE, { id, input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await make.act('outletMember', PROPOSE, id, input)).toMatchObject({ status: 'EXECUTING' });
  expect(await make.refusal('outletMember', PROPOSE, { id, input })).toMatchObject({ code: 'CONFLICT' });
});

test('a proposal without its answers names every field at once and changes nothing', async () => {
  const { id, version } = await make.investigated();
  const input = {
    expectedVersion: version,
    causeCode: 'NO_SUCH_CAUSE',
    summary: ' ',
    kinds: ['REJECTED', 'COMPENSATION'],
    mediation: { mediator: '调解委员会', on: '2026-11-20' },
    tasks: [{ text: '退款', receiverId: 'nobody', dueOn: '2020-01-01' }],
    checks: { feasible: true, targeted: false, effective: true, lawful: false },
  };
  const fields = ['causeCode', 'checks.lawful', 'checks.targeted', 'compensation', 'kinds', 'mediation'];
  const more = ['noEvidenceReason', 'rejectionCode', 'rejectionNotice', 'summary', 'tasks', 'verdict'];
  const ofTasks = ['tasks.0.dueOn', 'tasks.0.receiverId'];
  expect(await make.refusal('outletMember', PROPOSE, { id, input })).toEqual(
    wrong([...fields, ...more, ...ofTasks].toSorted()),
  );
  expect(await make.read(id, 'status resolution { id } resolutions { id } tasks { id }')).toEqual({
    status: 'INVESTIGATING',
    resolution: null,
    resolutions: [],
    tasks: [],
  });
});

test('a suggestion needs no finding, and only a suggestion is adopted', async () => {
  const suggestion = await make.investigated({ level: 'SUGGESTION' });
  const adopted = { kinds: ['ADOPTED'], verdict: null };
  await make.act('outletMember', PROPOSE, suggestion.id, proposal(suggestion.version, adopted));
  expect(await make.read(suggestion.id, 'resolution { verdict kinds reviewMode }')).toEqual({
    resolution: { verdict: 'NOT_APPLICABLE', kinds: ['ADOPTED'], reviewMode: 'NONE' },
  });
  const general = await make.investigated();
  expect(
    await make.refusal('outletMember', PROPOSE, { id: general.id, input: proposal(general.version, adopted) }),
  ).toEqual(wrong(['kinds', 'verdict']));
});

test.each([
  ['a general complaint with little money', '500.00', 'CNY', {}, 'NONE'],
  ['more money than goes without review', '500.01', 'CNY', {}, 'DESK'],
  ['as much as the desk may approve', '50000.00', 'CNY', {}, 'DESK'],
  ['more than the desk may approve', '50000.01', 'CNY', {}, 'GROUP'],
  ['another currency', '10.00', 'USD', {}, 'GROUP'],
  ['a major complaint', '1.00', 'CNY', { level: 'MAJOR' }, 'DESK'],
])('who approves is decided by level and money: %s', async (_, amount, currency, of, reviewMode) => {
  const { id } = await make.proposed(money(amount, currency), of);
  expect(await make.read(id, 'status resolution { reviewMode amount currency }')).toEqual({
    status: reviewMode === 'NONE' ? 'EXECUTING' : 'IN_REVIEW',
    resolution: { reviewMode, amount, currency },
  });
});

test('nobody approves their own; a reviewer or the desk does, and only with six times yes', async () => {
  const { id, version } = await make.proposed({}, { level: 'MAJOR' });
  for (const who of ['outletMember', 'handler', 'northLeader'] as Speaker[])
    expect(await make.refusal(who, REVIEW, { id, input: approval(version) })).toMatchObject({ code: 'FORBIDDEN' });
  const partly = approval(version, { checks: { ...passes, reasonable: false, compliant: false } });
  expect(await make.refusal('office', REVIEW, { id, input: partly })).toEqual(
    wrong(['checks.compliant', 'checks.reasonable']),
  );
  expect(await make.act('reviewer', REVIEW, id, approval(version))).toMatchObject({ status: 'EXECUTING' });
  expect(await make.read(id, 'resolution { state approvals { decision by { id } failedChecks comment } }')).toEqual({
    resolution: {
      state: 'APPROVED',
      approvals: [{ decision: 'APPROVE', by: { id: bank.staff.reviewer }, failedChecks: [], comment: null }],
    },
  });
});

test('a desk that leads the case itself does not review it', async () => {
  const offered = await make.assigned(bank.staff.office, { level: 'MAJOR' });
  const plan = `mutation ($id: ID!, $input: PlanInvestigationInput!) { planInvestigation(id: $id, input: $input) { id version status } }`;
  const led = await make.act('office', plan, offered.id, {
    expectedVersion: offered.version,
    scope: '核实',
    leadId: bank.staff.office,
  });
  const found = await cooperating(bank).withFinding(led, 'office');
  const { id, version } = await make.act('office', PROPOSE, led.id, proposal(found.version));
  expect(await make.refusal('office', REVIEW, { id, input: approval(version) })).toMatchObject({ code: 'CONFLICT' });
  expect(await make.act('officeClerk', REVIEW, id, approval(version))).toMatchObject({ status: 'EXECUTING' });
});

test('what is sent back says why, and comes again as another version', async () => {
  const first = await make.proposed({}, { level: 'MAJOR' });
  const { id } = first;
  const back = { decision: 'RETURN', checks: { ...passes, reasonable: false } };
  expect(await make.refusal('office', REVIEW, { id, input: approval(first.version, back) })).toEqual(
    wrong(['comment']),
  );
  const comment = '赔偿标准不合理，请重新测算';
  const returned = await make.act('office', REVIEW, id, approval(first.version, { ...back, comment }));
  expect(returned).toMatchObject({ status: 'INVESTIGATING' });
  await make.act('outletMember', PROPOSE, id, proposal(returned.version, { summary: '改为退还全部手续费' }));
  expect(
    await make.read(id, 'resolution { number } resolutions { number state approvals { failedChecks comment } }'),
  ).toEqual({
    resolution: { number: 2 },
    resolutions: [
      { number: 2, state: 'PROPOSED', approvals: [] },
      { number: 1, state: 'RETURNED', approvals: [{ failedChecks: ['reasonable'], comment }] },
    ],
  });
});

test('the group approves what is above the desk, by another than the proposer', async () => {
  const { id, version } = await make.proposed(money('80000.00'));
  expect(await make.refusal('office', REVIEW, { id, input: approval(version) })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make.act('northDeputy', REVIEW, id, approval(version))).toMatchObject({ status: 'EXECUTING' });
});

test('of two who review at once one decides, and the other is told so', async () => {
  const { id, version } = await make.proposed({}, { level: 'MAJOR' });
  const review = (who: Speaker) => bank.say(who, REVIEW, { id, input: approval(version) });
  const answers = await Promise.all([review('office'), review('reviewer')]);
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted();
  expect(codes).toEqual(['CONFLICT', 'done']);
  expect((await make.read(id, 'resolution { approvals { id } }')).resolution.approvals).toHaveLength(1);
});

test('a revision voids what was approved and ends its tasks; clocks run on', async () => {
  const tasks = [{ text: '退还手续费', receiverId: bank.unit.northOutlet, dueOn: '2027-12-31' }];
  const { id, version } = await make.proposed({ tasks });
  const clocks = async () => (await make.read(id, 'clocks { kind state dueAt }')).clocks;
  const before = await clocks();
  expect(
    await make.refusal('outlet', REVISE, { id, input: { expectedVersion: version, reason: '客户不接受' } }),
  ).toMatchObject({ code: 'FORBIDDEN' });
  const input = { expectedVersion: version, reason: '客户不接受' };
  expect(await make.act('outletMember', REVISE, id, input)).toMatchObject({ status: 'INVESTIGATING' });
  expect(await make.read(id, 'resolution { state revisionReason } tasks { state }')).toEqual({
    resolution: { state: 'VOID', revisionReason: '客户不接受' },
    tasks: [{ state: 'CANCELLED' }],
  });
  expect(await clocks()).toEqual(before);
});

test('a mediation that fails takes the complaint back to its investigation; one that is agreed stands in writing', async () => {
  const mediation = { kinds: ['MEDIATION'], mediation: { mediator: '银行业调解中心', on: '2026-12-01' } };
  const failed = await make.proposed(mediation);
  expect(await make.refusal('office', REPLY, { id: failed.id, input: answer(failed.version) })).toMatchObject({
    code: 'CONFLICT',
  });
  const outcome = (version: number, more: object) => ({ expectedVersion: version, ...more });
  await make.act('outletMember', MEDIATE, failed.id, outcome(failed.version, { outcome: 'FAILED' }));
  expect(await make.read(failed.id, 'status resolution { state mediationOutcome }')).toEqual({
    status: 'INVESTIGATING',
    resolution: { state: 'VOID', mediationOutcome: 'FAILED' },
  });
  const agreed = await make.proposed(mediation);
  expect(
    await make.refusal('outletMember', MEDIATE, {
      id: agreed.id,
      input: outcome(agreed.version, { outcome: 'AGREED' }),
    }),
  ).toEqual(wrong(['agreement']));
  const input = outcome(agreed.version, { outcome: 'AGREED', agreement: '银行退还手续费，客户不再主张其他权利' });
  const now = await make.act('outletMember', MEDIATE, agreed.id, input);
  expect(await make.refusal('outletMember', MEDIATE, { id: agreed.id, input })).toMatchObject({ code: 'CONFLICT' });
  expect(await make.act('office', REPLY, agreed.id, answer(now.version))).toMatchObject({ status: 'REPLIED' });
});

test('a rejection after an investigation is reviewed even where the level asks for no review, and the customer is told', async () => {
  const rejection = {
    kinds: ['REJECTED'],
    rejectionCode: 'NOT_AUTHENTIC',
    rejectionNotice: '经核实，您反映的情况不存在。',
  };
  const { id, version } = await make.proposed({ verdict: 'UNSUBSTANTIATED', ...rejection });
  expect(await make.read(id, 'status')).toEqual({ status: 'IN_REVIEW' });
  expect(await make.act('office', REVIEW, id, approval(version))).toMatchObject({ status: 'REJECTED' });
  const told = await make.read(id, 'rejectionReason { code } contacts { kind summary } clocks { kind state }');
  expect(told.rejectionReason).toEqual({ code: 'NOT_AUTHENTIC' });
  expect(told.contacts[0]).toMatchObject({ kind: 'REJECTION', summary: expect.stringContaining('申诉') });
  expect(told.clocks.filter(({ state }: { state: string }) => state === 'RUNNING')).toEqual([]);
});
