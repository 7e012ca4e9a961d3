import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codeAt } from '../server/src/org/second-factor/one-time-code.js';
import { authenticatorFor, CONFIRM, STEP_UP } from './harness/authenticator.js';
import { openBank, password, SIGN_IN, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const OTP = `mutation ($username: String!, $password: String!, $otp: String) {
  signIn(input: { username: $username, password: $password, otp: $otp, mode: TOKEN }) { token } }`;
const FACTOR = '{ viewer { secondFactor { enrolledAt recoveryCodeCount } } }';
const start = (token: string, secret = password) =>
  bank.refusal(
    'mutation ($password: String!) { startSecondFactor(input: { password: $password }) { secret } }',
    { password: secret },
    { token },
  );
const REMOVE = 'mutation ($staffId: ID) { removeSecondFactor(staffId: $staffId) { id } }';

/** Somebody new, with a telephone. */
async function enrolled(username: string) {
  const id = await bank.hire(username, bank.east);
  const token = (await bank.ask(SIGN_IN, { username, password })).signIn.token as string;
  const phone = await authenticatorFor(bank, token);
  const enter = (otp?: string, secret = password) => ({ username, password: secret, otp });
  return {
    id,
    token,
    ...phone,
    signIn: async (otp?: string) => (await bank.ask(OTP, enter(otp))).signIn.token as string,
    refused: (otp?: string, secret?: string) => bank.refusal(OTP, enter(otp, secret)),
  };
}

/** Signs the administrators in again after the clock has moved on. */
async function renewAdministrators(): Promise<void> {
  bank.anna.token = await bank.signIn('anna');
  bank.bert.token = await bank.signIn('bert');
}

test('whoever has set up codes is asked for one at sign-in, and only once the password fits', async () => {
  const person = await enrolled('careful');
  expect(person.url).toMatch(/^otpauth:\/\/totp\/Jiesu:careful\?issuer=Jiesu&secret=[A-Z2-7]{32}&/);
  expect(await person.refused()).toMatchObject({ code: 'UNAUTHENTICATED', stepUp: 'CODE' });
  expect(await person.refused('000000', 'a wrong password')).toEqual(
    await bank.refusal(OTP, { username: 'nobody', password, otp: '000000' }),
  );
  expect(await person.refused('12345')).toMatchObject({ code: 'UNAUTHENTICATED', stepUp: 'CODE' });
  expect(await person.signIn(person.code())).toMatch(/^jses_/);
  expect(await bank.ask(FACTOR, {}, person)).toEqual({
    viewer: { secondFactor: { enrolledAt: expect.any(String), recoveryCodeCount: 10 } },
  });
});

test('A14: a code opens once, and none of an earlier step after it', async () => {
  const person = await enrolled('replayed');
  const now = person.code();
  const before = codeAt(person.secret, new Date(bank.clock.now().getTime() - 30_000));
  await person.signIn(now);
  expect(await person.refused(now)).toMatchObject({ code: 'UNAUTHENTICATED', stepUp: 'CODE' });
  expect(await person.refused(before)).toMatchObject({ code: 'UNAUTHENTICATED', stepUp: 'CODE' });
  // Nor may it prove the same person again inside the session.
  expect(await bank.refusal(STEP_UP, { otp: now }, person)).toMatchObject({ fields: { otp: expect.any(String) } });
});

test('A14: of many sign-ins with one code at the same time one gets in', async () => {
  const person = await enrolled('raced');
  const otp = person.code();
  const answers = await Promise.all(Array.from({ length: 4 }, () => person.signIn(otp).catch(() => null)));
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test('a clock that is half a minute off is forgiven, one that is a minute off is not', async () => {
  const person = await enrolled('drifting');
  const codeIn = (seconds: number) => codeAt(person.secret, new Date(bank.clock.now().getTime() + seconds * 1000));
  bank.clock.advance({ minutes: 5 });
  expect((await person.refused(codeIn(-60))).stepUp).toBe('CODE');
  expect((await person.refused(codeIn(60))).stepUp).toBe('CODE');
  await person.signIn(codeIn(-30));
  await person.signIn(codeIn(30));
});

test('a recovery code opens once, however it is typed, and the telephone is not needed', async () => {
  const person = await enrolled('unlucky');
  const [first, second] = person.recoveryCodes as [string, string];
  expect(person.recoveryCodes).toHaveLength(10);
  const token = await person.signIn(` ${first.toLowerCase().replaceAll('-', ' ')}`);
  expect((await person.refused(first)).stepUp).toBe('CODE');
  expect((await bank.ask(FACTOR, {}, { token })).viewer.secondFactor.recoveryCodeCount).toBe(9);
  await person.signIn(second);
  const other = await enrolled('elsewhere');
  expect((await other.refused(person.recoveryCodes[2])).stepUp).toBe('CODE');
});

test('after five wrong codes the name must wait, and asking without a code does not wipe them out', async () => {
  const person = await enrolled('guessed');
  for (let count = 0; count < 5; count++) {
    expect(await person.refused()).toMatchObject({ code: 'UNAUTHENTICATED', stepUp: 'CODE' });
    expect(await person.refused('000000')).toMatchObject({ code: 'UNAUTHENTICATED', stepUp: 'CODE' });
  }
  expect((await person.refused(person.code())).code).toBe('RATE_LIMITED');
});

test('setting up takes the password again, a first code, and a person', async () => {
  await bank.hire('setting-up', bank.east);
  const token = await bank.signIn('setting-up');
  expect((await bank.refusal(CONFIRM, { otp: '123456' }, { token })).code).toBe('CONFLICT');
  expect((await start(token, 'a wrong password')).fields).toEqual({ password: expect.any(String) });
  const begun = 'mutation ($p: String!) { startSecondFactor(input: { password: $p }) { secret } }';
  await bank.ask(begun, { p: password }, { token });
  expect((await bank.refusal(CONFIRM, { otp: '000000' }, { token })).fields).toEqual({ otp: expect.any(String) });
  // Until a code has fitted, nobody asks for one.
  expect(await bank.signIn('setting-up')).toMatch(/^jses_/);
  await authenticatorFor(bank, token);
  expect((await start(token)).code).toBe('CONFLICT');
  expect((await bank.refusal(CONFIRM, { otp: '123456' }, { token })).code).toBe('CONFLICT');
});

test('whoever knows the password gets no new tries at the code by it', async () => {
  const { token } = await enrolled('robbed');
  const guess = async () => (await bank.refusal(STEP_UP, { otp: '12345' }, { token })).code;
  for (let count = 0; count < 4; count++) expect(await guess()).toBe('BAD_USER_INPUT');
  expect((await start(token)).code).toBe('CONFLICT');
  expect(await guess()).toBe('BAD_USER_INPUT');
  expect(await guess()).toBe('RATE_LIMITED');
});

test('five wrong passwords end the tries to set up', async () => {
  await bank.hire('left-open', bank.east);
  const token = await bank.signIn('left-open');
  for (let count = 0; count < 5; count++) expect((await start(token, `wrong ${count}`)).code).toBe('BAD_USER_INPUT');
  expect((await start(token)).code).toBe('RATE_LIMITED');
});

test('secrets lie in the database encrypted, recovery codes as digests, and neither in an event', async () => {
  const person = await enrolled('stored');
  const read = async (table: string) => JSON.stringify((await bank.app.pool.query(`select * from ${table}`)).rows);
  for (const table of ['second_factor', 'event', 'user_session']) {
    const text = await read(table);
    for (const secret of [
      person.secret,
      ...person.recoveryCodes,
      ...person.recoveryCodes.map((code) => code.replaceAll('-', '')),
    ])
      expect(text).not.toContain(secret);
  }
  expect(await read('second_factor')).toContain('test.');
});

test('codes are given up with a code; whoever lost everything asks an administrator, and is signed out by it', async () => {
  await renewAdministrators();
  const person = await enrolled('changing');
  // Their session has just proved who it is by the first code; five minutes later it has not.
  bank.clock.advance({ minutes: 6 });
  expect(await bank.refusal(REMOVE, {}, person)).toMatchObject({ code: 'FORBIDDEN', stepUp: 'CODE' });
  await bank.ask(STEP_UP, { otp: person.code() }, person);
  await bank.ask(REMOVE, {}, person);
  expect(await person.signIn()).toMatch(/^jses_/);
  expect((await bank.refusal(REMOVE, {}, { token: await bank.signIn('changing') })).code).toBe('NOT_FOUND');

  const lost = await enrolled('lost');
  expect((await bank.refusal(REMOVE, { staffId: lost.id }, person)).code).toBe('FORBIDDEN');
  await bank.ask(REMOVE, { staffId: lost.id }, bank.anna);
  expect((await bank.refusal(VIEWER, {}, lost)).code).toBe('UNAUTHENTICATED');
  expect(await lost.signIn()).toMatch(/^jses_/);
});
