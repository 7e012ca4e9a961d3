import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';
import { samples, uploading } from '../uploading.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

// Guard: checkTimes in complaints/intake/check-intake.ts; addEvidence in complaints/evidence/add-evidence.actions.ts.
test('D5-五.1(1) a letter keeps the day it was posted, the day it came and its scan', async () => {
  const days = { postedAt: '2026-11-18T01:00:00.000Z', receivedAt: '2026-11-22T01:00:00.000Z' };
  const input = plainComplaint({ channel: 'LETTER', ...days });
  const { id } = (await bank.ask('intake', REGISTER(), { input })).registerComplaint;
  const sent = { name: '信函扫描件.pdf', body: samples.pdf, description: '信函扫描件' };
  expect((await uploading(bank).send('intake', id, sent)).status).toBeLessThan(300);
  const { complaint } = await bank.ask('intake', COMPLAINT('channel postedAt receivedAt evidence { name type }'), {
    id,
  });
  expect(complaint).toEqual({
    channel: 'LETTER',
    ...days,
    evidence: [{ name: '信函扫描件.pdf', type: 'application/pdf' }],
  });
});
