import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authenticatorFor, STEP_UP } from './harness/authenticator.js';
import {
  CLAIM,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  REGISTER,
  REVEAL,
  RESOLVE,
  type PersonName,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => void (bank = await openTestBank()));
afterAll(() => bank.stop());

const complainant = {
  name: '欧阳明月',
  phone: '13977778888',
  email: 'bright.moon@example.org',
  address: '明月路 77 号明月小区',
  idNumber: '11010519491231002X',
  customerNumber: 'MOON0077',
  representative: { name: '诸葛代理', phone: '13966667777', relation: '兄弟' },
};
const content = '明月来电，回拨 13977778888';
const clear = {
  NAME: '欧阳明月',
  PHONE: '13977778888',
  EMAIL: 'bright.moon@example.org',
  ADDRESS: '明月路 77 号明月小区',
  ID_NUMBER: '11010519491231002X',
  CUSTOMER_NUMBER: 'MOON0077',
  REPRESENTATIVE_NAME: '诸葛代理',
  REPRESENTATIVE_PHONE: '13966667777',
  CONTENT: content,
  CUSTOMER_DEMAND: '请致电 13955556666',
  PLACE: '网点旁 13944445555 处',
};
const register = async (more: object = {}, who: Speaker = 'app') => {
  const input = plainComplaint({
    content,
    complainant,
    customerDemand: clear.CUSTOMER_DEMAND,
    place: clear.PLACE,
    orgUnitId: bank.unit.northOutlet,
    ...more,
  });
  return (await bank.ask(who, REGISTER('id version'), { input })).registerComplaint as { id: string; version: number };
};
const reveal = (who: Speaker, id: string, more: object = {}) =>
  bank.say(who, REVEAL, { id, input: { field: 'PHONE', reason: 'CONTACT_CUSTOMER', ...more } });
const codeOf = async (who: Speaker, id: string, more: object = {}) =>
  (await reveal(who, id, more)).errors?.[0]?.extensions.code ?? 'SHOWN';
const later = () => bank.clock.advance({ hours: 1, seconds: 1 });

test('each masked value is shown in clear, one at a time, for a reason', async () => {
  const { id } = await register();
  for (const [field, value] of Object.entries(clear))
    expect((await reveal('office', id, { field })).data).toEqual({ revealField: { field, value } });
  later();
});

test('it is shown to whoever works on the case or answers for it, and to nobody else', async () => {
  const { id } = await register();
  const codes = new Map<Speaker, string>();
  const viewers = [
    'office',
    'president',
    'northLeader',
    'intake',
    'handler',
    'outlet',
    'reviewer',
    'auditor',
    'admin',
    'trainer',
    'teller',
    'southOffice',
    'app',
    'otherApp',
    null,
  ] as const;
  for (const who of viewers) codes.set(who, await codeOf(who, id));
  expect(Object.fromEntries(codes)).toEqual({
    office: 'SHOWN',
    president: 'SHOWN',
    northLeader: 'SHOWN',
    intake: 'SHOWN',
    // Not handed over to the handler yet, nor under review.
    handler: 'NOT_FOUND',
    reviewer: 'NOT_FOUND',
    // Answers for what the app brought to the outlet, until somebody claims it.
    outlet: 'SHOWN',
    auditor: 'FORBIDDEN',
    admin: 'NOT_FOUND',
    trainer: 'NOT_FOUND',
    teller: 'NOT_FOUND',
    southOffice: 'NOT_FOUND',
    app: 'FORBIDDEN',
    otherApp: 'NOT_FOUND',
    null: 'UNAUTHENTICATED',
  });
});

test('a handler sees it as long as the case is theirs, intake until it is over', async () => {
  const { id, version } = await register();
  expect(await codeOf('outlet', id)).toBe('SHOWN');
  await bank.ask('intake', CLAIM, { id, version });
  expect(await codeOf('outlet', id)).toBe('FORBIDDEN');
  const past = await register({
    receivedAt: '2026-01-01T00:00:00Z',
    historical: { closedAt: '2026-02-01T00:00:00Z', resolutionSummary: '已处理' },
  });
  expect(await codeOf('intake', past.id)).toBe('CONFLICT');
  expect(await codeOf('office', past.id)).toBe('SHOWN');
  const settled = await register({ categoryCode: 'FEES', level: 'GENERAL' }, 'intake');
  const input = { expectedVersion: settled.version, resolutionSummary: '已当场解释清楚', customerConsents: true };
  await bank.ask('intake', RESOLVE, { id: settled.id, input });
  expect(await codeOf('intake', settled.id)).toBe('SHOWN');
});

