import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { receiptOf, referred } from '../endings.js';
import { handling, wrong } from '../handling.js';
import { openTestBank, RECORD_RECEIPT, REFER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const FIELDS = `status referrals { body legalBasis documents legalOpinion opinionBy { id } scope receiptNumber }
  contacts { kind isCustomerVisible }`;

// Guard: `referComplaint` in complaints/complaint/life.ts; checkReferral in complaints/referral/referral.actions.ts.
test('D1-五.3(3) what breaks the law goes to the body that the law names, with its receipt, and the customer is told', async () => {
  const make = handling(bank);
  const { id, version } = await make.assigned(bank.staff.office);
  const input = referred(bank, version);
  expect(await make.refusal('intake', REFER, { id, input })).toMatchObject({ code: 'FORBIDDEN' });
  const bare = { ...input, body: '', legalBasis: '', documents: [], legalOpinion: '' };
  const missing = wrong(['body', 'documents', 'legalBasis', 'legalOpinion']);
  expect(await make.refusal('office', REFER, { id, input: bare })).toEqual(missing);
  const part = (await bank.ask('office', REFER, { id, input: { ...input, scope: 'PART' } })).referComplaint;
  expect(part.status).toBe('INVESTIGATING');
  const noted = receiptOf(part.version, part.referrals[0].id);
  const { version: then } = (await bank.ask('office', RECORD_RECEIPT, { id, input: noted })).recordReferralReceipt;
  await bank.ask('office', REFER, { id, input: referred(bank, then) });
  const after = await make.read(id, FIELDS);
  const { expectedVersion: _none, notice: _told, opinionById, ...said } = input;
  expect(after).toMatchObject({
    status: 'REFERRED',
    referrals: [
      { ...said, opinionBy: { id: opinionById }, scope: 'WHOLE', receiptNumber: null },
      { ...said, scope: 'PART', receiptNumber: noted.receipt.number },
    ],
  });
  const told = after.contacts.filter(({ kind }: { kind: string }) => kind === 'REFERRAL');
  expect(told).toEqual([
    { kind: 'REFERRAL', isCustomerVisible: true },
    { kind: 'REFERRAL', isCustomerVisible: true },
  ]);
});
