import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hasRole } from '../server/src/kernel/viewer.js';
import { isStillValid, viewerOf } from '../server/src/org/sign-in/authentication.js';
import { startTestServer } from './harness/server.js';
import { until } from './harness/until.js';
import { openBank, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const now = () => bank.clock.now();
const REVOKE = 'mutation ($id: ID!) { revokeRole(id: $id) { id } }';

test('an open socket learns of new and lost rights, and of the end of its session', async () => {
  const { app } = bank;
  const staff = await bank.hire('watcher', bank.east);
  const token = await bank.signIn('watcher');
  const viewer = await viewerOf(app, { bearer: token, now: now() });
  expect(hasRole((await isStillValid(app, viewer))!, ['REVIEWER'])).toBe(false);
  const grant = await bank.grant(staff, 'REVIEWER', bank.east);
  expect(hasRole((await isStillValid(app, viewer))!, ['REVIEWER'])).toBe(true);
  await bank.ask(REVOKE, { id: grant }, bank.anna);
  expect(hasRole((await isStillValid(app, viewer))!, ['REVIEWER'])).toBe(false);
  await bank.ask('mutation { signOut }', {}, { token });
  expect(await isStillValid(app, viewer)).toBeNull();
});

test('another server of the bank follows within two seconds, also when it hears of changes by looking only', async () => {
  const { databaseUrl, clock } = bank;
  const other = await startTestServer({
    databaseUrl,
    clock,
    environment: { FEED_LISTEN: 'false', FEED_POLL_MS: '1000' },
  });
  const staff = await bank.hire('elsewhere', bank.east);
  const token = await bank.signIn('elsewhere');
  const grant = await bank.grant(staff, 'REVIEWER', bank.east);
  const there = async () => (await other.request(VIEWER, {}, { token })).data?.viewer.roles.length;
  const seconds = async (look: () => Promise<boolean>) => {
    const start = performance.now();
    await until(look);
    return (performance.now() - start) / 1000;
  };
  expect(await there()).toBe(1);
  await bank.ask(REVOKE, { id: grant }, bank.anna);
  expect(await seconds(async () => (await there()) === 0)).toBeLessThan(2);
  await bank.ask('mutation { signOut }', {}, { token });
  expect(await seconds(async () => (await there()) === undefined)).toBeLessThan(2);
  await other.stop();
});

test('a cookie that has run out counts as none, so that its browser can sign in again', async () => {
  const { app } = bank;
  expect(await viewerOf(app, { cookieToken: 'jses_gone', now: now() })).toMatchObject({ kind: 'ANONYMOUS' });
  expect(await viewerOf(app, { cookieToken: 'jkey_is-no-session', now: now() })).toMatchObject({ kind: 'ANONYMOUS' });
});

test('a feed that stays open is no idle session, up to twelve hours', async () => {
  const { app } = bank;
  await bank.hire('wall', bank.east);
  const token = await bank.signIn('wall');
  const viewer = await viewerOf(app, { bearer: token, now: now() });
  for (let minutes = 0; minutes < 700; minutes += 20) {
    bank.clock.advance({ minutes: 20 });
    expect(await isStillValid(app, viewer)).not.toBeNull();
  }
  bank.clock.advance({ minutes: 20 });
  expect(await isStillValid(app, viewer)).toBeNull();
});
