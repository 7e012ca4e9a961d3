import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CREATE_UNIT, openBank, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => void (bank = await openBank()));
afterAll(() => bank.stop());

const MOVE = `mutation ($id: ID!, $parentId: ID!, $version: Int!) {
  moveOrgUnit(id: $id, input: { parentId: $parentId, expectedVersion: $version }) { id version pathNames parent { code } } }`;
const RENAME = `mutation ($id: ID!, $version: Int!, $name: String, $code: String) {
  updateOrgUnit(id: $id, input: { expectedVersion: $version, name: $name, code: $code }) { id version name code pathNames } }`;
const CLOSE =
  'mutation ($id: ID!, $version: Int!) { deactivateOrgUnit(id: $id, input: { expectedVersion: $version }) { isActive } }';

const unit = async (id: string) =>
  (
    (await bank.ask(
      'query ($id: ID!) { orgUnit(id: $id) { code version pathNames isActive parent { code } } }',
      { id },
      bank.anna,
    )) as {
      orgUnit: {
        code: string;
        version: number;
        pathNames: string[];
        isActive: boolean;
        parent: { code: string } | null;
      };
    }
  ).orgUnit;
const move = async (id: string, parentId: string) =>
  bank.ask(MOVE, { id, parentId, version: (await unit(id)).version }, bank.anna);
const codesOf = async (filter: object, token = bank.anna.token) => {
  const query = 'query ($filter: OrgUnitFilter) { orgUnits(filter: $filter) { totalCount items { code } } }';
  const { orgUnits } = (await bank.ask(query, { filter }, { token })) as {
    orgUnits: { totalCount: number; items: { code: string }[] };
  };
  expect(orgUnits.totalCount).toBe(orgUnits.items.length);
  return orgUnits.items.map(({ code }) => code);
};

test('units are found by text, kind, parent, subtree and whether they work', async () => {
  expect(await codesOf({})).toEqual(['0000', '0000-KF', '1000', '1001', '2000', '2001']);
  expect(await codesOf({ text: '西' })).toEqual(['2000', '2001']);
  expect(await codesOf({ text: '100' })).toEqual(['1000', '1001']);
  expect(await codesOf({ text: '%' })).toEqual([]);
  expect(await codesOf({ kind: ['OUTLET', 'DEPARTMENT'] })).toEqual(['0000-KF', '1001', '2001']);
  expect(await codesOf({ parentId: bank.head })).toEqual(['0000-KF', '1000', '2000']);
  expect(await codesOf({ underId: bank.east })).toEqual(['1000', '1001']);
  expect(await codesOf({ underId: 'nowhere' })).toEqual([]);
  expect(await codesOf({ isActive: false })).toEqual([]);
});

test('a unit that moves takes everything below it along', async () => {
  await move(bank.eastOutlet, bank.west);
  expect(await unit(bank.eastOutlet)).toMatchObject({
    pathNames: ['总行', '西分行', '东门网点'],
    parent: { code: '2000' },
  });
  expect(await codesOf({ underId: bank.west })).toEqual(['1001', '2000', '2001']);
  await move(bank.eastOutlet, bank.east);
});

test('a unit cannot move below itself, and the head office not at all', async () => {
  const deep = (
    (
      await bank.ask(
        CREATE_UNIT,
        { input: { parentId: bank.west, code: '2000-B', kind: 'DEPARTMENT', name: '部' } },
        bank.anna,
      )
    ).createOrgUnit as { id: string }
  ).id;
  const deeper = (
    (
      await bank.ask(
        CREATE_UNIT,
        { input: { parentId: deep, code: '2000-C', kind: 'DEPARTMENT', name: '处' } },
        bank.anna,
      )
    ).createOrgUnit as { id: string }
  ).id;
  const { code, fields } = await bank.refusal(MOVE, { id: deep, parentId: deeper, version: 1 }, bank.anna);
  expect({ code, fields: Object.keys(fields) }).toEqual({ code: 'BAD_USER_INPUT', fields: ['parentId'] });
  expect((await bank.refusal(MOVE, { id: deep, parentId: deep, version: 1 }, bank.anna)).code).toBe('BAD_USER_INPUT');
  expect(
    (
      await bank.refusal(
        MOVE,
        { id: bank.head, parentId: bank.east, version: (await unit(bank.head)).version },
        bank.anna,
      )
    ).code,
  ).toBe('CONFLICT');
});

