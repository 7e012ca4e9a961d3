import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  APPROVE,
  CREATE_GROUP,
  CREATE_STAFF,
  CREATE_UNIT,
  GRANT,
  openBank,
  password,
  VIEWER,
  type Bank,
} from './org-bank.js';

let bank: Bank;
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  bank = await openBank();
  for (const role of ['INTAKE', 'HANDLER', 'REVIEWER', 'DESK', 'MANAGER', 'AUDITOR', 'TRAINER']) {
    ids[role] = await bank.hire(role.toLowerCase(), bank.east);
    await bank.grant(ids[role], role, bank.head);
    tokens[role] = await bank.signIn(role.toLowerCase());
  }
  ids['nothing'] = await bank.hire('nothing', bank.east);
  tokens['nothing'] = await bank.signIn('nothing');
  const created = await bank.ask(
    'mutation ($unit: ID!) { createApiKey(input: { name: "k", orgUnitId: $unit, channels: [ONLINE] }) { secret apiKey { id } } }',
    { unit: bank.east },
    bank.anna,
  );
  const { secret, apiKey } = created.createApiKey as { secret: string; apiKey: { id: string } };
  tokens['CHANNEL_APP'] = secret;
  ids['key'] = apiKey.id;
  ids['group'] = (await bank.form('OFFICE', bank.east, { [ids['DESK']!]: 'LEADER' })).id;
  ids['grant'] = await bank.grant(ids['nothing'], 'TRAINER', bank.eastOutlet);
});
afterAll(() => bank.stop());

/** Every verb of administration, right in form, and what somebody is told who is no administrator: what they cannot see is not there. */
const verbs: [
  name: string,
  query: string,
  variables: () => object,
  hiddenFrom: 'nobody' | 'apps' | 'all but auditors' | 'everybody',
][] = [
  [
    'createOrgUnit',
    CREATE_UNIT,
    () => ({ input: { parentId: bank.head, code: '9', name: 'n', kind: 'BRANCH' } }),
    'apps',
  ],
  [
    'updateOrgUnit',
    'mutation ($id: ID!) { updateOrgUnit(id: $id, input: { expectedVersion: 1, name: "x" }) { id } }',
    () => ({ id: bank.east }),
    'nobody',
  ],
  [
    'moveOrgUnit',
    'mutation ($id: ID!, $to: ID!) { moveOrgUnit(id: $id, input: { expectedVersion: 1, parentId: $to }) { id } }',
    () => ({ id: bank.eastOutlet, to: bank.west }),
    'nobody',
  ],
  [
    'deactivateOrgUnit',
    'mutation ($id: ID!) { deactivateOrgUnit(id: $id, input: { expectedVersion: 1 }) { id } }',
    () => ({ id: bank.eastOutlet }),
    'nobody',
  ],
  [
    'createStaff',
    CREATE_STAFF,
    () => ({ input: { username: 'new', name: 'n', password, orgUnitId: bank.east } }),
    'apps',
  ],
  [
    'deactivateStaff',
    'mutation ($id: ID!) { deactivateStaff(id: $id, input: { expectedVersion: 1 }) { id } }',
    () => ({ id: ids['nothing'] }),
    'apps',
  ],
  ['grantRole', GRANT, () => ({ input: { staffId: ids['nothing'], role: 'INTAKE', orgUnitId: bank.east } }), 'apps'],
  ['approveGrant', APPROVE, () => ({ id: ids['grant'] }), 'all but auditors'],
  [
    'revokeRole',
    'mutation ($id: ID!) { revokeRole(id: $id) { id } }',
    () => ({ id: ids['grant'] }),
    'all but auditors',
  ],
  [
    'createLeadershipGroup',
    CREATE_GROUP,
    () => ({
      input: {
        kind: 'OFFICE',
        name: 'n',
        orgUnitId: bank.east,
        members: [{ staffId: ids['nothing'], position: 'LEADER' }],
      },
    }),
    'apps',
  ],
  [
    'appointMember',
    'mutation ($id: ID!, $staff: ID!) { appointMember(groupId: $id, input: { expectedVersion: 1, member: { staffId: $staff, position: MEMBER } }) { id } }',
    () => ({ id: ids['group'], staff: ids['nothing'] }),
    'apps',
  ],
  [
    'approveMember',
    'mutation ($id: ID!) { approveMember(groupId: $id, memberId: $id) { id } }',
    () => ({ id: ids['group'] }),
    'apps',
  ],
  [
    'dismissMember',
    'mutation ($id: ID!) { dismissMember(groupId: $id, memberId: $id) { id } }',
    () => ({ id: ids['group'] }),
    'apps',
  ],
  [
    'deactivateLeadershipGroup',
    'mutation ($id: ID!) { deactivateLeadershipGroup(id: $id, input: { expectedVersion: 1 }) { id } }',
    () => ({ id: ids['group'] }),
    'apps',
  ],
  [
    'createApiKey',
    'mutation ($unit: ID!) { createApiKey(input: { name: "k", orgUnitId: $unit, channels: [ONLINE] }) { secret } }',
    () => ({ unit: bank.east }),
    'apps',
  ],
  ['revokeApiKey', 'mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', () => ({ id: ids['key'] }), 'everybody'],
];
const sees: Record<(typeof verbs)[number][3], (role: string) => boolean> = {
  nobody: () => true,
  apps: (role) => role !== 'CHANNEL_APP',
  'all but auditors': (role) => role === 'AUDITOR',
  everybody: () => false,
};
const asksForNoRow = new Set(['createOrgUnit', 'createStaff', 'grantRole', 'createLeadershipGroup', 'createApiKey']);

