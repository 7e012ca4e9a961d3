import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { authenticatorFor, STEP_UP } from './harness/authenticator.js';
import {
  APPROVE,
  APPROVE_MEMBER,
  CREATE_GROUP,
  CREATE_UNIT,
  GRANT,
  openBank,
  password,
  SIGN_IN,
  type Bank,
} from './org-bank.js';

let bank: Bank;
let demo: Bank;
beforeAll(async () => void ([bank, demo] = await Promise.all([openBank(), openBank({ isDemo: true })])));
afterAll(() => Promise.all([bank.stop(), demo.stop()]));

const APPOINT = `mutation ($id: ID!, $input: AppointMemberInput!) { appointMember(groupId: $id, input: $input) { id } }`;
const IMPORT = `mutation ($id: ID!, $input: ImportRosterInput!) {
  importRoster(groupId: $id, input: $input) { changes { username } group { id } } }`;
const CREATE_KEY = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } } }';
const MOVE = 'mutation ($id: ID!, $input: MoveOrgUnitInput!) { moveOrgUnit(id: $id, input: $input) { id } }';
const REVOKE = 'mutation ($id: ID!) { revokeRole(id: $id) { id } }';

const eventCount = async () =>
  (await bank.app.pool.query<{ count: number }>('select count(*)::int from event')).rows[0]!.count;

/** A row with what the viewer may do with it. */
interface Offered {
  id: string;
  allowedActions: { code: string; blockedBy: string | null }[];
}

let count = 0;
const fresh = () => `somebody${count++}`;
/** A session of a person as it comes from signing in, with nothing proved. */
const plain = async (of: Bank, username: string) => ({
  token: (await of.ask(SIGN_IN, { username, password })).signIn.token as string,
});

/** Everything that gives somebody a right or a key, ready to be done by anna. */
const verbs: Record<string, () => Promise<[query: string, variables: object]>> = {
  grantRole: async () => [
    GRANT,
    { input: { staffId: await bank.hire(fresh(), bank.east), role: 'INTAKE', orgUnitId: bank.east } },
  ],
  approveGrant: async () => {
    const input = { staffId: await bank.hire(fresh(), bank.east), role: 'DESK', orgUnitId: bank.east };
    return [APPROVE, { id: (await bank.ask(GRANT, { input }, bank.bert)).grantRole.id }];
  },
  createLeadershipGroup: async () => {
    const members = [{ staffId: await bank.hire(fresh(), bank.east), position: 'LEADER' }];
    return [CREATE_GROUP, { input: { kind: 'HANDLING_TEAM', name: fresh(), orgUnitId: bank.eastOutlet, members } }];
  },
  appointMember: async () => {
    const group = await bank.form('HANDLING_TEAM', bank.eastOutlet, {
      [await bank.hire(fresh(), bank.east)]: 'LEADER',
    });
    const member = { staffId: await bank.hire(fresh(), bank.east), position: 'MEMBER' };
    return [APPOINT, { id: group.id, input: { member, expectedVersion: group.version } }];
  },
  importRoster: async () => {
    const leader = fresh();
    const group = await bank.form('HANDLING_TEAM', bank.eastOutlet, { [await bank.hire(leader, bank.east)]: 'LEADER' });
    const member = fresh();
    await bank.hire(member, bank.east);
    const content = `username,position\n${leader},LEADER\n${member},MEMBER`;
    return [IMPORT, { id: group.id, input: { content, expectedVersion: group.version } }];
  },
  approveMember: async () => {
    const members = [{ staffId: await bank.hire(fresh(), bank.east), position: 'LEADER' }];
    const input = { kind: 'LEADERSHIP_GROUP', name: fresh(), orgUnitId: bank.east, members };
    const { id, members: made } = (await bank.ask(CREATE_GROUP, { input }, bank.bert)).createLeadershipGroup;
    return [APPROVE_MEMBER, { id, memberId: made[0].id }];
  },
  moveOrgUnit: async () => {
    const input = { parentId: bank.east, code: fresh(), kind: 'OUTLET', name: fresh() };
    const { id, version } = (await bank.ask(CREATE_UNIT, { input }, bank.anna)).createOrgUnit;
    return [MOVE, { id, input: { parentId: bank.west, expectedVersion: version } }];
  },
  createApiKey: async () => [CREATE_KEY, { input: { name: fresh(), orgUnitId: bank.east, channels: ['ONLINE'] } }],
};