test('two moves at once do not close a circle', async () => {
  const add = async (code: string) =>
    (
      (await bank.ask(CREATE_UNIT, { input: { parentId: bank.head, code, kind: 'DEPARTMENT', name: code } }, bank.anna))
        .createOrgUnit as { id: string }
    ).id;
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await add(`A${round}`), await add(`B${round}`)];
    const outcomes = await Promise.allSettled([
      bank.ask(MOVE, { id: a, parentId: b, version: 1 }, bank.anna),
      bank.ask(MOVE, { id: b, parentId: a, version: 1 }, bank.bert),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

test('rights follow a unit that moves', async () => {
  const staff = await bank.hire('west-handler', bank.west);
  await bank.grant(staff, 'ADMIN', bank.west);
  const west = { token: await bank.signIn('west-handler') };
  const rename = async () =>
    bank.ask(RENAME, { id: bank.eastOutlet, version: (await unit(bank.eastOutlet)).version, name: '东门网点' }, west);
  await expect(rename()).rejects.toThrow('administrator');
  await move(bank.eastOutlet, bank.west);
  await rename();
  await move(bank.eastOutlet, bank.east);
  await expect(rename()).rejects.toThrow('administrator');
  expect(await bank.ask(VIEWER, {}, west)).toMatchObject({
    viewer: { roles: [{ role: 'ADMIN', orgUnit: { pathNames: ['总行', '西分行'] } }] },
  });
});

test('a new name shows in the full name of everything below', async () => {
  const { version } = await unit(bank.east);
  await bank.ask(RENAME, { id: bank.east, version, name: '临东分行' }, bank.anna);
  expect((await unit(bank.eastOutlet)).pathNames).toEqual(['总行', '临东分行', '东门网点']);
  expect((await bank.refusal(RENAME, { id: bank.east, version, name: '旧' }, bank.anna)).code).toBe('CONFLICT');
  await bank.ask(RENAME, { id: bank.east, version: (await unit(bank.east)).version, name: '东分行' }, bank.anna);
});

test('every wrong field of a new unit is named at once', async () => {
  const input = { parentId: bank.eastOutlet, code: '2000', kind: 'BRANCH', name: ' ' };
  const { code, fields } = await bank.refusal(CREATE_UNIT, { input }, bank.anna);
  expect({ code, fields: Object.keys(fields).toSorted() }).toEqual({
    code: 'BAD_USER_INPUT',
    fields: ['code', 'kind', 'name'],
  });
});

test('a number asked for twice at the same time goes to one unit', async () => {
  const input = { parentId: bank.head, code: 'X1', kind: 'DEPARTMENT', name: 'X' };
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => bank.ask(CREATE_UNIT, { input }, bank.anna)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a unit closes only when nothing in it is at work', async () => {
  const close = async (id: string) => bank.refusal(CLOSE, { id, version: (await unit(id)).version }, bank.anna);
  expect(await close(bank.west)).toMatchObject({
    code: 'CONFLICT',
    message: 'This unit still has active units below it.',
  });
  const leader = await bank.hire('team-leader', bank.service);
  const group = await bank.form('HANDLING_TEAM', bank.westOutlet, { [leader]: 'LEADER' });
  expect((await close(bank.westOutlet)).message).toBe('This unit still has active groups.');
  await bank.ask(
    `mutation ($id: ID!) { deactivateLeadershipGroup(id: $id, input: { expectedVersion: ${group.version} }) { isActive } }`,
    group,
    bank.anna,
  );
  expect(
    await bank.ask(CLOSE, { id: bank.westOutlet, version: (await unit(bank.westOutlet)).version }, bank.anna),
  ).toEqual({
    deactivateOrgUnit: { isActive: false },
  });
  expect((await close(bank.service)).message).toBe('This unit still has active staff.');
  expect((await close(bank.westOutlet)).code).toBe('CONFLICT');
  const input = { parentId: bank.westOutlet, code: 'X2', kind: 'DEPARTMENT', name: 'X' };
  expect((await bank.refusal(CREATE_UNIT, { input }, bank.anna)).fields).toEqual({ parentId: 'is no longer active' });
});

test('outlets without a handling team are listed', async () => {
  const query = '{ orgUnitsWithoutTeam { totalCount items { code } } }';
  expect(await bank.ask(query, {}, bank.anna)).toEqual({
    orgUnitsWithoutTeam: { totalCount: 1, items: [{ code: '1001' }] },
  });
  await bank.form('HANDLING_TEAM', bank.eastOutlet, { [await bank.hire('east-leader', bank.eastOutlet)]: 'LEADER' });
  expect(await bank.ask(query, {}, bank.anna)).toEqual({ orgUnitsWithoutTeam: { totalCount: 0, items: [] } });
});
