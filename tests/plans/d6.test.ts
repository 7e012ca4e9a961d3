import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const CREATE = `mutation ($input: CreateLeadershipGroupInput!) { createLeadershipGroup(input: $input) {
  kind orgUnit { kind } members { position basis staff { post } } } }`;
const HIRE = `mutation ($input: CreateStaffInput!) { createStaff(input: $input) { id } }`;
const ADD_UNIT = `mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id } }`;

const hire = async (username: string, orgUnitId: string, post: string): Promise<string> => {
  const input = { username, name: username, password: 'a long enough password', orgUnitId, post };
  return (await bank.ask('admin', HIRE, { input })).createStaff.id;
};
const registerAs = async (who: 'teller' | 'outlet' | 'southOutlet', more: object = {}): Promise<string> =>
  (await bank.ask(who, REGISTER(), { input: plainComplaint(more) })).registerComplaint.id;

// Limiting checkUnits to the units of the registrar's own branch makes this fail.
test('D2-二 D6-二 every member of staff registers for any unit, for their own unless they say another', async () => {
  const own = await registerAs('teller');
  const other = await registerAs('teller', { orgUnitId: bank.unit.southOutlet });
  const unitOf = async (id: string) =>
    (await bank.ask('teller', COMPLAINT('orgUnit { id } registeredUnit { id }'), { id })).complaint;
  expect(await unitOf(own)).toEqual({
    orgUnit: { id: bank.unit.northOutlet },
    registeredUnit: { id: bank.unit.northOutlet },
  });
  expect(await unitOf(other)).toMatchObject({ orgUnit: { id: bank.unit.southOutlet } });
});

// Leaving out the units below (`withSubtree`) when membership becomes a right in rightsOf makes this fail.
test('D6-三.1 the leadership group of the head office leads the whole bank', async () => {
  const ids = [await registerAs('outlet'), await registerAs('southOutlet')];
  for (const id of ids) expect((await bank.ask('director', COMPLAINT('id'), { id })).complaint).toEqual({ id });
  expect((await bank.refusal('northLeader', COMPLAINT('id'), { id: ids[1] })).extensions.code).toBe('NOT_FOUND');
});

// Refusing members of other units in the rules of groups makes this fail.
test('D6-三.2 D7-三.2 the office has people of customer service, risk and legal', async () => {
  const members = [];
  for (const [index, name] of ['客户服务部', '风险管理部', '法律合规部'].entries()) {
    const unit = { parentId: bank.unit.south, code: `2000-${index}`, kind: 'DEPARTMENT', name };
    const { createOrgUnit } = await bank.ask('admin', ADD_UNIT, { input: unit });
    const staffId = await hire(`office${index}`, createOrgUnit.id, 'SERVICE_AGENT');
    members.push({ staffId, position: index ? 'MEMBER' : 'LEADER' });
  }
  const input = { kind: 'OFFICE', name: '投诉处理办公室', orgUnitId: bank.unit.south, members };
  const { createLeadershipGroup } = await bank.ask('admin', CREATE, { input });
  expect(createLeadershipGroup.members).toHaveLength(3);
});

// Allowing HANDLING_TEAM at outlets only makes this fail.
test.each(['north', 'northSub', 'northOutlet'] as const)(
  'D6-三.3 a handling team at %s has an outlet manager, a relationship manager and a teller',
  async (place) => {
    const posts = ['OUTLET_MANAGER', 'RELATIONSHIP_MANAGER', 'TELLER'];
    const members = [];
    for (const [index, post] of posts.entries())
      members.push({
        staffId: await hire(`${place}${index}`, bank.unit[place], post),
        position: index ? 'MEMBER' : 'LEADER',
        basis: post,
      });
    const input = { kind: 'HANDLING_TEAM', name: `投诉处理小组 ${place}`, orgUnitId: bank.unit[place], members };
    const { createLeadershipGroup: team } = await bank.ask('admin', CREATE, { input });
    expect(team.members.map(({ basis }: { basis: string }) => basis).toSorted()).toEqual(posts.toSorted());
  },
);

// Removing the check of the name in checkComplainant makes this fail.
test('D6-四.1(1) an outlet and a department register calls, letters and visits, with name, contact and content', async () => {
  for (const channel of ['PHONE', 'LETTER', 'ON_SITE'])
    for (const who of ['teller', 'southOffice'] as const) {
      const { registerComplaint } = await bank.ask(who, REGISTER('channel'), { input: plainComplaint({ channel }) });
      expect(registerComplaint).toEqual({ channel });
    }
  const { extensions } = await bank.refusal('teller', REGISTER(), {
    input: plainComplaint({ complainant: { phone: '13800001111' }, content: '' }),
  });
  expect(Object.keys(extensions.fields!).toSorted()).toEqual(['complainant.name', 'content']);
});
