import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { wrong } from '../handling.js';
import { deciding, PROPOSE, proposal } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
});
afterAll(() => bank.stop());

// Guard: `startWork` in complaints/intake/register-complaint.ts, in the transaction that registers.
test('D3-2.2a whoever complains gets a number, a code to follow it, and a receipt in the same moment', async () => {
  const { id } = await make.registered();
  const made = await make.read(id, 'reference trackingCode receivedAt contacts { kind at }', 'intake');
  expect(made).toMatchObject({ reference: expect.stringMatching(/^TS-2026-/), trackingCode: expect.any(String) });
  expect(made.contacts).toEqual([{ kind: 'ACK', at: made.receivedAt }]);
});

// Guard: `causeCode` in complaints/resolution/check-proposal.ts, of the list CAUSE.
test('D3-2.3.3 D6-四.2(1) a proposal names what was found and its root cause from the list', async () => {
  const { id, version } = await make.investigated();
  const unknown = { id, input: proposal(version, { causeCode: 'FEES', verdict: null }) };
  expect(await make.refusal('outletMember', PROPOSE, unknown)).toEqual(wrong(['causeCode', 'verdict']));
  await make.act('outletMember', PROPOSE, id, proposal(version, { verdict: 'PARTLY' }));
  expect(await make.read(id, 'resolution { verdict cause { code } }')).toEqual({
    resolution: { verdict: 'PARTLY', cause: { code: 'OPERATION_FAULT' } },
  });
});

// Guard: `kinds` of complaints/resolution/resolution.ts is a list.
test('D3-2.3.4 one resolution holds several remedies at once', async () => {
  const more = { kinds: ['APOLOGY', 'COMPENSATION', 'SERVICE_FIX'], compensation: { amount: '100.00' } };
  const { id } = await make.proposed(more);
  expect(await make.read(id, 'resolution { kinds amount currency }')).toEqual({
    resolution: { kinds: ['APOLOGY', 'COMPENSATION', 'SERVICE_FIX'], amount: '100.00', currency: 'CNY' },
  });
});
