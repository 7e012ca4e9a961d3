import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deskMembersOf, leadersOf } from '../server/src/org/groups/recipients.js';
import { staffingAt } from '../server/src/org/groups/staffing.js';
import { idsOnPath } from '../server/src/org/units/org-path.js';
import { OrgUnit } from '../server/src/org/units/org-unit.js';
import { APPROVE_MEMBER, CREATE_GROUP, openBank, VIEWER, type Bank, type FormedGroup } from './org-bank.js';

let bank: Bank;
const id: Record<string, string> = {};
const names = ['p1', 'p2', 'p3', 'p4', 'carl', 'dora', 'eastAdmin'] as const;
beforeAll(async () => {
  bank = await openBank();
  for (const name of names) id[name] = await bank.hire(name, bank.head);
  await bank.grant(id['carl']!, 'ADMIN', bank.head);
  await bank.grant(id['eastAdmin']!, 'ADMIN', bank.east);
});
afterAll(() => bank.stop());

const APPOINT = `mutation ($id: ID!, $input: AppointMemberInput!) {
  appointMember(groupId: $id, input: $input) { id version members { id position approvedAt staff { id } } } }`;
const DISMISS = `mutation ($id: ID!, $memberId: ID!) {
  dismissMember(groupId: $id, memberId: $memberId) { id version members { id position approvedAt staff { id } } } }`;

const set = async (kind: string, orgUnitId: string, members: Record<string, string>): Promise<FormedGroup> => {
  const list = Object.entries(members).map(([name, position]) => ({ staffId: id[name], position }));
  const input = { kind, name: kind, orgUnitId, members: list };
  return (await bank.ask(CREATE_GROUP, { input }, bank.anna)).createLeadershipGroup;
};
const appoint = async ({ id: groupId, version }: FormedGroup, name: string, position: string, more: object = {}) => {
  const { replacesLeader = false, ...term } = more as { replacesLeader?: boolean };
  const member = { staffId: id[name], position, ...term };
  const input = { expectedVersion: version, member, replacesLeader };
  return (await bank.ask(APPOINT, { id: groupId, input }, bank.anna)).appointMember as FormedGroup;
};
const waiting = ({ members }: FormedGroup) => members.find(({ approvedAt }) => approvedAt === null)!.id;
const approve = async (group: FormedGroup, memberId = waiting(group)): Promise<FormedGroup> =>
  (await bank.ask(APPROVE_MEMBER, { id: group.id, memberId }, bank.bert)).approveMember;
const roster = ({ members }: FormedGroup) =>
  members
    .map(({ position, approvedAt, staff }) => {
      const name = names.find((each) => id[each] === staff.id)!;
      return `${name} ${position}${approvedAt ? '' : ' waits'}`;
    })
    .toSorted();
const rolesOf = async (name: string) => {
  const token = await bank.signIn(name);
  const { roles } = (await bank.ask(VIEWER, {}, { token })).viewer;
  return roles.map(({ role }: { role: string }) => role);
};
const pathOf = async (unitId: string) => (await bank.app.orm.em.fork().findOneOrFail(OrgUnit, unitId)).path;
const staffing = (path: string) => staffingAt(bank.app.orm.em.fork(), idsOnPath(path), bank.clock.now());
const leaders = async () => {
  const path = await pathOf(bank.east);
  return leadersOf(await staffing(path), path, 'LEADERSHIP_GROUP', ['LEADER', 'DEPUTY', 'MEMBER']);
};

test.each([
  ['LEADERSHIP_GROUP', 'MANAGER'],
  ['OFFICE', 'DESK'],
  ['CENTER', 'HANDLER'],
])('a place in a %s gives nothing until another administrator approves it', async (kind, role) => {
  const unit = bank.east;
  const group = await set(kind, unit, { p1: 'LEADER' });
  expect(roster(group)).toEqual(['p1 LEADER waits']);
  expect(await rolesOf('p1')).not.toContain(role);
  const memberId = waiting(group);
  const refused = (caller: object) => bank.refusal(APPROVE_MEMBER, { id: group.id, memberId }, caller);
  expect((await refused(bank.anna)).code).toBe('FORBIDDEN');
  expect((await refused({ token: await bank.signIn('p1') })).code).toBe('FORBIDDEN');
  const approved = await approve(group);
  expect(roster(approved)).toEqual(['p1 LEADER']);
  expect(approved.version).toBeGreaterThan(group.version);
  expect(await rolesOf('p1')).toContain(role);
  expect((await refused(bank.bert)).code).toBe('CONFLICT');
  expect((await bank.refusal(APPROVE_MEMBER, { id: group.id, memberId: 'nobody' }, bank.bert)).code).toBe('NOT_FOUND');
});

