import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, RESOLVE, type TestBank } from './harness/bank.js';
import { handling } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

const settled = async () => {
  const { id, version } = await make.registered();
  const input = {
    expectedVersion: version,
    categoryCode: 'FEES',
    resolutionSummary: '已退回多收费用',
    customerConsents: true,
  };
  await bank.ask('intake', RESOLVE, { id, input });
  return id;
};

test('whoever is told a decision is asked once how satisfied they are', async () => {
  const id = await settled();
  expect(await make.read(id, 'surveys { state score comment answeredAt recordedBy { id } }')).toEqual({
    surveys: [{ state: 'OPEN', score: null, comment: null, answeredAt: null, recordedBy: null }],
  });
});
