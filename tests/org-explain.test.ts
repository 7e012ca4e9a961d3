import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, plainComplaint, RAISE, REGISTER, type PersonName, type TestBank } from './harness/bank.js';
import { until } from './harness/until.js';

let bank: TestBank;
let reference: string;
let complaintId: string;
beforeAll(async () => {
  bank = await openTestBank();
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, content: '绝密正文', level: 'MAJOR' });
  ({ reference, id: complaintId } = (await bank.ask('intake', REGISTER(), { input })).registerComplaint);
  await bank.ask('intake', RAISE, { id: complaintId });
});
afterAll(() => bank.stop());

const EXPLAIN = `query ($input: ExplainAccessInput!) {
  explainAccess(input: $input) { isGranted text reasons { source text validFrom validTo } } }`;
const zh = { headers: { 'accept-language': 'zh' } };
const why = async (person: PersonName, to: object) =>
  (await bank.ask('admin', EXPLAIN, { input: { staffId: bank.staff[person], ...to } }, zh)).explainAccess;
const sources = async (person: PersonName, to: object) =>
  (await why(person, to)).reasons.map(({ source }: { source: string }) => source);
const sees = async (person: PersonName) =>
  !(await bank.say(person, 'query ($r: String!) { complaint(reference: $r) { id } }', { r: reference })).errors;

test('for everybody in the bank, the answer is what they would find themselves', async () => {
  const people = Object.keys(bank.staff) as PersonName[];
  const told: Record<string, boolean> = {};
  const found: Record<string, boolean> = {};
  for (const who of people) {
    told[who] = (await why(who, { complaintReference: reference })).isGranted;
    found[who] = await sees(who);
  }
  expect(told).toEqual(found);
  expect(Object.values(found)).toEqual(expect.arrayContaining([true, false]));
});

test('each reason is named: a grant, a group, the part a person has in the case', async () => {
  const to = { complaintReference: reference };
  expect(await sources('intake', to)).toEqual(['REGISTERED', 'RESPONSIBLE', 'FIRST_HANDLER', 'ROLE_GRANT']);
  expect(await why('auditor', to)).toEqual({
    isGranted: true,
    text: `员工auditor可以查看投诉 ${reference}。`,
    reasons: [
      {
        source: 'ROLE_GRANT',
        text: '授予审计岗（总行及辖内）：查看全部投诉，个人信息脱敏。',
        validFrom: bank.clock.now().toISOString(),
        validTo: null,
      },
    ],
  });
  expect(await sources('northLeader', to)).toContain('GROUP_MEMBERSHIP');
  expect(await sources('office', to)).toEqual(['SHARED', 'GROUP_MEMBERSHIP']);
});

test('who is complained of sees nothing, and neither does who has left or holds nothing', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.north, staffComplainedOfIds: [bank.staff.officeClerk] });
  const { reference: named } = (await bank.ask('intake', REGISTER(), { input })).registerComplaint;
  expect(await why('officeClerk', { complaintReference: named })).toEqual({
    isGranted: false,
    text: `员工officeClerk不能查看投诉 ${named}：被投诉人员须回避。`,
    reasons: [],
  });
  expect((await why('teller', { complaintReference: reference })).text).toContain('不能查看');
  const leave = `mutation ($id: ID!) { deactivateStaff(id: $id, input: { expectedVersion: 1 }) { id } }`;
  await bank.ask('admin', leave, { id: bank.staff.southIntake });
  expect((await why('southIntake', { orgUnitId: bank.unit.south })).text).toContain('已停用');
});

test('an administrator does not learn that a complaint is against themselves', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.north, staffComplainedOfIds: [bank.staff.admin] });
  const { reference: against } = (await bank.ask('intake', REGISTER(), { input })).registerComplaint;
  const { text } = await why('admin', { complaintReference: reference });
  expect(await why('admin', { complaintReference: against })).toEqual({
    isGranted: false,
    text: text.replace(reference, against),
    reasons: [],
  });
});

test('asking makes nobody’s rights be looked up anew', async () => {
  const { feed, pool } = bank.app;
  const isRead = async () => {
    const { rows } = await pool.query('select max(seq) as last from event');
    return String(feed.position) === rows[0].last;
  };
  await until(isRead);
  const version = feed.accessVersion;
  await why('teller', { complaintReference: reference });
  await until(isRead);
  expect(feed.accessVersion).toBe(version);
});

test('a unit is explained by the rights that reach it', async () => {
  expect(await sources('handler', { orgUnitId: bank.unit.northOutlet })).toEqual(['ROLE_GRANT']);
  expect(await sources('outlet', { orgUnitId: bank.unit.northOutlet })).toEqual([
    'GROUP_MEMBERSHIP',
    'GROUP_MEMBERSHIP',
  ]);
  expect((await why('handler', { orgUnitId: bank.unit.southOutlet })).isGranted).toBe(false);
  expect((await why('admin', { orgUnitId: bank.unit.north })).isGranted).toBe(false);
});

test('only administrators ask; each answer is written down and tells nothing of the complaint', async () => {
  const input = { staffId: bank.staff.teller, complaintReference: reference };
  for (const who of ['office', 'auditor', 'president', 'teller'] as const)
    expect((await bank.refusal(who, EXPLAIN, { input })).extensions.code).toBe('FORBIDDEN');
  expect((await bank.refusal('app', EXPLAIN, { input })).extensions.code).toBe('FORBIDDEN');
  expect(JSON.stringify(await why('office', { complaintReference: reference }))).not.toMatch(/绝密|MAJOR|张三丰/);
  const { rows } = await bank.app.pool.query(
    "select actor_id, subject_id, object_id, data from event where kind = 'access.explained' order by seq desc limit 1",
  );
  expect(rows).toEqual([
    { actor_id: bank.staff.admin, subject_id: bank.staff.office, object_id: complaintId, data: {} },
  ]);
});

test('it needs one thing to explain, and one that there is', async () => {
  const ask = async (more: object) =>
    (await bank.refusal('admin', EXPLAIN, { input: { staffId: bank.staff.teller, ...more } })).extensions;
  expect((await ask({})).fields).toEqual({ complaintReference: expect.any(String), orgUnitId: expect.any(String) });
  expect((await ask({ complaintReference: reference, orgUnitId: bank.unit.north })).code).toBe('BAD_USER_INPUT');
  expect((await ask({ complaintReference: 'TS-1999-000001' })).code).toBe('NOT_FOUND');
  expect((await ask({ complaintReference: 'a\0b' })).code).toBe('NOT_FOUND');
  expect((await ask({ orgUnitId: 'nonsense' })).code).toBe('NOT_FOUND');
  expect((await ask({ staffId: 'nonsense', orgUnitId: bank.unit.north })).code).toBe('NOT_FOUND');
});