test.each(verbs)('%s belongs to administrators', async (name, query, variables, hiddenFrom) => {
  expect((await bank.refusal(query, variables())).code).toBe('UNAUTHENTICATED');
  for (const [role, token] of Object.entries(tokens)) {
    const code = asksForNoRow.has(name) || sees[hiddenFrom](role) ? 'FORBIDDEN' : 'NOT_FOUND';
    expect({ role, code: (await bank.refusal(query, variables(), { token })).code }).toEqual({ role, code });
  }
});

test('grants are for administrators and auditors, keys for administrators', async () => {
  const query = '{ roleGrants { totalCount } apiKeys { totalCount } }';
  for (const [role, token] of Object.entries(tokens)) {
    const { roleGrants, apiKeys } = (await bank.ask(query, {}, { token })) as Record<string, { totalCount: number }>;
    expect({ role, seesGrants: roleGrants!.totalCount > 0, seesKeys: apiKeys!.totalCount > 0 }).toEqual({
      role,
      seesGrants: role === 'AUDITOR',
      seesKeys: false,
    });
  }
});

test('staff see the units of the bank, and the people and groups of their own path and scope', async () => {
  const stranger = await bank.hire('stranger', bank.westOutlet);
  const { staffMembers } = (await bank.ask(
    '{ staffMembers(page: { limit: 100 }) { items { id } } }',
    {},
    { token: tokens['nothing'] },
  )) as {
    staffMembers: { items: { id: string }[] };
  };
  const seen = staffMembers.items.map(({ id }) => id);
  expect(seen).toContain(ids['HANDLER']);
  expect(seen).not.toContain(stranger);
  expect(await bank.ask('{ orgUnits { totalCount } }', {}, { token: tokens['nothing'] })).toEqual({
    orgUnits: { totalCount: 6 },
  });
});

test.each([
  ['nothing', ['REGISTER_COMPLAINT', 'TRAIN']],
  ['INTAKE', ['REGISTER_COMPLAINT', 'READ_COMPLAINTS']],
  ['MANAGER', ['REGISTER_COMPLAINT', 'READ_COMPLAINTS', 'READ_ESCALATIONS', 'READ_STATISTICS']],
  ['AUDITOR', ['REGISTER_COMPLAINT', 'READ_COMPLAINTS', 'READ_AUDIT']],
])('what a client may offer %s', async (role, capabilities) => {
  const { viewer } = (await bank.ask(VIEWER, {}, { token: tokens[role] })) as {
    viewer: { capabilities: string[] };
  };
  expect(viewer.capabilities).toEqual(capabilities);
});

test('a list of groups with members takes one statement, and one more for the count', async () => {
  const queries: string[] = [];
  const { pool } = bank.app;
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  await bank.ask(VIEWER, {}, { token: tokens['MANAGER'] });
  pool.query = ((statement: { text?: string }, ...rest: unknown[]) => {
    if (statement.text) queries.push(statement.text);
    return query(statement, ...rest);
  }) as never;
  try {
    await bank.ask(
      '{ leadershipGroups { totalCount items { name orgUnit { pathNames parent { name } } members { position staff { name orgUnit { name } } } } } }',
      {},
      { token: tokens['MANAGER'] },
    );
  } finally {
    pool.query = query as never;
  }
  // The feed looks for news on its own, whenever it is time.
  const ofTheList = queries.filter((text) => text.startsWith('select') && !text.includes('from event'));
  expect(ofTheList).toHaveLength(2);
});
