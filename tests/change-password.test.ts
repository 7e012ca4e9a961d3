import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBank, password, SIGN_IN, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { kind } }';
const other = 'another long password';
const change = (currentPassword: string, newPassword: string) => ({ input: { currentPassword, newPassword } });
const signIn = async (username: string, secret = password): Promise<{ token: string }> => ({
  token: (await bank.ask(SIGN_IN, { username, password: secret })).signIn.token,
});

test('a person takes another password: the old one opens nothing, and their other sessions end', async () => {
  const id = await bank.hire('wise', bank.east);
  const [elsewhere, here] = [await signIn('wise'), await signIn('wise')];
  expect(await bank.ask(CHANGE, change(password, other), here)).toEqual({ changePassword: { kind: 'STAFF' } });
  expect((await bank.refusal(VIEWER, {}, elsewhere)).code).toBe('UNAUTHENTICATED');
  expect((await bank.ask(VIEWER, {}, here)).viewer.staff.id).toBe(id);
  expect((await bank.refusal(SIGN_IN, { username: 'wise', password })).code).toBe('UNAUTHENTICATED');
  await signIn('wise', other);
  const { rows } = await bank.app.pool.query("select subject_id from event where kind = 'access.passwordChanged'");
  expect(rows).toEqual([{ subject_id: id }]);
});

test('a new password must be good, and another one', async () => {
  await bank.hire('hasty', bank.east);
  const session = await signIn('hasty');
  for (const wrong of ['short', 'jiesu-demo', password])
    expect(await bank.refusal(CHANGE, change(password, wrong), session)).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: { newPassword: expect.any(String) },
    });
  await signIn('hasty');
});

test('wrong current passwords count with those at sign-in: after five the name must wait', async () => {
  await bank.hire('guest', bank.east);
  const session = await signIn('guest');
  for (let tries = 0; tries < 5; tries++)
    expect((await bank.refusal(CHANGE, change(`wrong ${tries}`, other), session)).fields).toEqual({
      currentPassword: expect.any(String),
    });
  expect((await bank.refusal(CHANGE, change(password, other), session)).code).toBe('RATE_LIMITED');
  expect((await bank.refusal(SIGN_IN, { username: 'guest', password })).code).toBe('RATE_LIMITED');
});

test('an app with a key has no password to change', async () => {
  const input = { name: 'app', orgUnitId: bank.east, channels: ['ONLINE'] };
  const create = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }';
  const token = (await bank.ask(create, { input }, bank.anna)).createApiKey.secret;
  expect((await bank.refusal(CHANGE, change(password, other), { token })).code).toBe('FORBIDDEN');
});