describe('what gives somebody a right or a key', () => {
  let phone: Awaited<ReturnType<typeof authenticatorFor>> | undefined;
  let anna: { token: string };
  /** In the order of a first administrator's day: no codes yet, codes but no proof, a proof, and later. */
  test.each(Object.keys(verbs))('%s is refused without one-time codes, and changes nothing', async (verb) => {
    const [query, variables] = await verbs[verb]!();
    const before = await eventCount();
    const session = await plain(bank, 'anna');
    const refusal = await bank.refusal(query, variables, session);
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', stepUp: 'ENROL' });
    expect(refusal.message).toContain('one-time codes');
    // The sign-in, and nothing else.
    expect(await eventCount()).toBe(before + 1);
  });

  test('what waits for one-time codes is offered with that reason, and what does not is open', async () => {
    const [, { id }] = (await verbs['approveGrant']!()) as [string, { id: string }];
    const [, { id: groupId, memberId }] = (await verbs['approveMember']!()) as [string, Record<string, string>];
    const OFFERS = `{ roleGrants { items { id allowedActions { code blockedBy } } }
      leadershipGroups { items { id allowedActions { code blockedBy }
        members { id allowedActions { code blockedBy } } } } }`;
    const offersTo = async (caller: { token: string }) => {
      const { roleGrants, leadershipGroups } = await bank.ask(OFFERS, {}, caller);
      const byId = <Row extends { id: string }>(rows: Row[], wanted: string) => rows.find((row) => row.id === wanted)!;
      const group = byId<{ id: string; members: Offered[] } & Offered>(leadershipGroups.items, groupId!);
      const rows: Offered[] = [byId<Offered>(roleGrants.items, id), group, byId(group.members, memberId!)];
      const offered = rows.flatMap(({ allowedActions }) => allowedActions);
      return Object.fromEntries(offered.map(({ code, blockedBy }) => [code, blockedBy]));
    };
    const waits = expect.stringContaining('one-time codes');
    const gives = { approveGrant: waits, appointMember: waits, importRoster: waits, approveMember: waits };
    const takes = { revokeRole: null, deactivateLeadershipGroup: null };
    expect(await offersTo(await plain(bank, 'anna'))).toMatchObject({ ...gives, ...takes });
    const open = { approveGrant: null, appointMember: null, importRoster: null, approveMember: null };
    expect(await offersTo(bank.anna)).toMatchObject({ ...open, ...takes });
  });

  test('to see what a list would change needs no proof', async () => {
    const [query, { id, input }] = (await verbs['importRoster']!()) as [string, { id: string; input: object }];
    const variables = { id, input: { ...input, dryRun: true } };
    expect((await bank.ask(query, variables, await plain(bank, 'anna'))).importRoster.changes).toHaveLength(1);
  });

  test('a first administrator sets up codes without anybody’s help', async () => {
    const session = await plain(bank, 'anna');
    phone = await authenticatorFor(bank, session.token);
    const [query, variables] = await verbs['grantRole']!();
    expect((await bank.ask(query, variables, session)).grantRole.id).toBeTruthy();
    anna = { token: (await bank.ask(WITH_OTP, { otp: phone.code() })).signIn.token };
  });

  test.each(Object.keys(verbs))('%s asks for a code, and for none within five minutes of it', async (verb) => {
    const [query, variables] = await verbs[verb]!();
    expect(await bank.refusal(query, variables, anna)).toMatchObject({ code: 'FORBIDDEN', stepUp: 'CODE' });
    const { stepUp } = await bank.ask(STEP_UP, { otp: phone!.code() }, anna);
    expect(Date.parse(stepUp.stepUpExpiresAt) - bank.clock.now().getTime()).toBe(5 * 60_000);
    bank.clock.advance({ minutes: 4, seconds: 59 });
    await bank.ask(query, variables, anna);
    bank.clock.advance({ seconds: 1 });
    const [again, others] = await verbs[verb]!();
    expect((await bank.refusal(again, others, anna)).stepUp).toBe('CODE');
    bank.bert.token = await bank.signIn('bert');
  });

  test('a proof opens one session and no other', async () => {
    const here = { token: (await bank.ask(WITH_OTP, { otp: phone!.code() })).signIn.token };
    const there = { token: (await bank.ask(WITH_OTP, { otp: phone!.code() })).signIn.token };
    await bank.ask(STEP_UP, { otp: phone!.code() }, here);
    const [query, variables] = await verbs['createApiKey']!();
    await bank.ask(query, variables, here);
    expect((await bank.refusal(query, variables, there)).stepUp).toBe('CODE');
  });

  test('taking a right away asks for nothing: it may be urgent', async () => {
    const id = await bank.grant(await bank.hire(fresh(), bank.east), 'INTAKE', bank.east);
    const session = { token: (await bank.ask(WITH_OTP, { otp: phone!.code() })).signIn.token };
    expect((await bank.ask(REVOKE, { id }, session)).revokeRole.id).toBe(id);
  });

  test('five wrong codes end the tries', async () => {
    const session = { token: (await bank.ask(WITH_OTP, { otp: phone!.code() })).signIn.token };
    for (let tries = 0; tries < 5; tries++)
      expect((await bank.refusal(STEP_UP, { otp: '000000' }, session)).fields).toEqual({ otp: expect.any(String) });
    expect((await bank.refusal(STEP_UP, { otp: phone!.code() }, session)).code).toBe('RATE_LIMITED');
  });

  const WITH_OTP = `mutation ($otp: String!) {
    signIn(input: { username: "anna", password: "${password}", otp: $otp, mode: TOKEN }) { token } }`;
});

