import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CREATE_GROUP, openBank, VIEWER, type Bank } from './org-bank.js';

let bank: Bank;
const people: Record<string, string> = {};
beforeAll(async () => {
  bank = await openBank();
  for (const name of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) people[name] = await bank.hire(name, bank.head);
});
afterAll(() => bank.stop());

const id = (name: string) => people[name]!;
const APPOINT = `mutation ($id: ID!, $input: AppointMemberInput!) {
  appointMember(groupId: $id, input: $input) { version members { id position staff { username } } } }`;
const DISMISS =
  'mutation ($id: ID!, $memberId: ID!) { dismissMember(groupId: $id, memberId: $memberId) { members { staff { username } position } } }';
const GROUP = 'query ($id: ID!) { leadershipGroup(id: $id) { version members { id position staff { username } } } }';

interface Group {
  version: number;
  members: { id: string; position: string; staff: { username: string } }[];
}
const groupOf = async (groupId: string) =>
  ((await bank.ask(GROUP, { id: groupId }, bank.anna)) as { leadershipGroup: Group }).leadershipGroup;
const roster = ({ members }: Group) => members.map(({ position, staff }) => `${staff.username} ${position}`).toSorted();
const create = (kind: string, orgUnitId: string, members: object[], more: object = {}) =>
  bank.refusal(CREATE_GROUP, { input: { kind, name: 'group', orgUnitId, members, ...more } }, bank.anna);
const rolesOf = async (token: string) =>
  (
    (await bank.ask(VIEWER, {}, { token })) as {
      viewer: { roles: { role: string; orgUnit: { code: string } }[] };
    }
  ).viewer.roles
    .map(({ role, orgUnit }) => `${role} ${orgUnit.code}`)
    .toSorted();

test('a group has exactly one leader from the start', async () => {
  const leader = (staffId: string) => ({ staffId, position: 'LEADER' });
  expect((await create('OFFICE', bank.east, [])).fields).toHaveProperty('members');
  expect((await create('OFFICE', bank.east, [leader(id('p1')), leader(id('p2'))])).fields).toHaveProperty('members');
  expect(
    (await create('OFFICE', bank.east, [leader(id('p1')), { staffId: id('p1'), position: 'MEMBER' }])).fields,
  ).toHaveProperty(['members.1.staffId']);
  expect(
    (await create('OFFICE', bank.east, [{ ...leader(id('p1')), validTo: '2030-01-01T00:00:00Z' }])).fields,
  ).toHaveProperty(['members.0.position']);
});

test('a new leader replaces the old one in one step, and only when that is meant', async () => {
  const group = await bank.form('HANDLING_TEAM', bank.west, { [id('p1')]: 'LEADER', [id('p2')]: 'DEPUTY' });
  const member = { staffId: id('p2'), position: 'LEADER' };
  expect(
    (await bank.refusal(APPOINT, { id: group.id, input: { expectedVersion: group.version, member } }, bank.anna)).code,
  ).toBe('CONFLICT');
  await bank.ask(
    APPOINT,
    { id: group.id, input: { expectedVersion: group.version, member, replacesLeader: true } },
    bank.anna,
  );
  const after = await groupOf(group.id);
  expect(roster(after)).toEqual(['p2 LEADER']);
  expect(after.version).toBeGreaterThan(group.version);
  expect(
    (await bank.refusal(APPOINT, { id: group.id, input: { expectedVersion: group.version, member } }, bank.anna)).code,
  ).toBe('CONFLICT');
});

test('a leader can neither be dismissed nor demoted', async () => {
  const group = await bank.form('CENTER', bank.head, { [id('p3')]: 'LEADER', [id('p4')]: 'MEMBER' });
  const at = (position: string) => group.members.find((member) => member.position === position)!.id;
  expect((await bank.refusal(DISMISS, { id: group.id, memberId: at('LEADER') }, bank.anna)).code).toBe('CONFLICT');
  const input = { expectedVersion: group.version, member: { staffId: id('p3'), position: 'MEMBER' } };
  expect((await bank.refusal(APPOINT, { id: group.id, input }, bank.anna)).code).toBe('CONFLICT');
  expect(await bank.ask(DISMISS, { id: group.id, memberId: at('MEMBER') }, bank.anna)).toMatchObject({
    dismissMember: { members: [{ position: 'LEADER' }] },
  });
  expect((await bank.refusal(DISMISS, { id: group.id, memberId: at('MEMBER') }, bank.anna)).code).toBe('CONFLICT');
  expect((await bank.refusal(DISMISS, { id: group.id, memberId: 'nobody' }, bank.anna)).code).toBe('NOT_FOUND');
});