test('who is appointed does not approve it, though an administrator, nor does one of another place', async () => {
  const group = await set('OFFICE', bank.west, { carl: 'LEADER' });
  const refused = async (name: string) => {
    const token = await bank.signIn(name);
    return (await bank.refusal(APPROVE_MEMBER, { id: group.id, memberId: waiting(group) }, { token })).code;
  };
  expect(await refused('carl')).toBe('FORBIDDEN');
  expect(await refused('eastAdmin')).toBe('FORBIDDEN');
});

test('who waits is told of nothing', async () => {
  const unit = await bank.app.orm.em.fork().findOneOrFail(OrgUnit, { code: '2001' });
  const group = await set('LEADERSHIP_GROUP', unit.id, { p2: 'LEADER' });
  const office = await set('OFFICE', unit.id, { p2: 'LEADER' });
  const found = async () => {
    const now = await staffing(unit.path);
    const people = [leadersOf(now, unit.path, 'LEADERSHIP_GROUP', ['LEADER']), deskMembersOf(now, unit.path)];
    return people.map((each) => each?.staff.map(({ username }) => username) ?? []);
  };
  expect(await found()).toEqual([[], []]);
  await approve(group);
  await approve(office);
  expect(await found()).toEqual([['p2'], ['p2']]);
});

test('a higher position waits, too, and until then everybody stays what they are', async () => {
  const unit = (await leaders())!.group!.id;
  let group: FormedGroup = (
    await bank.ask(
      'query ($id: ID!) { leadershipGroup(id: $id) { id version members { id } } }',
      { id: unit },
      bank.anna,
    )
  ).leadershipGroup;
  group = await approve(await appoint(group, 'p3', 'MEMBER'));
  group = await appoint(group, 'p3', 'DEPUTY');
  expect(roster(group)).toEqual(['p1 LEADER', 'p3 DEPUTY waits', 'p3 MEMBER']);
  expect(await rolesOf('p3')).toEqual(['MANAGER']);
  group = await approve(group);
  expect(roster(group)).toEqual(['p1 LEADER', 'p3 DEPUTY']);
  group = await appoint(group, 'p3', 'LEADER', { replacesLeader: true });
  expect(roster(group)).toEqual(['p1 LEADER', 'p3 DEPUTY', 'p3 LEADER waits']);
  expect((await leaders())!.staff.map(({ username }) => username)).toEqual(['p1', 'p3']);
  group = await approve(group);
  expect(roster(group)).toEqual(['p3 LEADER']);
  expect(await rolesOf('p1')).not.toContain('MANAGER');
});

test('less than somebody has needs no approval; longer does', async () => {
  let group = await set('LEADERSHIP_GROUP', bank.westOutlet, { p1: 'LEADER', p4: 'DEPUTY' });
  group = await approve(await approve(group));
  group = await appoint(group, 'p4', 'MEMBER', { validTo: '2027-01-01T00:00:00Z' });
  expect(roster(group)).toEqual(['p1 LEADER', 'p4 MEMBER']);
  group = await appoint(group, 'p4', 'MEMBER', { validTo: '2027-02-01T00:00:00Z' });
  expect(roster(group)).toEqual(['p1 LEADER', 'p4 MEMBER', 'p4 MEMBER waits']);
});

test('an appointment that waits can be dropped or made again, and a group keeps its one leader', async () => {
  let group = await set('CENTER', bank.westOutlet, { p1: 'LEADER' });
  const dismiss = { id: group.id, memberId: waiting(group) };
  expect((await bank.refusal(DISMISS, dismiss, bank.anna)).code).toBe('CONFLICT');
  group = await appoint(group, 'p2', 'LEADER', { replacesLeader: true });
  expect(roster(group)).toEqual(['p2 LEADER waits']);
  expect((await bank.refusal(APPROVE_MEMBER, dismiss, bank.bert)).message).toBe('This person is no longer a member.');
  group = await approve(group);
  group = await appoint(group, 'p3', 'LEADER', { replacesLeader: true });
  group = await appoint(group, 'p4', 'LEADER', { replacesLeader: true });
  expect(roster(group)).toEqual(['p2 LEADER', 'p4 LEADER waits']);
  group = (await bank.ask(DISMISS, { id: group.id, memberId: waiting(group) }, bank.anna)).dismissMember;
  expect(roster(group)).toEqual(['p2 LEADER']);
});

