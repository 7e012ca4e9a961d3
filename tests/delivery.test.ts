import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Complaint } from '../server/src/complaints/complaint/complaint.js';
import { tellCustomer } from '../server/src/complaints/handling/tell-customer.js';
import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { COMPLAINT, plainComplaint, REGISTER } from './harness/bank.js';
import { ownerSql } from './harness/database.js';
import { startTestServer } from './harness/server.js';
import { byMail, DELIVERIES, openSendingBank, secret, type Registered, type SendingBank } from './sending.js';

let [open, bank, mail, sms] = [] as unknown as [
  SendingBank,
  SendingBank['bank'],
  SendingBank['mail'],
  SendingBank['sms'],
];
beforeAll(async () => {
  open = await openSendingBank();
  ({ bank, mail, sms } = open);
});
afterAll(() => open.stop());
beforeEach(() => open.quiet());

test('the receipt of a complaint by e-mail goes out by e-mail, with the tracking code that only the customer gets', async () => {
  const { id, reference } = await open.register(byMail);
  expect(await open.messages(id)).toMatchObject([
    { kind: 'ACK', isSentBySystem: true, delivery: { channel: 'EMAIL', state: 'QUEUED', attemptCount: 0 } },
  ]);
  await bank.send();
  expect(mail.mails).toHaveLength(1);
  const [{ to, subject, text, headers, id: messageId }] = mail.mails as [(typeof mail.mails)[0]];
  expect({ to, subject, from: headers['auto-submitted'] }).toEqual({
    to: 'zhang@customer.example',
    subject: `关于您的投诉 ${reference}`,
    from: 'auto-generated',
  });
  const { complaint } = await bank.ask('intake', COMPLAINT('trackingCode'), { id });
  expect(text).toContain(reference);
  expect(text).toContain(complaint.trackingCode);
  const sent = await open.only(id);
  expect(sent).toMatchObject({
    recipient: 'z***@customer.example',
    state: 'SENT',
    attemptCount: 1,
    sentAt: bank.clock.now().toISOString(),
    nextAt: null,
    lastErrorCode: null,
    isSimulated: false,
    allowedActions: [],
  });
  expect(messageId).toBe(`<${sent.id}@bank.example>`);
});

test('others are written to by text message, which the gateway can tell to be ours and to be a repetition', async () => {
  const { id } = await open.register();
  await bank.send();
  expect(sms.calls).toHaveLength(1);
  const [{ body, headers, raw }] = sms.calls as [(typeof sms.calls)[0]];
  expect(body.to).toBe('13800001111');
  const { id: deliveryId, recipient } = await open.only(id);
  expect(recipient).toBe('138****1111');
  expect([body.id, headers['idempotency-key'], headers['webhook-id']]).toEqual([deliveryId, deliveryId, deliveryId]);
  const signed = `${deliveryId}.${headers['webhook-timestamp']}.${raw}`;
  const signature = createHmac('sha256', secret).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
});

test.each([
  ['a fixed line and an e-mail address', { phone: '010-88886666', email: 'li@customer.example' }, 'EMAIL'],
  ['a fixed line alone', { phone: '010-88886666' }, null],
  ['a postal address alone', { address: '某市某区某路一号' }, null],
])('whoever left %s is written to where that reaches them', async (_what, way, channel) => {
  const { id } = await open.register({ complainant: { name: '李四', ...way } });
  const [message] = await open.messages(id);
  expect(message).toMatchObject({ isSentBySystem: true, delivery: channel === null ? null : { channel } });
});

test('a complaint that is not registered sends nothing', async () => {
  const { extensions } = await bank.refusal('intake', REGISTER(), { input: plainComplaint({ content: '' }) });
  expect(extensions.code).toBe('BAD_USER_INPUT');
  await bank.send();
  expect(sms.calls).toEqual([]);
});

