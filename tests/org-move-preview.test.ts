import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type TestBank } from './harness/bank.js';
import { until } from './harness/until.js';

let bank: TestBank;
beforeAll(async () => void (bank = await openTestBank()));
afterAll(() => bank.stop());

const PREVIEW = `query ($id: ID!, $input: MoveOrgUnitInput!) { previewOrgUnitMove(id: $id, input: $input) {
  pathNames unitCount staffCount groupCount
  gaining { username name unitName roles } losing { username name unitName roles } } }`;
const UNIT = 'query ($id: ID!) { orgUnit(id: $id) { version pathNames parent { id } hasUnitsBelow } }';

test('a move tells beforehand what goes along, who gains and who loses, and leaves everything as it was', async () => {
  const before = await bank.ask('admin', UNIT, { id: bank.unit.northSub });
  const events = async () => (await bank.app.pool.query('select count(*) from event')).rows;
  const counted = await events();
  const input = { parentId: bank.unit.south, expectedVersion: 1 };
  const { previewOrgUnitMove: preview } = await bank.ask('admin', PREVIEW, { id: bank.unit.northSub, input });
  expect(preview).toMatchObject({
    pathNames: ['总行', '南分行', '北门支行'],
    unitCount: 2,
    staffCount: 3,
    groupCount: 1,
  });
  const rolesOf = (list: { username: string; roles: string[] }[]) =>
    Object.fromEntries(list.map(({ username, roles }) => [username, roles]));
  expect(rolesOf(preview.gaining)).toEqual({ southIntake: ['INTAKE'], southOffice: ['DESK'] });
  expect(rolesOf(preview.losing)).toEqual({
    handler: ['HANDLER'],
    intake: ['INTAKE'],
    northDeputy: ['MANAGER'],
    northLeader: ['MANAGER'],
    office: ['DESK'],
    officeClerk: ['DESK'],
    reviewer: ['REVIEWER'],
  });
  expect(preview.gaining[0]).toMatchObject({ unitName: '南分行' });
  expect(await bank.ask('admin', UNIT, { id: bank.unit.northSub })).toEqual(before);
  expect(await events()).toEqual(counted);
});

test('a preview is refused as the move would be', async () => {
  const code = async (who: 'admin' | 'office', id: string, input: object) =>
    (await bank.refusal(who, PREVIEW, { id, input })).extensions.code;
  const to = { parentId: bank.unit.south, expectedVersion: 1 };
  expect(await code('admin', bank.unit.head, to)).toBe('CONFLICT');
  expect(await code('admin', bank.unit.northSub, { ...to, expectedVersion: 7 })).toBe('CONFLICT');
  expect(await code('admin', bank.unit.northSub, { ...to, parentId: bank.unit.northOutlet })).toBe('BAD_USER_INPUT');
  expect(await code('admin', 'nonsense', to)).toBe('NOT_FOUND');
  expect(await code('office', bank.unit.northSub, to)).toBe('FORBIDDEN');
});

test('a department that is the desk of another place makes its people of the desk', async () => {
  const add = 'mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id } }';
  const make = async (parentId: string, code: string) =>
    (await bank.ask('admin', add, { input: { parentId, code, name: code, kind: 'DEPARTMENT' } })).createOrgUnit.id;
  const desk = await make(bank.unit.head, 'KF');
  const team = await make(bank.unit.south, 'KF-1');
  const hire = 'mutation ($input: CreateStaffInput!) { createStaff(input: $input) { id } }';
  const person = { username: 'clerk', name: '坐席', password: 'a long enough password', orgUnitId: team };
  await bank.ask('admin', hire, { input: person });
  await bank.app.pool.query(
    `insert into desk_duty (id, version, created_at, org_unit_id, department_id, plan_kind, valid_from)
     values (gen_random_uuid(), 1, $1::timestamptz + interval '1 hour', $2, $3, 'GENERAL', $1)`,
    [bank.clock.now(), bank.unit.head, desk],
  );
  const input = { parentId: desk, expectedVersion: 1 };
  // Where two administrators are needed, one alone may not even make somebody of the desk by moving them.
  expect((await bank.refusal('admin', PREVIEW, { id: team, input })).extensions.code).toBe('CONFLICT');
});

test('the tree says which units can be opened, and which outlets have a team', async () => {
  const query = `query ($id: ID!) { orgUnits(filter: { parentId: $id }) { items { name hasUnitsBelow handlingTeams { id } } } }`;
  const { orgUnits } = await bank.ask('admin', query, { id: bank.unit.northSub });
  expect(orgUnits.items).toEqual([
    { name: '北门网点', hasUnitsBelow: false, handlingTeams: [{ id: expect.any(String) }] },
  ]);
  const top = (await bank.ask('admin', query, { id: bank.unit.head })).orgUnits.items;
  expect(top.map(({ hasUnitsBelow }: { hasUnitsBelow: boolean }) => hasUnitsBelow)).toEqual([true, true, false]);
});

test('previews hold the tree: after twenty in a minute the next must wait', async () => {
  const ask = async () =>
    (await bank.refusal('admin', PREVIEW, { id: 'nonsense', input: { parentId: bank.unit.south, expectedVersion: 1 } }))
      .extensions.code;
  await until(async () => (await ask()) === 'RATE_LIMITED');
  bank.clock.advance({ minutes: 2 });
  expect(await ask()).toBe('NOT_FOUND');
});
