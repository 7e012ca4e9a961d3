import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { has, openAdoptingBank } from '../adopting.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { CREATE_GROUP } from '../org-bank.js';
import { DRAFT, planning } from '../plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
});
afterAll(() => bank.stop());

const basis = [
  { title: '银行业营业网点服务突发事件应急处理工作指引', number: '中银协〔2009〕13号', issuedOn: '2009-08-26' },
  { title: '客户投诉处理管理办法', number: '行发〔2024〕18号', issuedOn: '2024-03-01' },
  { title: 'IT蓝图项目投产工作客户投诉处理应急预案', number: null, issuedOn: null },
];
const documents = basis.map((each) => ({ ...each, source: null }));

// Guard: what `writeContent` in plans/plan-content.ts keeps of each PlanBasis.
test('D7-二.1/2/5 a plan lists what it rests on, in order, each document with its number and date', async () => {
  const version = await plans.issue({ basis });
  expect((await plans.read(version.id, 'teller')).basis).toEqual(documents);
  // The next version rests on the same until somebody says otherwise.
  const next = await plans.draft();
  expect(next.basis).toEqual(documents);
  bank.clock.advance({ minutes: 1 });
  const fewer = await plans.issue({ basis: basis.slice(1) });
  expect(fewer.basis).toEqual(documents.slice(1));
  expect((await plans.read(version.id)).basis).toEqual(documents);
});

// Guard: `plan.titleNeeded` in basisOf of plans/plan-content.ts; the days are checked by LocalDate in kernel/scalars.ts.
test('D7-二.1/2/5 a document needs a title, and a date that there is', async () => {
  for (const [wrong, field] of [
    [{ number: '行发〔2024〕18号' }, 'basis.1.title'],
    [{ title: '客户投诉处理管理办法', issuedOn: '2024-02-30' }, 'basis.1.issuedOn'],
  ] as const) {
    const input = { orgUnitId: bank.unit.north, name: '北分行预案', basis: [basis[0], wrong] };
    const { extensions } = await bank.refusal('office', DRAFT, { input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } });
  }
});

const PARENT = 'query ($id: ID!) { leadershipGroup(id: $id) { kind parent { id kind } } }';

// Guard: `org.parentLeads` in checkPlace of org/groups/group-rules.ts.
test('D7-三.2 D2-三.3 the office works under a leadership group, and under no other', async () => {
  const org = await openAdoptingBank();
  const people = [];
  for (const name of ['o1', 'o2', 'o3']) people.push(await org.hire(name, org.west));
  const [leader, clerk, teller] = people as [string, string, string];
  const above = await org.form('LEADERSHIP_GROUP', org.westOutlet, { [leader]: 'LEADER' });
  const team = await org.form('HANDLING_TEAM', org.westOutlet, { [teller]: 'LEADER' });
  const office = (parentId: string) => ({
    kind: 'OFFICE',
    name: '投诉应急处理办公室',
    orgUnitId: org.westOutlet,
    parentId,
    members: [has(clerk, 'LEADER')],
  });
  const refusal = await org.refusal(CREATE_GROUP, { input: office(team.id) }, org.anna);
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', fields: { parentId: expect.any(String) } });
  expect((await org.app.pool.query(`select id from leadership_group where kind = 'OFFICE'`)).rows).toEqual([]);
  const { createLeadershipGroup } = await org.ask(CREATE_GROUP, { input: office(above.id) }, org.anna);
  expect((await org.ask(PARENT, { id: createLeadershipGroup.id }, org.anna)).leadershipGroup).toEqual({
    kind: 'OFFICE',
    parent: { id: above.id, kind: 'LEADERSHIP_GROUP' },
  });
  await org.stop();
});