test('with the mail server down for an hour nothing is held up, and then every message goes out once, in order', async () => {
  await mail.down();
  const complaints: Registered[] = [];
  for (let minute = 0; minute < 60; minute++) {
    bank.clock.advance({ minutes: 1 });
    if (minute % 20 === 0) complaints.push(await open.register(byMail));
    if (minute % 20 === 7) await open.screen(complaints.at(-1)!);
    if (minute % 20 === 14) await open.resolve(complaints.at(-1)!.id);
    // The other channel goes on meanwhile.
    if (minute === 30) await open.register();
    await bank.send();
    await bank.sweep();
  }
  expect(sms.calls).toHaveLength(1);
  const [first, second, third] = await open.messages(complaints[0]!.id);
  expect(first).toMatchObject({ kind: 'ACK', delivery: { state: 'FAILED', lastErrorCode: 'UNREACHABLE' } });
  for (const { delivery } of [second!, third!])
    expect(delivery).toMatchObject({ state: 'QUEUED', attemptCount: 0, nextAt: null });
  await mail.up();
  for (let minute = 0; minute < 20; minute++) {
    bank.clock.advance({ minutes: 1 });
    await bank.send();
  }
  expect(mail.mails).toHaveLength(complaints.length * 3);
  expect(new Set(mail.mails.map(({ id }) => id)).size).toBe(complaints.length * 3);
  for (const { id, reference } of complaints) {
    const ids = (await open.messages(id)).map(({ delivery }) => {
      expect(delivery.state).toBe('SENT');
      return `<${delivery.id}@bank.example>`;
    });
    const theirs = mail.mails.filter(({ subject }) => subject.endsWith(reference));
    expect(theirs.map(({ id: messageId }) => messageId)).toEqual(ids);
  }
});

test('an app sees its messages, but not by which ways they go', async () => {
  const { id } = await open.register({}, 'app');
  await bank.send();
  expect(await open.messages(id, 'app')).toEqual([{ kind: 'ACK', isSentBySystem: true, delivery: null }]);
  const { deliveries } = await bank.ask('app', DELIVERIES, {});
  expect(deliveries).toEqual({ totalCount: 0, items: [] });
});

test('nothing of a message stands in clear in its row or in the log', async () => {
  mail.state.mood = 'REFUSING';
  const { id } = await open.register({ ...byMail, content: '金丝雀内容' });
  await bank.send();
  const { rows } = await bank.app.pool.query('select * from delivery where subject_id = $1', [id]);
  const { rows: events } = await bank.app.pool.query('select data from event where subject_id = $1', [id]);
  expect(JSON.stringify([rows, events])).not.toMatch(/customer\.example|您的投诉已登记/);
});

test('nothing leaves the house for a drill or for the past', async () => {
  const historical = { closedAt: bank.clock.now().toISOString(), resolutionSummary: '已处理' };
  await open.register({ receivedAt: '2024-03-01T02:00:00Z', historical }, 'app');
  const { id } = await open.register();
  await bank.send();
  const before = sms.calls.length;
  await ownerSql(bank.databaseUrl, `update complaint set is_drill = true where id = '${id}'`);
  const ctx = new Context(bank.app, system);
  await ctx.transaction(async () => {
    tellCustomer(ctx, await ctx.em.findOneOrFail(Complaint, { id }), 'BULLETIN', '演练公告');
  });
  await bank.send();
  expect(sms.calls).toHaveLength(before);
});

test('of two processes that send at once each message goes out once', async () => {
  const other = await startTestServer({
    databaseUrl: bank.databaseUrl,
    clock: bank.clock,
    environment: open.environment,
  });
  try {
    const count = 20;
    for (let number = 0; number < count; number++) await open.register(number % 2 ? byMail : {});
    sms.state.answer = (response) => void setTimeout(() => response.end(), 5);
    await Promise.all([bank.send(), other.send(), bank.send(), other.send()]);
    await bank.send();
    expect(new Set(mail.mails.map(({ id }) => id)).size).toBe(count / 2);
    expect(mail.mails).toHaveLength(count / 2);
    expect(sms.calls).toHaveLength(count / 2);
  } finally {
    await other.stop();
  }
});
