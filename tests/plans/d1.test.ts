import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

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
