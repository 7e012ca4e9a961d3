import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBank, password, SIGN_IN, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const wrong = 'a wrong password of some length';
const trySignIn = (username: string, secret: string) => bank.refusal(SIGN_IN, { username, password: secret });

test('after five wrong passwords in a quarter of an hour even the right one has to wait', async () => {
  await bank.hire('forgetful', bank.east);
  for (let count = 0; count < 5; count++) expect((await trySignIn('forgetful', wrong)).code).toBe('UNAUTHENTICATED');
  const limited = await trySignIn('forgetful', password);
  expect(limited.code).toBe('RATE_LIMITED');
  expect(limited.retryAfterSeconds).toBeGreaterThan(0);
  expect(limited.retryAfterSeconds).toBeLessThanOrEqual(900);
  expect((await trySignIn('nobody at all', wrong)).code).toBe('UNAUTHENTICATED');
});

test('a name that nobody has is limited like one that somebody has', async () => {
  for (let count = 0; count < 5; count++) await trySignIn('phantom', wrong);
  expect((await trySignIn('phantom', wrong)).code).toBe('RATE_LIMITED');
});

test('guesses at the same time get no extra tries', async () => {
  await bank.hire('attacked', bank.east);
  const codes = (await Promise.all(Array.from({ length: 12 }, () => trySignIn('attacked', wrong)))).map(
    ({ code }) => code,
  );
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(7);
});

test('a right password forgets the wrong ones before it', async () => {
  await bank.hire('careful', bank.east);
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 4; count++) await trySignIn('careful', wrong);
    expect(await bank.signIn('careful')).toMatch(/^jses_/);
  }
});

test('the public demo password opens nothing outside demo mode, even if it is stored', async () => {
  const { hashPassword } = await import('../server/src/org/sign-in/password.js');
  const { Staff } = await import('../server/src/org/staff/staff.js');
  const id = await bank.hire('careless', bank.east);
  await bank.app.orm.em.fork().nativeUpdate(Staff, { id }, { passwordHash: await hashPassword('jiesu-demo') });
  expect((await trySignIn('careless', 'jiesu-demo')).code).toBe('UNAUTHENTICATED');
});

test('a session ends by signing out, at once', async () => {
  await bank.hire('leaving', bank.east);
  const token = await bank.signIn('leaving');
  await bank.ask(VIEWER, {}, { token });
  expect(await bank.ask('mutation { signOut }', {}, { token })).toEqual({ signOut: true });
  expect((await bank.refusal(VIEWER, {}, { token })).code).toBe('UNAUTHENTICATED');
});

test('a session ends half an hour after its last use, and twelve hours after it began', async () => {
  await bank.hire('idle', bank.east);
  const idle = await bank.signIn('idle');
  const busy = await bank.signIn('idle');
  bank.clock.advance({ minutes: 29 });
  await bank.ask(VIEWER, {}, { token: busy });
  bank.clock.advance({ minutes: 2 });
  expect((await bank.refusal(VIEWER, {}, { token: idle })).code).toBe('UNAUTHENTICATED');
  for (let minutes = 31; minutes < 720; minutes += 25) {
    await bank.ask(VIEWER, {}, { token: busy });
    bank.clock.advance({ minutes: 25 });
  }
  expect((await bank.refusal(VIEWER, {}, { token: busy })).code).toBe('UNAUTHENTICATED');
  bank.anna.token = await bank.signIn('anna');
  bank.bert.token = await bank.signIn('bert');
});

test('whoever left the bank is signed out at once and cannot come back', async () => {
  const id = await bank.hire('former', bank.east);
  const token = await bank.signIn('former');
  const leave = 'mutation ($id: ID!) { deactivateStaff(id: $id, input: { expectedVersion: 1 }) { isActive } }';
  expect(await bank.ask(leave, { id }, bank.anna)).toEqual({ deactivateStaff: { isActive: false } });
  expect((await bank.refusal(VIEWER, {}, { token })).code).toBe('UNAUTHENTICATED');
  expect((await trySignIn('former', password)).code).toBe('UNAUTHENTICATED');
});

test('nobody asks without a session, and a made-up token is no session', async () => {
  expect((await bank.refusal('{ orgUnits { totalCount } }')).code).toBe('UNAUTHENTICATED');
  expect((await bank.refusal(VIEWER, {}, { token: 'jses_made-up' })).code).toBe('UNAUTHENTICATED');
  expect((await bank.refusal(VIEWER, {}, { token: 'jiesu-demo-channel' })).code).toBe('UNAUTHENTICATED');
});

test('every sign-in and refusal is in the audit, the name of an unknown user is not', async () => {
  await trySignIn('张三的口令', wrong);
  const { Event } = await import('../server/src/kernel/event.js');
  const events = await bank.app.orm.em.fork().find(Event, { kind: { $in: ['access.signedIn', 'signIn.refused'] } });
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['access.signedIn', 'signIn.refused']));
  expect(events.some(({ subjectType }) => subjectType === 'UnknownUser')).toBe(true);
  expect(JSON.stringify(events)).not.toContain('张三');
});

test('a browser gets a cookie that no script can read, and no token', async () => {
  await bank.hire('browser', bank.east);
  const post = (query: string, cookie = '') =>
    fetch(`${bank.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: bank.url, cookie },
      body: JSON.stringify({ query }),
    });
  const signIn = `mutation { signIn(input: { username: "browser", password: "${password}" }) { token viewer { kind } } }`;
  const signedIn = await post(signIn);
  expect((await signedIn.json()).data).toEqual({ signIn: { token: null, viewer: { kind: 'STAFF' } } });
  const cookie = signedIn.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^jiesu_session=jses_[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
  const sent = cookie.split(';')[0]!;
  expect((await (await post(VIEWER, sent)).json()).data.viewer.staff).toBeTruthy();
  const signedOut = await post('mutation { signOut }', sent);
  expect(signedOut.headers.get('set-cookie')).toMatch(/^jiesu_session=; .*Expires=Thu, 01 Jan 1970/);
  expect((await (await post(VIEWER, sent)).json()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  expect((await (await post(signIn, sent)).json()).data.signIn.viewer.kind).toBe('STAFF');
});