test('groups that make nobody MANAGER or DESK need one administrator', async () => {
  expect(roster(await set('HANDLING_TEAM', bank.eastOutlet, { dora: 'LEADER' }))).toEqual(['dora LEADER']);
  expect(await rolesOf('dora')).toEqual(['HANDLER']);
});

test('approving is recorded', async () => {
  const { rows } = await bank.app.pool.query(
    "select data from event where kind = 'access.memberApproved' order by seq limit 1",
  );
  expect(rows[0].data).toMatchObject({ staff: id['p1'], position: 'LEADER' });
});

test('in the demo one administrator is enough', async () => {
  const demo = await openBank({ isDemo: true });
  const staffId = await demo.hire('d1', demo.east);
  const input = { kind: 'OFFICE', name: 'o', orgUnitId: demo.east, members: [{ staffId, position: 'LEADER' }] };
  const { members } = (await demo.ask(CREATE_GROUP, { input }, demo.anna)).createLeadershipGroup;
  expect(members).toMatchObject([{ approvedAt: expect.any(String) }]);
  await demo.stop();
});

test('what an appointment would change is told before it is made, and changes nothing', async () => {
  const group = await set('LEADERSHIP_GROUP', bank.head, { p1: 'LEADER' });
  await approve(group);
  const EFFECT = `query ($groupId: ID!, $staffId: ID!, $position: GroupPosition!) {
    appointmentEffect(groupId: $groupId, input: { staffId: $staffId, position: $position }) {
      isWaiting gains { right orgUnit { code } } ends { position staff { id } } } }`;
  const effect = async (name: string, position: string) =>
    (await bank.ask(EFFECT, { groupId: group.id, staffId: id[name], position }, bank.anna)).appointmentEffect;
  const fresh = await bank.hire('fresh', bank.east);
  id['fresh'] = fresh;
  const at = { code: '0000' };
  expect(await effect('fresh', 'LEADER')).toEqual({
    isWaiting: true,
    gains: [
      { right: 'MANAGER', orgUnit: at },
      { right: 'PLAN_REVIEWER', orgUnit: at },
      { right: 'COMMANDER', orgUnit: at },
    ],
    ends: [{ position: 'LEADER', staff: { id: id['p1'] } }],
  });
  expect(await effect('fresh', 'MEMBER')).toMatchObject({
    gains: [{ right: 'MANAGER' }, { right: 'PLAN_REVIEWER' }],
    ends: [],
  });
  // Who leads already gains nothing by being a deputy, and it need not be approved.
  expect(await effect('p1', 'DEPUTY')).toMatchObject({ gains: [], isWaiting: false });
  expect(await rolesOf('fresh')).toEqual([]);
  const variables = { groupId: group.id, staffId: fresh, position: 'MEMBER' };
  const token = await bank.signIn('fresh');
  expect((await bank.refusal(EFFECT, variables, { token })).code).toBe('NOT_FOUND');
  const wrong = { ...variables, staffId: 'nobody' };
  expect((await bank.refusal(EFFECT, wrong, bank.anna)).fields).toHaveProperty(['input.staffId']);
});

test('each member says what may be done with it, and by whom not', async () => {
  const group = await set('OFFICE', bank.head, { p2: 'LEADER' });
  const ACTIONS = `query ($id: ID!) { leadershipGroup(id: $id) { allowedActions { code }
    members { appointedBy { username } approvedBy { username } allowedActions { code blockedBy } } } }`;
  const read = async (who: object) => (await bank.ask(ACTIONS, { id: group.id }, who)).leadershipGroup;
  const seen = await read(bank.anna);
  expect(seen.allowedActions.map(({ code }: { code: string }) => code)).toEqual([
    'appointMember',
    'importRoster',
    'deactivateLeadershipGroup',
  ]);
  expect(seen.members).toEqual([
    {
      appointedBy: { username: 'anna' },
      approvedBy: null,
      allowedActions: [
        { code: 'approveMember', blockedBy: expect.any(String) },
        { code: 'dismissMember', blockedBy: null },
      ],
    },
  ]);
  expect((await read(bank.bert)).members[0].allowedActions[0]).toEqual({ code: 'approveMember', blockedBy: null });
  await approve(group);
  const [member] = (await read(bank.anna)).members;
  expect(member).toMatchObject({
    approvedBy: { username: 'bert' },
    allowedActions: [{ code: 'dismissMember', blockedBy: expect.any(String) }],
  });
  const token = await bank.signIn('p1');
  expect((await read({ token })).members[0].allowedActions).toEqual([]);
});
