import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBank, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { secret apiKey { id prefix channels revokedAt orgUnit { code } } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }';
const VIEWER = '{ viewer { kind staff { id } sessionExpiresAt capabilities roles { role orgUnit { code } } } }';

interface Created {
  createApiKey: { secret: string; apiKey: { id: string; prefix: string } };
}
async function makeKey(more: object = {}) {
  const input = { name: '手机银行', orgUnitId: bank.east, channels: ['MOBILE_APP', 'MOBILE_APP'], ...more };
  return ((await bank.ask(CREATE, { input }, bank.anna)) as Created).createApiKey;
}

test('a channel app asks with its key, as itself and nobody else', async () => {
  const { secret, apiKey } = await makeKey();
  expect(apiKey).toMatchObject({ channels: ['MOBILE_APP'], orgUnit: { code: '1000' }, revokedAt: null });
  expect(secret.startsWith(apiKey.prefix)).toBe(true);
  expect(await bank.ask(VIEWER, {}, { token: secret })).toEqual({
    viewer: {
      kind: 'API_KEY',
      staff: null,
      sessionExpiresAt: null,
      capabilities: ['REGISTER_COMPLAINT', 'READ_COMPLAINTS'],
      roles: [{ role: 'CHANNEL_APP', orgUnit: { code: '1000' } }],
    },
  });
});

test('a channel app sees no people, groups, grants or keys, and of the units those it registers for', async () => {
  const { secret: token } = await makeKey();
  const query =
    '{ staffMembers { totalCount } leadershipGroups { totalCount } roleGrants { totalCount } apiKeys { totalCount } orgUnits { totalCount } }';
  const none = { totalCount: 0 };
  const answer = {
    staffMembers: none,
    leadershipGroups: none,
    roleGrants: none,
    apiKeys: none,
    orgUnits: { totalCount: 2 },
  };
  expect(await bank.ask(query, {}, { token })).toEqual(answer);
});

test('a revoked key is shut out at the next request', async () => {
  const { secret: token, apiKey } = await makeKey();
  await bank.ask(VIEWER, {}, { token });
  await bank.ask(REVOKE, apiKey, bank.anna);
  expect((await bank.refusal(VIEWER, {}, { token })).code).toBe('UNAUTHENTICATED');
  expect((await bank.refusal(REVOKE, apiKey, bank.anna)).code).toBe('CONFLICT');
});

test('only a key that may import history can', async () => {
  const { secret: token } = await makeKey({ mayImportHistory: true });
  const { viewer } = (await bank.ask(VIEWER, {}, { token })) as {
    viewer: { capabilities: string[]; roles: unknown[] };
  };
  expect(viewer.capabilities).toContain('IMPORT_HISTORY');
  expect(viewer.roles).toHaveLength(1);
});

test('the secret is nowhere in the database', async () => {
  const { secret } = await makeKey();
  const { rows } = await bank.app.pool.query(
    'select api_key::text as text from api_key union all select event::text from event',
  );
  expect(rows.map(({ text }) => text).join()).not.toContain(secret);
});

test('every wrong field of a key is named at once', async () => {
  const input = { name: '', orgUnitId: 'nowhere', channels: [] };
  const { code, fields } = await bank.refusal(CREATE, { input }, bank.anna);
  expect({ code, fields: Object.keys(fields).toSorted() }).toEqual({
    code: 'BAD_USER_INPUT',
    fields: ['channels', 'name', 'orgUnitId'],
  });
});

test('when a key was last used is kept to the hour', async () => {
  const { secret: token, apiKey } = await makeKey();
  const lastUse = async () => {
    const { apiKeys } = (await bank.ask(
      '{ apiKeys { items { id lastUsedAt } } }',
      {},
      { token: await bank.signIn('anna') },
    )) as {
      apiKeys: { items: { id: string; lastUsedAt: string | null }[] };
    };
    return apiKeys.items.find(({ id }) => id === apiKey.id)!.lastUsedAt;
  };
  expect(await lastUse()).toBeNull();
  await bank.ask(VIEWER, {}, { token });
  const first = await lastUse();
  expect(first).toBe(bank.clock.now().toISOString());
  bank.clock.advance({ minutes: 20 });
  await bank.ask(VIEWER, {}, { token });
  expect(await lastUse()).toBe(first);
  bank.clock.advance({ minutes: 40 });
  await bank.ask(VIEWER, {}, { token });
  expect(await lastUse()).toBe(bank.clock.now().toISOString());
});

test('the list says who made a key, when it was last used, and which still work', async () => {
  const token = await bank.signIn('anna');
  const input = { name: '西分行平板', orgUnitId: bank.west, channels: ['ON_SITE'], mayImportHistory: true };
  const { secret, apiKey } = (await bank.ask(CREATE, { input }, { token })).createApiKey;
  const LIST = `query ($filter: ApiKeyFilter) { apiKeys(filter: $filter) { items {
    id mayImportHistory lastUsedAt createdBy { username } allowedActions { code } } } }`;
  const list = async (filter: object) => (await bank.ask(LIST, { filter }, { token })).apiKeys.items;
  const here = { orgUnitId: bank.west };
  expect(await list(here)).toEqual([
    {
      id: apiKey.id,
      mayImportHistory: true,
      lastUsedAt: null,
      createdBy: { username: 'anna' },
      allowedActions: [{ code: 'revokeApiKey' }],
    },
  ]);
  await bank.ask(VIEWER, {}, { token: secret });
  const used = bank.clock.now().toISOString();
  bank.clock.advance({ minutes: 10 });
  await bank.ask(VIEWER, {}, { token: secret });
  expect((await list(here))[0].lastUsedAt).toBe(used);
  await bank.ask(REVOKE, apiKey, { token });
  expect(await list({ ...here, isActive: true })).toEqual([]);
  expect((await list({ ...here, isActive: false }))[0].allowedActions).toEqual([]);
});
