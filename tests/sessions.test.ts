import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { subscribe } from './harness/subscription.js';
import { openBank, password, SIGN_IN, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const SESSIONS = `query ($staffId: ID) { sessions(staffId: $staffId) {
  totalCount items { id device address isCurrent createdAt lastUsedAt staff { username } } } }`;
const END = 'mutation ($id: ID!) { endSession(id: $id) { id endedAt } }';

async function signIn(username: string, userAgent = 'node'): Promise<{ token: string }> {
  const caller = { headers: { 'user-agent': userAgent } };
  return { token: (await bank.ask(SIGN_IN, { username, password }, caller)).signIn.token };
}
const listed = async (caller: { token: string }, staffId?: string) =>
  (await bank.ask(SESSIONS, { staffId }, caller)).sessions.items as { id: string; isCurrent: boolean }[];

test('everybody sees their own open sessions, from where and since when, and which one they are in', async () => {
  await bank.hire('own', bank.east);
  const first = await signIn('own', chrome);
  const second = await signIn('own', 'jiesu-app/1.2');
  const address = expect.stringMatching(/127\.0\.0\.1$|^::1$/);
  const staff = { username: 'own' };
  const sessions = await listed(second);
  expect(sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({ device: 'jiesu-app/1.2', address, staff });
  expect(sessions.find(({ isCurrent }) => !isCurrent)).toMatchObject({ device: 'Chrome · Windows', address, staff });
  expect(sessions).toHaveLength(2);
  await bank.ask('mutation { signOut }', {}, first);
  expect(await listed(second)).toHaveLength(1);
});

test('a session that somebody left open is ended from another one, at once and with its open sockets', async () => {
  await bank.hire('away', bank.east);
  const left = await signIn('away', chrome);
  const here = await signIn('away');
  const feed = subscribe(
    bank.connect(left),
    'subscription { complaintEvents { cursor kind complaint { id reference } } }',
  );
  const { id } = (await listed(here)).find(({ isCurrent }) => !isCurrent)!;
  const before = performance.now();
  const { endSession } = await bank.ask(END, { id }, here);
  expect(endSession).toEqual({ id, endedAt: expect.any(String) });
  expect((await bank.refusal(VIEWER, {}, left)).code).toBe('UNAUTHENTICATED');
  expect((await feed.closed())?.code).toBe(4403);
  // Two seconds are promised; a busy machine gets some more.
  expect(performance.now() - before).toBeLessThan(6000);
  // Once more changes nothing.
  expect((await bank.ask(END, { id }, here)).endSession).toEqual(endSession);
});

test('nobody sees or ends the sessions of others; an administrator does, of the people they administer', async () => {
  const [mine, theirs] = [await bank.hire('mine', bank.east), await bank.hire('theirs', bank.east)];
  const [me, them] = [await signIn('mine'), await signIn('theirs')];
  const { id } = (await listed(them))[0]!;
  expect((await bank.refusal(SESSIONS, { staffId: theirs }, me)).code).toBe('FORBIDDEN');
  expect((await bank.refusal(END, { id }, me)).code).toBe('NOT_FOUND');
  const far = await bank.hire('far', bank.west);
  expect((await bank.refusal(SESSIONS, { staffId: far }, me)).code).toBe('NOT_FOUND');
  expect((await bank.refusal(SESSIONS, { staffId: 'nobody' }, bank.anna)).code).toBe('NOT_FOUND');

  const eastern = await bank.hire('eastern', bank.east);
  await bank.grant(eastern, 'ADMIN', bank.east);
  const ofEast = await signIn('eastern');
  expect(await listed(ofEast, mine)).toHaveLength(1);
  expect((await bank.refusal(SESSIONS, { staffId: far }, ofEast)).code).toBe('NOT_FOUND');
  const western = await signIn('far');
  const [farSession] = await listed(western);
  expect((await bank.refusal(END, { id: farSession!.id }, ofEast)).code).toBe('NOT_FOUND');
  await bank.ask(END, { id }, ofEast);
  expect((await bank.refusal(VIEWER, {}, them)).code).toBe('UNAUTHENTICATED');
  const { rows } = await bank.app.pool.query(
    "select actor_id, object_id from event where kind = 'access.sessionEnded' and subject_id = $1",
    [id],
  );
  expect(rows).toEqual([{ actor_id: eastern, object_id: theirs }]);
});

test('what is over is not listed: left idle, or twelve hours old', async () => {
  await bank.hire('tired', bank.east);
  await signIn('tired');
  bank.clock.advance({ minutes: 31 });
  expect(await listed(await signIn('tired'))).toHaveLength(1);
  bank.anna.token = await bank.signIn('anna');
  bank.bert.token = await bank.signIn('bert');
});

const post = (query: string, cookie: string) =>
  fetch(`${bank.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: bank.url, cookie },
    body: JSON.stringify({ query }),
  });
const enter = (username: string) =>
  `mutation { signIn(input: { username: "${username}", password: "${password}" }) { expiresAt } }`;
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0]!;
const codeOf = async (response: Response) => (await response.json()).errors?.[0]?.extensions.code;

test('A14: a session cookie that was planted before sign-in opens nothing after it', async () => {
  await bank.hire('fixed', bank.east);
  const planted = `jiesu_session=jses_${'A'.repeat(43)}`;
  const given = cookieOf(await post(enter('fixed'), planted));
  expect(given).toMatch(/^jiesu_session=jses_/);
  expect(given).not.toBe(planted);
  expect(await codeOf(await post(VIEWER, planted))).toBe('UNAUTHENTICATED');
  expect(await codeOf(await post(VIEWER, given))).toBeUndefined();
});

test('A14: whoever signs in leaves the session that the browser held before', async () => {
  await bank.hire('before', bank.east);
  await bank.hire('after', bank.east);
  const held = cookieOf(await post(enter('before'), ''));
  const next = cookieOf(await post(enter('after'), held));
  expect(next).not.toBe(held);
  expect(await codeOf(await post(VIEWER, held))).toBe('UNAUTHENTICATED');
  expect(await codeOf(await post(VIEWER, next))).toBeUndefined();
});

test('A14: a cookie that was stolen is dead once its owner has signed out', async () => {
  await bank.hire('robbed', bank.east);
  const stolen = cookieOf(await post(enter('robbed'), ''));
  expect(await codeOf(await post(VIEWER, stolen))).toBeUndefined();
  await post('mutation { signOut }', stolen);
  expect(await codeOf(await post(VIEWER, stolen))).toBe('UNAUTHENTICATED');
});