describe('the demo bank', () => {
  test('asks for the password again instead, and for a code of who has set them up', async () => {
    const session = await plain(demo, 'bert');
    const key = { input: { name: 'a key', orgUnitId: demo.east, channels: ['ONLINE'] } };
    expect(await demo.refusal(CREATE_KEY, key, session)).toMatchObject({ code: 'FORBIDDEN', stepUp: 'PASSWORD' });
    const wrong = await demo.refusal(STEP_UP, { password: 'wrong' }, session);
    expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', fields: { password: expect.any(String) } });
    expect((await demo.refusal(STEP_UP, {}, session)).fields).toEqual({ password: expect.any(String) });
    await demo.ask(STEP_UP, { password }, session);
    await demo.ask(CREATE_KEY, key, session);
    const phone = await authenticatorFor(demo, session.token);
    demo.clock.advance({ minutes: 6 });
    expect((await demo.refusal(CREATE_KEY, key, session)).stepUp).toBe('CODE');
    expect((await demo.refusal(STEP_UP, { password }, session)).fields).toEqual({ otp: expect.any(String) });
    await demo.ask(STEP_UP, { otp: phone.code() }, session);
  });

  test('an app proves nothing: it has no session', async () => {
    const key = await demo.ask(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
      { input: { name: 'an app', orgUnitId: demo.east, channels: ['ONLINE'] } },
      { token: await demo.signIn('anna') },
    );
    const { code } = await demo.refusal(STEP_UP, { password }, { token: key.createApiKey.secret });
    expect(code).toBe('FORBIDDEN');
  });
});
