import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, RECORD_RECEIPT, REFER, type TestBank } from './harness/bank.js';
import { receiptOf, referred } from './endings.js';
import { handling, wrong } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

const refer = async (more: object = {}, complaint: object = {}) => {
  const { id, version } = await make.assigned(undefined, complaint);
  return (await bank.ask('office', REFER, { id, input: referred(bank, version, more) })).referComplaint;
};

test('what is handed over whole ends here: nothing is waited for, no offer stands, the customer knows where it is', async () => {
  const { id } = await refer();
  const after = await make.read(
    id,
    'status nextDueAt clocks { state } handovers { state } contacts { kind summary isCustomerVisible }',
  );
  expect(after).toMatchObject({ status: 'REFERRED', nextDueAt: null, handovers: [{ state: 'RECALLED' }] });
  expect(new Set(after.clocks.map(({ state }: { state: string }) => state))).toEqual(new Set(['CANCELLED']));
  expect(after.contacts[0]).toMatchObject({ kind: 'REFERRAL', isCustomerVisible: true });
  expect(after.contacts[0].summary).toContain('移交市公安局经济犯罪侦查支队处理，我行不再办理');
});

test('what is handed over in part is handled on, with its clocks and its hand-over', async () => {
  const { id } = await refer({ scope: 'PART' });
  const after = await make.read(id, 'status clocks { state } handovers { state } contacts { summary }');
  expect(after).toMatchObject({ status: 'ASSIGNED', handovers: [{ state: 'OFFERED' }] });
  expect(after.clocks.map(({ state }: { state: string }) => state)).toContain('RUNNING');
  expect(after.contacts[0].summary).toContain('其余事项我行继续办理');
});

test('everything that the law asks for is named at once when it is missing', async () => {
  const { id, version } = await make.screened();
  const blank = { body: ' ', legalBasis: '', documents: [], legalOpinion: '违法', notice: ' ', opinionById: 'nobody' };
  const input = referred(bank, version, { ...blank, receipt: { number: '', receivedAt: '2999-01-01T00:00:00Z' } });
  const fields = [...Object.keys(blank), 'receipt.number', 'receipt.receivedAt'].toSorted();
  expect(await make.refusal('office', REFER, { id, input })).toEqual(wrong(fields));
});

test('nobody refers on their own opinion, nor on that of somebody who is complained of', async () => {
  const { id, version } = await make.screened({ staffComplainedOfIds: [bank.staff.reviewer] });
  const own = referred(bank, version, { opinionById: bank.staff.office });
  expect(await make.refusal('office', REFER, { id, input: own })).toEqual(wrong(['opinionById']));
  expect(await make.refusal('office', REFER, { id, input: referred(bank, version) })).toEqual(wrong(['opinionById']));
});

test('a receipt that comes later is noted once, by the desk', async () => {
  const { id, version, referrals } = await refer();
  const input = receiptOf(version, referrals[0].id);
  expect(await make.refusal('intake', RECORD_RECEIPT, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
  const made = (await bank.ask('office', RECORD_RECEIPT, { id, input })).recordReferralReceipt;
  expect(made.referrals).toEqual([{ receiptNumber: '经侦收字〔2026〕18号', receivedAt: '2026-01-05T02:00:00.000Z' }]);
  const again = receiptOf(made.version, referrals[0].id);
  expect(await make.refusal('office', RECORD_RECEIPT, { id, input: again })).toMatchObject({ code: 'CONFLICT' });
});

test('a handler does not refer, and what is not taken up yet cannot be referred', async () => {
  const { id, version } = await make.investigated();
  expect(await make.refusal('handler', REFER, { id, input: referred(bank, version) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  const fresh = await make.registered();
  const input = referred(bank, fresh.version);
  expect(await make.refusal('office', REFER, { id: fresh.id, input })).toMatchObject({ code: 'CONFLICT' });
});

test('what is grave stays with those above when it is handed over; an app is told in words only', async () => {
  const made = await make.registered({ riskFlags: ['FUND_SAFETY'] }, 'app');
  const taken = { expectedVersion: made.version, outcome: 'ACCEPT', authentic: true, withinScope: true };
  const how = { categoryCode: 'FEES', complexity: 'SIMPLE', handlingMode: 'JOINT', isEmergency: false };
  const screen = `mutation ($id: ID!, $input: ScreenComplaintInput!) { screenComplaint(id: $id, input: $input) { version } }`;
  const { version } = (await bank.ask('office', screen, { id: made.id, input: { ...taken, ...how } })).screenComplaint;
  await bank.ask('office', REFER, { id: made.id, input: referred(bank, version) });
  expect(await make.liveTriggers(made.id)).toEqual(['FRAUD_OR_ACCOUNT E3']);
  const seen = (await bank.ask('app', COMPLAINT('referrals { id } contacts { kind }'), { id: made.id })).complaint;
  expect(seen.referrals).toEqual([]);
  expect(seen.contacts[0]).toEqual({ kind: 'REFERRAL' });
});