test('a working group is led by a deputy of the leadership group above it, who stays its deputy (D4-三.2)', async () => {
  const above = await bank.form('LEADERSHIP_GROUP', bank.head, {
    [id('p1')]: 'LEADER',
    [id('p2')]: 'DEPUTY',
    [id('p3')]: 'MEMBER',
  });
  const led = (staffId: string) => [{ staffId, position: 'LEADER' }];
  expect((await create('WORKING_GROUP', bank.head, led(id('p2')))).fields).toHaveProperty('parentId');
  expect((await create('WORKING_GROUP', bank.head, led(id('p3')), { parentId: above.id })).fields).toHaveProperty([
    'members.0.staffId',
  ]);
  const working = await bank.form('WORKING_GROUP', bank.head, { [id('p2')]: 'LEADER' }, { parentId: above.id });
  const replace = {
    expectedVersion: working.version,
    member: { staffId: id('p3'), position: 'LEADER' },
    replacesLeader: true,
  };
  expect((await bank.refusal(APPOINT, { id: working.id, input: replace }, bank.anna)).fields).toHaveProperty([
    'member.staffId',
  ]);
  const deputy = above.members.find(({ position }) => position === 'DEPUTY')!.id;
  expect((await bank.refusal(DISMISS, { id: above.id, memberId: deputy }, bank.anna)).code).toBe('CONFLICT');
});

test('a project team, and only it, has a leading department (D9-二.1a)', async () => {
  const members = [{ staffId: id('p1'), position: 'LEADER' }];
  expect((await create('PROJECT_TEAM', bank.head, members)).fields).toHaveProperty('leadUnitId');
  expect((await create('PROJECT_TEAM', bank.head, members, { leadUnitId: bank.east })).fields).toHaveProperty(
    'leadUnitId',
  );
  expect((await create('OFFICE', bank.east, members, { leadUnitId: bank.service })).fields).toHaveProperty(
    'leadUnitId',
  );
  await bank.form('PROJECT_TEAM', bank.head, { [id('p1')]: 'LEADER' }, { leadUnitId: bank.service });
});

test('an administrator does not put themselves into a group', async () => {
  const { viewer } = (await bank.ask(VIEWER, {}, bank.anna)) as { viewer: { staff: { id: string } } };
  expect((await create('OFFICE', bank.east, [{ staffId: viewer.staff.id, position: 'LEADER' }])).code).toBe(
    'FORBIDDEN',
  );
});

test('membership gives and takes rights at once', async () => {
  const staff = await bank.hire('rights', bank.east);
  const token = await bank.signIn('rights');
  const leader = await bank.hire('rights-leader', bank.east);
  const group = await bank.form('LEADERSHIP_GROUP', bank.east, { [leader]: 'LEADER', [staff]: 'MEMBER' });
  expect(await rolesOf(token)).toEqual(['MANAGER 1000']);
  const memberId = group.members.find(({ position }) => position === 'MEMBER')!.id;
  await bank.ask(DISMISS, { id: group.id, memberId }, bank.anna);
  expect(await rolesOf(token)).toEqual([]);
  await bank.form('HANDLING_TEAM', bank.eastOutlet, { [staff]: 'LEADER' });
  expect(await rolesOf(token)).toEqual(['HANDLER 1001']);
  await bank.form('OFFICE', bank.east, { [staff]: 'LEADER' });
  expect(await rolesOf(token)).toEqual(['DESK 1000', 'HANDLER 1001']);
});

test('a second office of a unit is not the desk: it reads and handles', async () => {
  const staff = await bank.hire('second', bank.west);
  const token = await bank.signIn('second');
  await bank.form('OFFICE', bank.west, { [id('p1')]: 'LEADER' });
  await bank.form('OFFICE', bank.west, { [staff]: 'LEADER' });
  expect(await rolesOf(token)).toEqual(['HANDLER 2000']);
});

test('a secondment ends by itself', async () => {
  const staff = await bank.hire('seconded', bank.east);
  const token = await bank.signIn('seconded');
  const leader = await bank.hire('seconded-leader', bank.east);
  const group = await bank.form('HANDLING_TEAM', bank.east, { [leader]: 'LEADER' });
  const validTo = new Date(bank.clock.now().getTime() + 20 * 60_000);
  const input = { expectedVersion: group.version, member: { staffId: staff, position: 'MEMBER', validTo } };
  await bank.ask(APPOINT, { id: group.id, input }, bank.anna);
  expect(await rolesOf(token)).toEqual(['HANDLER 1000']);
  bank.clock.advance({ minutes: 20 });
  expect(await rolesOf(token)).toEqual([]);
});