test('a person complained of sees nothing, whatever they are', async () => {
  const { id } = await register({ staffComplainedOfIds: [bank.staff.office] });
  expect(await codeOf('office', id)).toBe('NOT_FOUND');
});

test('the reason is kept, in words where no word of the list fits, and the audit holds neither words nor value', async () => {
  const { id } = await register();
  const refusal = await bank.refusal('office', REVEAL, { id, input: { field: 'NAME', reason: 'OTHER' } });
  expect(refusal.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { note: expect.any(String) } });
  const empty = await register({ complainant: { anonymous: true } });
  const nothing = await bank.refusal('office', REVEAL, {
    id: empty.id,
    input: { field: 'NAME', reason: 'INVESTIGATE' },
  });
  expect(nothing.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { field: expect.any(String) } });
  const note = '应欧阳明月本人要求核对';
  await reveal('office', id, { field: 'NAME', reason: 'OTHER', note });
  const { rows } = await bank.app.pool.query<{ actor_id: string; data: object; audience: string | null }>(
    "select actor_id, data, audience from event where subject_id = $1 and kind = 'complaint.fieldRevealed'",
    [id],
  );
  expect(rows).toEqual([{ actor_id: bank.staff.office, data: { field: 'NAME', reason: 'OTHER' }, audience: null }]);
  const { rows: kept } = await bank.app.pool.query<{ sealed_note: string }>(
    'select * from field_reveal where complaint_id = $1',
    [id],
  );
  expect(JSON.stringify(kept)).not.toMatch(/明月/);
  expect(bank.app.cipher.decrypt(kept[0]!.sealed_note)).toBe(note);
});

test('A24: twenty values an hour and no more, however many are asked for at once', async () => {
  later();
  const { id } = await register();
  // What shows nothing does not count.
  for (let count = 0; count < 3; count++)
    expect(await codeOf('president', id, { reason: 'OTHER' })).toBe('BAD_USER_INPUT');
  const codes = await Promise.all(Array.from({ length: 25 }, () => codeOf('president', id)));
  expect(codes.filter((code) => code === 'SHOWN')).toHaveLength(20);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(5);
  const { extensions } = await bank.refusal('president', REVEAL, {
    id,
    input: { field: 'NAME', reason: 'INVESTIGATE' },
  });
  expect(extensions.retryAfterSeconds).toBeGreaterThan(3000);
  // Everybody has their own twenty.
  expect(await codeOf('office', id)).toBe('SHOWN');
  const { rows } = await bank.app.pool.query<{ count: number }>(
    "select count(*)::int from event where kind = 'complaint.fieldRevealed' and subject_id = $1",
    [id],
  );
  expect(rows[0]!.count).toBe(21);
  later();
  expect(await codeOf('president', id)).toBe('SHOWN');
});

test('without a proof of a moment ago it is refused, and says what is missing', async () => {
  const { id } = await register();
  const SIGN_IN = `mutation ($otp: String) { signIn(input: { username: "northDeputy", password: "a long enough password", otp: $otp, mode: TOKEN }) { token } }`;
  const token = (await bank.ask(null, SIGN_IN)).signIn.token as string;
  const variables = { id, input: { field: 'PHONE', reason: 'CONTACT_CUSTOMER' } };
  const say = async (query: string, given: object = variables) => bank.request(query, given as never, { token });
  const offer = async () =>
    (await say(COMPLAINT('allowedActions { code blockedBy }'))).data.complaint.allowedActions.find(
      ({ code }: { code: string }) => code === 'revealField',
    );
  expect((await say(REVEAL)).errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', stepUp: 'ENROL' });
  expect((await offer()).blockedBy).toMatch(/one-time codes/);
  const phone = await authenticatorFor(bank, token);
  expect((await say(REVEAL)).data.revealField.value).toBe('13977778888');
  bank.clock.advance({ minutes: 6 });
  expect((await say(REVEAL)).errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', stepUp: 'CODE' });
  expect((await offer()).blockedBy).toBeNull();
  await say(STEP_UP, { otp: phone.code() });
  expect((await say(REVEAL)).data.revealField.value).toBe('13977778888');
});

test('nobody who is not offered it gets it', async () => {
  const { id } = await register();
  for (const who of ['office', 'auditor', 'outlet', 'app'] satisfies (PersonName | 'app')[]) {
    const { complaint } = await bank.ask(who, COMPLAINT('allowedActions { code }'), { id });
    const isOffered = complaint.allowedActions.some(({ code }: { code: string }) => code === 'revealField');
    expect([who, isOffered]).toEqual([who, (await codeOf(who, id)) === 'SHOWN']);
  }
});
