import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { APPROVE, GRANT, openBank, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const REVOKE = 'mutation ($id: ID!) { revokeRole(id: $id) { id revokedAt isEffective } }';

async function rolesOf(token: string) {
  const { viewer } = (await bank.ask(VIEWER, {}, { token })) as {
    viewer: { roles: { role: string; withSubtree: boolean; orgUnit: { code: string } }[]; capabilities: string[] };
  };
  return {
    roles: viewer.roles.map(({ role, orgUnit }) => `${role} ${orgUnit.code}`),
    capabilities: viewer.capabilities,
  };
}
const idOf = async ({ token }: { token: string }) =>
  ((await bank.ask(VIEWER, {}, { token })) as { viewer: { staff: { id: string } } }).viewer.staff.id;
const adminGrantOf = async ({ token }: { token: string }) => {
  const query = 'query ($staffId: ID!) { roleGrants(staffId: $staffId) { items { id role } } }';
  const { roleGrants } = (await bank.ask(query, { staffId: await idOf({ token }) }, bank.anna)) as {
    roleGrants: { items: { id: string }[] };
  };
  return roleGrants.items[0]!.id;
};

test('a role works from the next request on, and is gone at the next one after it was revoked', async () => {
  const staff = await bank.hire('h1', bank.east);
  const token = await bank.signIn('h1');
  expect(await rolesOf(token)).toEqual({ roles: [], capabilities: ['REGISTER_COMPLAINT'] });
  const grant = await bank.grant(staff, 'HANDLER', bank.east);
  expect((await rolesOf(token)).roles).toEqual(['HANDLER 1000']);
  expect(await bank.ask(REVOKE, { id: grant }, bank.anna)).toMatchObject({ revokeRole: { isEffective: false } });
  expect((await rolesOf(token)).roles).toEqual([]);
  expect((await bank.refusal(REVOKE, { id: grant }, bank.anna)).code).toBe('CONFLICT');
});

test.each(['ADMIN', 'DESK', 'MANAGER', 'AUDITOR'])(
  '%s has no effect until another administrator approves it',
  async (role) => {
    const staff = await bank.hire(`four-${role}`, bank.east);
    const token = await bank.signIn(`four-${role}`);
    const { grantRole } = (await bank.ask(
      GRANT,
      { input: { staffId: staff, role, orgUnitId: bank.east } },
      bank.anna,
    )) as {
      grantRole: { id: string; isEffective: boolean };
    };
    expect(grantRole.isEffective).toBe(false);
    expect((await rolesOf(token)).roles).toEqual([]);
    expect((await bank.refusal(APPROVE, { id: grantRole.id }, bank.anna)).code).toBe('FORBIDDEN');
    expect(await bank.ask(APPROVE, { id: grantRole.id }, bank.bert)).toMatchObject({
      approveGrant: { isEffective: true },
    });
    expect((await rolesOf(token)).roles).toEqual([`${role} 1000`]);
    expect((await bank.refusal(APPROVE, { id: grantRole.id }, bank.bert)).code).toBe('CONFLICT');
  },
);

test('in the demo one administrator is enough', async () => {
  const demo = await openBank({ isDemo: true });
  const staffId = await demo.hire('d1', demo.east);
  const answer = await demo.ask(GRANT, { input: { staffId, role: 'DESK', orgUnitId: demo.east } }, demo.anna);
  expect(answer).toMatchObject({ grantRole: { isEffective: true } });
  await demo.stop();
});

test('nobody grants a role to themselves', async () => {
  const input = { staffId: await idOf(bank.anna), role: 'TRAINER', orgUnitId: bank.head };
  expect((await bank.refusal(GRANT, { input }, bank.anna)).code).toBe('FORBIDDEN');
});

test('nobody is administrator and auditor at once', async () => {
  const auditor = await bank.hire('aud', bank.head);
  await bank.grant(auditor, 'AUDITOR', bank.head);
  expect(
    (await bank.refusal(GRANT, { input: { staffId: auditor, role: 'ADMIN', orgUnitId: bank.head } }, bank.anna)).code,
  ).toBe('CONFLICT');
  const input = { staffId: await idOf(bank.bert), role: 'AUDITOR', orgUnitId: bank.head };
  expect((await bank.refusal(GRANT, { input }, bank.anna)).code).toBe('CONFLICT');
});

test('two administrators who remove each other at the same time leave one', async () => {
  const lone = await openBank();
  const grants = (await lone.ask('{ roleGrants { items { id staff { username } } } }', {}, lone.anna)) as {
    roleGrants: { items: { id: string; staff: { username: string } }[] };
  };
  const grantOf = (name: string) => grants.roleGrants.items.find(({ staff }) => staff.username === name)!.id;
  const outcomes = await Promise.allSettled([
    lone.ask(REVOKE, { id: grantOf('bert') }, lone.anna),
    lone.ask(REVOKE, { id: grantOf('anna') }, lone.bert),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [survivor, own] =
    outcomes[0].status === 'fulfilled' ? [lone.anna, grantOf('anna')] : [lone.bert, grantOf('bert')];
  expect(await lone.refusal(REVOKE, { id: own }, survivor)).toMatchObject({
    code: 'CONFLICT',
    message: 'This is the last system administrator.',
  });
  await lone.stop();
});

test('the last administrator cannot be deactivated either', async () => {
  const lone = await openBank();
  const ids = (await lone.ask('{ staffMembers { items { id username version } } }', {}, lone.anna)) as {
    staffMembers: { items: { id: string; username: string; version: number }[] };
  };
  const leave =
    'mutation ($id: ID!, $version: Int!) { deactivateStaff(id: $id, input: { expectedVersion: $version }) { isActive } }';
  const of = (name: string) => ids.staffMembers.items.find(({ username }) => username === name)!;
  await lone.ask(leave, of('bert'), lone.anna);
  expect((await lone.refusal(leave, of('anna'), lone.anna)).message).toBe('This is the last system administrator.');
  await lone.stop();
});

test('a grant begins and ends at its dates', async () => {
  const staffId = await bank.hire('dated', bank.east);
  const token = await bank.signIn('dated');
  const at = (hours: number) => new Date(bank.clock.now().getTime() + hours * 3_600_000);
  await bank.ask(
    GRANT,
    { input: { staffId, role: 'REVIEWER', orgUnitId: bank.east, validFrom: at(1 / 6), validTo: at(1 / 3) } },
    bank.anna,
  );
  expect((await rolesOf(token)).roles).toEqual([]);
  bank.clock.advance({ minutes: 10 });
  expect((await rolesOf(token)).roles).toEqual(['REVIEWER 1000']);
  bank.clock.advance({ minutes: 10 });
  expect((await rolesOf(token)).roles).toEqual([]);
});

test('every wrong field of a grant is named at once', async () => {
  const input = {
    staffId: 'nobody',
    role: 'CHANNEL_APP',
    orgUnitId: '01a209c0-6010-733a-b3f1-faf4bc43142d',
    validTo: '2020-01-01T00:00:00Z',
  };
  const { code, fields } = await bank.refusal(GRANT, { input }, bank.anna);
  expect(code).toBe('BAD_USER_INPUT');
  expect(Object.keys(fields).toSorted()).toEqual(['orgUnitId', 'role', 'staffId', 'validTo']);
});

test('an administrator of a branch administers that branch only', async () => {
  const staff = await bank.hire('branch-admin', bank.east);
  await bank.grant(staff, 'ADMIN', bank.east);
  const local = { token: await bank.signIn('branch-admin') };
  const [near, far] = [await bank.hire('near', bank.eastOutlet), await bank.hire('far', bank.westOutlet)];
  await bank.ask(GRANT, { input: { staffId: near, role: 'HANDLER', orgUnitId: bank.eastOutlet } }, local);
  expect(
    (await bank.refusal(GRANT, { input: { staffId: near, role: 'HANDLER', orgUnitId: bank.westOutlet } }, local)).code,
  ).toBe('FORBIDDEN');
  expect(
    (await bank.refusal(GRANT, { input: { staffId: far, role: 'HANDLER', orgUnitId: bank.east } }, local)).fields,
  ).toEqual({
    staffId: expect.stringContaining('does not exist'),
  });
  expect(
    (await bank.refusal(GRANT, { input: { staffId: near, role: 'ADMIN', orgUnitId: bank.head } }, local)).code,
  ).toBe('FORBIDDEN');
  expect((await bank.refusal(REVOKE, { id: await adminGrantOf(bank.anna) }, local)).code).toBe('NOT_FOUND');
});

const LIST = `query ($filter: RoleGrantFilter, $staffId: ID) { roleGrants(filter: $filter, staffId: $staffId) { items {
  id state role grantedBy { username } approvedBy { username } allowedActions { code blockedBy } } } }`;

test('a grant says where it stands, and to each administrator what they may do with it', async () => {
  const staffId = await bank.hire('state', bank.east);
  const seen = async (caller: object, filter = {}) =>
    ((await bank.ask(LIST, { staffId, filter }, caller)) as { roleGrants: { items: object[] } }).roleGrants.items;
  const input = { staffId, role: 'DESK', orgUnitId: bank.east };
  const { grantRole } = (await bank.ask(GRANT, { input }, bank.anna)) as { grantRole: { id: string } };
  const blocked = { code: 'approveGrant', blockedBy: expect.stringContaining('another administrator') };
  const revoke = { code: 'revokeRole', blockedBy: null };
  expect(await seen(bank.anna)).toEqual([
    {
      id: grantRole.id,
      state: 'WAITING',
      role: 'DESK',
      grantedBy: { username: 'anna' },
      approvedBy: null,
      allowedActions: [blocked, revoke],
    },
  ]);
  expect(await seen(bank.bert, { state: ['WAITING'] })).toMatchObject([
    { allowedActions: [{ code: 'approveGrant', blockedBy: null }, revoke] },
  ]);
  await bank.ask(APPROVE, { id: grantRole.id }, bank.bert);
  expect(await seen(bank.anna, { state: ['WAITING', 'ENDED'] })).toEqual([]);
  expect(await seen(bank.anna, { state: ['EFFECTIVE'], role: ['DESK'], orgUnitId: bank.head })).toMatchObject([
    { state: 'EFFECTIVE', approvedBy: { username: 'bert' }, allowedActions: [revoke] },
  ]);
  await bank.ask(REVOKE, { id: grantRole.id }, bank.anna);
  expect(await seen(bank.anna, { state: ['ENDED'] })).toMatchObject([{ state: 'ENDED', allowedActions: [] }]);
  const validFrom = new Date(bank.clock.now().getTime() + 3_600_000);
  await bank.ask(GRANT, { input: { staffId, role: 'REVIEWER', orgUnitId: bank.east, validFrom } }, bank.anna);
  expect(await seen(bank.anna, { state: ['UPCOMING'] })).toMatchObject([{ role: 'REVIEWER', state: 'UPCOMING' }]);
});

test('people are found by the role they hold now, by whoever may read grants', async () => {
  const staffId = await bank.hire('trained', bank.eastOutlet);
  const query = 'query ($f: StaffFilter) { staffMembers(filter: $f) { items { username } } }';
  const f = { role: ['TRAINER'], orgUnitId: bank.east };
  const found = async () =>
    ((await bank.ask(query, { f }, bank.anna)) as { staffMembers: { items: object[] } }).staffMembers.items;
  expect(await found()).toEqual([]);
  const id = await bank.grant(staffId, 'TRAINER', bank.eastOutlet);
  expect(await found()).toEqual([{ username: 'trained' }]);
  await bank.ask(REVOKE, { id }, bank.anna);
  expect(await found()).toEqual([]);
  const token = await bank.signIn('trained');
  expect((await bank.refusal(query, { f }, { token })).code).toBe('FORBIDDEN');
});

test('a person is shown with their positions in groups', async () => {
  const [first, second] = [await bank.hire('lead-1', bank.eastOutlet), await bank.hire('lead-2', bank.eastOutlet)];
  const { id } = await bank.form('HANDLING_TEAM', bank.eastOutlet, { [first]: 'LEADER', [second]: 'MEMBER' });
  const query = 'query ($id: ID!) { staffMember(id: $id) { name memberships { position group { id } } } }';
  expect(await bank.ask(query, { id: second }, bank.anna)).toEqual({
    staffMember: { name: 'lead-2', memberships: [{ position: 'MEMBER', group: { id } }] },
  });
  expect((await bank.refusal(query, { id: 'nonsense' }, bank.anna)).code).toBe('NOT_FOUND');
});
