import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { handling, takenUp } from '../handling.js';
import { samples, uploading } from '../uploading.js';
import {
  COMPLAINT,
  openTestBank,
  plainComplaint,
  REGISTER,
  SCREEN,
  SET_FLAGS,
  type TestBank,
} from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

// Guard: `channel` is required by RegisterComplaintInput in complaints/intake/complaint.input.ts; that it stays what it
// was, `error.keyReused` in complaints/intake/register-complaint.ts: no verb takes a channel.
test('D1-五.1(1) D2-四.1 a complaint comes by phone, network or in person, and the channel stays what it was', async () => {
  for (const channel of ['PHONE', 'ONLINE', 'ON_SITE']) {
    const { registerComplaint } = await bank.ask('intake', REGISTER('channel'), { input: plainComplaint({ channel }) });
    expect(registerComplaint).toEqual({ channel });
  }
  const { channel: _none, ...input } = plainComplaint();
  const { extensions } = await bank.refusal('intake', REGISTER(), { input });
  expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { channel: expect.any(String) } });
  const first = plainComplaint();
  const { registerComplaint } = await bank.ask('intake', REGISTER(), { input: first });
  const again = await bank.refusal('intake', REGISTER(), { input: { ...first, channel: 'EMAIL' } });
  expect(again.extensions.code).toBe('CONFLICT');
  expect((await bank.ask('intake', COMPLAINT('channel'), { id: registerComplaint.id })).complaint.channel).toBe(
    'PHONE',
  );
});

// Guard: `answerNeeded` in complaints/handling/screen.actions.ts, and `screenComplaint` in complaints/complaint/state-machine.ts.
test('D1-五.1(2) the desk takes a complaint up once it is found genuine and in scope, or rejects it with a reason', async () => {
  const make = handling(bank);
  const { id, version } = await make.registered();
  const answered = takenUp(version);
  for (const question of ['authentic', 'withinScope']) {
    const input = { ...answered, [question]: null };
    const { extensions } = await bank.refusal('office', SCREEN, { id, input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [question]: expect.any(String) } });
  }
  expect((await bank.refusal('intake', SCREEN, { id, input: answered })).extensions.code).toBe('FORBIDDEN');
  const rejection = { expectedVersion: version, outcome: 'REJECT', authentic: false, withinScope: true };
  const bare = await bank.refusal('office', SCREEN, { id, input: { ...rejection, notice: '经核实不属实。' } });
  expect(Object.keys(bare.extensions.fields ?? {})).toEqual(['reasonCode']);
  expect((await bank.ask('office', SCREEN, { id, input: answered })).screenComplaint.status).toBe('SCREENED');
});

// Guard: `complaint.categoryNeeded` in complaints/handling/screen.actions.ts; the level is never null.
test('D1-五.1(3) a complaint is taken up with a category and a level, and not without', async () => {
  const { id, version } = await handling(bank).registered();
  const { categoryCode: _none, ...input } = takenUp(version);
  const { extensions } = await bank.refusal('office', SCREEN, { id, input });
  expect(Object.keys(extensions.fields ?? {})).toEqual(['categoryCode']);
  await bank.ask('office', SCREEN, { id, input: takenUp(version) });
  const { complaint } = await bank.ask('office', COMPLAINT('level category { code }'), { id });
  expect(complaint).toEqual({ level: 'GENERAL', category: { code: 'FEES' } });
});

// Guard: `rules` in escalations/triggers.ts and `complaint.riskFlagsSet` in escalations/escalation.reactions.ts.
test.each([
  ['MAJOR_RISK', 'MAJOR_RISK E3'],
  ['SOCIAL_IMPACT', 'SOCIAL_IMPACT E3'],
  ['MEDIA', 'MEDIA E3'],
  ['REPUTATION', 'REPUTATION E3'],
  ['LEGAL_VIOLATION', 'LEGAL_VIOLATION E2'],
  ['LEGAL_DISPUTE', 'LEGAL_VIOLATION E2'],
  ['FUND_SAFETY', 'FRAUD_OR_ACCOUNT E3'],
  ['VULNERABLE', 'VULNERABLE_CUSTOMER E1'],
])('D1-二.3 the flag %s calls those above when it is set, at intake or later', async (flag, trigger) => {
  const make = handling(bank);
  const marked = await make.registered({ riskFlags: [flag] });
  expect(await make.liveTriggers(marked.id)).toContain(trigger);
  const { id, version: expectedVersion } = await make.registered();
  await bank.ask('office', SET_FLAGS, { id, input: { expectedVersion, riskFlags: [flag] } });
  expect(await make.liveTriggers(id)).toContain(trigger);
});

// Guard: `fileEvidence` in complaints/evidence/add-evidence.actions.ts.
test('D1-五.2(2) evidence keeps its hash, where it comes from, who collected it and when', async () => {
  const { id } = await handling(bank).registered();
  const { status } = await uploading(bank).send('office', id, {
    source: 'SYSTEM',
    body: samples.pdf,
    name: '流水.pdf',
  });
  expect(status).toBe(201);
  const fields = 'evidence { sha256 source collectedBy { id } collectedAt }';
  const { evidence } = (await bank.ask('office', COMPLAINT(fields), { id })).complaint;
  const sha256 = createHash('sha256').update(samples.pdf).digest('hex');
  const collectedAt = bank.clock.now().toISOString();
  expect(evidence).toEqual([{ sha256, source: 'SYSTEM', collectedBy: { id: bank.staff.office }, collectedAt }]);
});
