import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, PLAN, RESOLVE, REVEAL, type TestBank } from '../harness/bank.js';
import { wrong } from '../handling.js';
import { answer, deciding, MEDIATE, passes, PROPOSE, proposal, REPLY, REVIEW } from '../resolution.js';
import { uploading } from '../uploading.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
});
afterAll(() => bank.stop());

const approve = (expectedVersion: number) => ({ expectedVersion, decision: 'APPROVE', checks: passes });

// Guard: `planned` in complaints/complaint/actors.ts, a guard of `proposeResolution` in life.ts.
test('D1-五.2(1) nothing is proposed before the investigation has a scope and its one lead', async () => {
  const { id, version } = await make.assigned(bank.staff.office);
  expect(await make.refusal('office', PROPOSE, { id, input: proposal(version) })).toMatchObject({ code: 'CONFLICT' });
  const plan = { expectedVersion: version, scope: '核实收费经过', leadId: bank.staff.office };
  const planned = await make.act('office', PLAN, id, plan);
  expect(await make.act('office', PROPOSE, id, proposal(planned.version))).toMatchObject({ status: 'EXECUTING' });
});

// Guard: `isRecused` in complaints/handling/recusal.ts for the lead; complaints/evidence/ for what is kept of a file.
test('D1-五.2(2) nobody complained of leads, and evidence keeps hash, source, collector and time', async () => {
  const offered = await make.assigned(bank.unit.northOutlet, { staffComplainedOfIds: [bank.staff.outlet] });
  const plan = { expectedVersion: offered.version, scope: '核实', leadId: bank.staff.outlet };
  expect(await make.refusal('office', PLAN, { id: offered.id, input: plan })).toEqual(wrong(['leadId']));
  expect(await uploading(bank).send('office', offered.id)).toMatchObject({ status: 201 });
  expect((await make.read(offered.id, 'evidence { sha256 source collectedBy { id } collectedAt }')).evidence).toEqual([
    {
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: 'CUSTOMER',
      collectedBy: { id: bank.staff.office },
      collectedAt: expect.any(String),
    },
  ]);
});

// Guard: `maskText` and the resolvers of complainant; `mayReveal` in complaint.access.ts, recorded by revealField.
test('D1-五.2(3) what is personal comes back masked; one value is shown in clear for a reason, to those who may', async () => {
  const { id } = await make.registered();
  expect(await make.read(id, 'complainant { name phone }', 'intake')).toEqual({
    complainant: { name: expect.stringContaining('*'), phone: expect.stringContaining('*') },
  });
  const input = { field: 'PHONE', reason: 'CONTACT_CUSTOMER' };
  const shown = (await bank.ask('office', REVEAL, { id, input })).revealField;
  expect(shown.value).toBe('13800001111');
  expect(await make.refusal('auditor', REVEAL, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
  const { auditEntries } = await bank.ask(
    'auditor',
    '{ auditEntries(filter: { kind: ["complaint.fieldRevealed"] }) { items { kind { code } actor { id } } } }',
  );
  expect(auditEntries.items).toEqual([{ kind: { code: 'complaint.fieldRevealed' }, actor: { id: bank.staff.office } }]);
});

// Guard: `reviewOf` asks for the desk where a rejection is proposed; `refuse` in resolution.actions.ts tells the customer.
test('D1-五.3(1)a after an investigation, too, a complaint is rejected with a reason, a notice and the right to appeal', async () => {
  const rejection = { kinds: ['REJECTED'], rejectionCode: 'NOT_AUTHENTIC', rejectionNotice: '经核实情况不存在。' };
  const { id, version } = await make.proposed({ verdict: 'UNSUBSTANTIATED', ...rejection });
  expect(await make.act('office', REVIEW, id, approve(version))).toMatchObject({ status: 'REJECTED' });
  const { rejectionReason, contacts } = await make.read(id, 'rejectionReason { code } contacts { kind summary }');
  expect(rejectionReason).toEqual({ code: 'NOT_AUTHENTIC' });
  expect(contacts[0]).toMatchObject({ kind: 'REJECTION', summary: expect.stringContaining('申诉') });
});

// Guard: `recordMediation` in life.ts and `mediated` in actors.ts.
test('D1-五.3(1)b a mediation names who mediates and when; agreed it stands in writing, failed the investigation goes on', async () => {
  const { id, version } = await make.investigated();
  const bare = { id, input: proposal(version, { kinds: ['MEDIATION'] }) };
  expect(await make.refusal('outletMember', PROPOSE, bare)).toEqual(wrong(['mediation']));
  const mediation = { kinds: ['MEDIATION'], mediation: { mediator: '银行业调解中心', on: '2026-12-01' } };
  const proposed = await make.act('outletMember', PROPOSE, id, proposal(version, mediation));
  const unwritten = { expectedVersion: proposed.version, outcome: 'AGREED' };
  expect(await make.refusal('outletMember', MEDIATE, { id, input: unwritten })).toEqual(wrong(['agreement']));
  const failed = { expectedVersion: proposed.version, outcome: 'FAILED' };
  expect(await make.act('outletMember', MEDIATE, id, failed)).toMatchObject({ status: 'INVESTIGATING' });
});

// Guard: `reviewOf` in complaints/resolution/review-rules.ts; `checkKinds` in check-proposal.ts.
test('D1-五.3(1)c compensation has an amount and a currency, and over the limit of the unit somebody approves it', async () => {
  const { id, version } = await make.investigated();
  const bare = { id, input: proposal(version, { kinds: ['COMPENSATION'] }) };
  expect(await make.refusal('outletMember', PROPOSE, bare)).toEqual(wrong(['compensation']));
  const money = { kinds: ['COMPENSATION', 'APOLOGY'], compensation: { amount: '501.00', currency: 'CNY' } };
  const proposed = await make.act('outletMember', PROPOSE, id, proposal(version, money));
  expect(proposed).toMatchObject({ status: 'IN_REVIEW' });
  expect(await make.act('office', REVIEW, id, approve(proposed.version))).toMatchObject({ status: 'EXECUTING' });
});

// Guard: `openSurvey`, called by replyToCustomer, resolveImmediately and `refuse`.
test('D1-五.3(2) every decision that is told opens one survey', async () => {
  const settled = await make.registered();
  const input = { expectedVersion: settled.version, resolutionSummary: '已说明', customerConsents: true };
  await bank.ask('intake', RESOLVE, { id: settled.id, input: { ...input, categoryCode: 'FEES' } });
  const { id, version } = await make.proposed();
  await make.act('office', REPLY, id, answer(version));
  for (const each of [settled.id, id])
    expect(await make.read(each, 'status surveys { state }')).toEqual({
      status: 'REPLIED',
      surveys: [{ state: 'OPEN' }],
    });
});
