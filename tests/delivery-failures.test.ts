import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { COMPLAINT } from './harness/bank.js';
import { byMail, CANCEL, DELIVERIES, openSendingBank, RETRY, type SendingBank } from './sending.js';

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

test('what the server has no time for is tried again after longer and longer times, up to a quarter of an hour', async () => {
  mail.state.mood = 'BUSY';
  const { id } = await open.register(byMail);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    await bank.send();
    const { state, attemptCount, nextAt, lastErrorCode } = await open.only(id);
    expect({ state, attemptCount, lastErrorCode }).toEqual({
      state: 'FAILED',
      attemptCount: attempt,
      lastErrorCode: 'TRY_LATER',
    });
    waits.push((Date.parse(nextAt) - bank.clock.now().getTime()) / 60_000);
    await bank.send();
    expect((await open.only(id)).attemptCount).toBe(attempt);
    bank.clock.set(new Date(nextAt));
  }
  const usual = [0.5, 1, 2, 4, 8, 15, 15, 15];
  expect(waits.map((wait, at) => Math.abs(wait / usual[at]! - 1) <= 0.2)).toEqual(usual.map(() => true));
  expect(new Set(waits.slice(5)).size).toBe(3);
});

test('a message that is refused for good is given up at once, shown to the desk, and holds up none behind it', async () => {
  mail.state.mood = 'REFUSING';
  const complaint = await open.register(byMail);
  await open.screen(complaint);
  await bank.send();
  const dead = (await open.messages(complaint.id))[0]!;
  expect(dead.delivery).toMatchObject({ state: 'DEAD', attemptCount: 1, lastErrorCode: 'REFUSED', nextAt: null });
  expect(dead.delivery.allowedActions.map(({ code }: { code: string }) => code)).toEqual([
    'retryDelivery',
    'cancelDelivery',
  ]);
  mail.state.mood = 'WELL';
  await bank.send();
  const { deliveries } = await bank.ask('office', DELIVERIES, { filter: { state: ['DEAD'] } });
  const listed = deliveries.items.find((item: { id: string }) => item.id === dead.delivery.id);
  expect(listed).toMatchObject({ complaint: { id: complaint.id }, contact: { kind: 'ACK' } });
  const { events } = (await bank.ask('office', COMPLAINT('events { kind contact { kind } }'), complaint)).complaint;
  expect(events).toContainEqual({ kind: 'DELIVERY_DEAD', contact: { kind: 'ACK' } });
});

test('what nobody takes for a day is given up', async () => {
  sms.answerWith(503);
  const { id } = await open.register();
  for (let hour = 0; hour < 25; hour++) {
    await bank.send();
    bank.clock.advance({ hours: 1 });
  }
  expect(await open.only(id)).toMatchObject({ state: 'DEAD', lastErrorCode: 'TRY_LATER' });
});

test('the desk sends again what was given up: it keeps its id', async () => {
  sms.answerWith(400);
  const { id } = await open.register();
  await bank.send();
  const dead = await open.only(id);
  const variables = { id: dead.id, version: dead.version };
  sms.answerWith(200);
  for (const who of ['intake', 'northLeader'] as const)
    expect((await bank.refusal(who, RETRY, variables)).extensions.code).toBe('FORBIDDEN');
  for (const who of ['reviewer', 'southOffice', 'admin', 'app'] as const)
    expect((await bank.refusal(who, RETRY, variables)).extensions.code).toBe('NOT_FOUND');
  expect((await bank.refusal('office', RETRY, { ...variables, version: 1 })).extensions.code).toBe('CONFLICT');
  const { retryDelivery } = await bank.ask('office', RETRY, variables);
  expect(retryDelivery).toMatchObject({ state: 'QUEUED', nextAt: bank.clock.now().toISOString() });
  const again = { id: dead.id, version: retryDelivery.version };
  expect((await bank.refusal('office', RETRY, again)).extensions.code).toBe('CONFLICT');
  await bank.send();
  expect(sms.calls.map(({ body }) => body.id)).toEqual([dead.id, dead.id]);
  expect(await open.only(id)).toMatchObject({ state: 'SENT', attemptCount: 2 });
  const { complaint } = await bank.ask('office', COMPLAINT('events { kind }'), { id });
  expect(complaint.events.map(({ kind }: { kind: string }) => kind)).toEqual([
    'DELIVERY_SENT',
    'DELIVERY_RETRIED',
    'DELIVERY_DEAD',
    'REGISTERED',
  ]);
});

test('the desk ends what the customer was told otherwise, and what waited behind it goes', async () => {
  mail.state.mood = 'BUSY';
  const complaint = await open.register(byMail);
  await open.screen(complaint);
  await bank.send();
  const { id, version } = await open.only(complaint.id);
  expect((await bank.refusal('intake', CANCEL, { id, version })).extensions.code).toBe('FORBIDDEN');
  expect((await bank.ask('office', CANCEL, { id, version })).cancelDelivery).toMatchObject({
    state: 'CANCELLED',
    allowedActions: [],
  });
  mail.state.mood = 'WELL';
  await bank.send();
  expect((await open.messages(complaint.id)).map(({ delivery }) => delivery.state)).toEqual(['CANCELLED', 'SENT']);
  expect((await bank.refusal('office', CANCEL, { id, version: version + 1 })).extensions.code).toBe('CONFLICT');
});

test('whoever loses the answer of the server sends again with the same id, so that it can be told for a repetition', async () => {
  mail.state.dropsAfterData = true;
  const { id } = await open.register(byMail);
  await bank.send();
  mail.state.dropsAfterData = false;
  expect(await open.only(id)).toMatchObject({ state: 'FAILED', lastErrorCode: 'UNREACHABLE' });
  bank.clock.advance({ minutes: 1 });
  await bank.send();
  expect(mail.mails).toHaveLength(2);
  expect(mail.mails[0]!.id).toBe(mail.mails[1]!.id);
});

test.each([
  ['points elsewhere', 302, { location: 'http://127.0.0.1:1/' }, { state: 'FAILED', lastErrorCode: 'REDIRECTED' }],
  ['does not know us', 401, {}, { state: 'FAILED', lastErrorCode: 'NOT_AUTHORIZED' }],
  ['is broken', 500, {}, { state: 'FAILED', lastErrorCode: 'TRY_LATER' }],
  ['wants nothing of the kind', 422, {}, { state: 'DEAD', lastErrorCode: 'REFUSED' }],
] as [string, number, Record<string, string>, object][])(
  'a gateway that %s is told apart',
  async (_what, status, headers, expected) => {
    sms.answerWith(status, headers);
    const { id } = await open.register();
    await bank.send();
    expect(await open.only(id)).toMatchObject(expected);
    expect(sms.calls).toHaveLength(1);
  },
);

test('a gateway that asks for time is given it', async () => {
  sms.answerWith(429, { 'retry-after': '600' });
  const { id } = await open.register();
  await bank.send();
  const tenMinutes = new Date(bank.clock.now().getTime() + 600_000).toISOString();
  expect(await open.only(id)).toMatchObject({ state: 'FAILED', nextAt: tenMinutes });
});
