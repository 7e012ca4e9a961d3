import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { has, openAdoptingBank } from '../adopting.js';
import { ANSWER_HELP, cooperating, help } from '../cooperating.js';
import { handling, takenUp } from '../handling.js';
import { ACCEPT, CLAIM, COMPLAINT, openTestBank, PLAN, RESOLVE, SCREEN, type TestBank } from '../harness/bank.js';
import { CREATE_GROUP } from '../org-bank.js';
import { DRAFT, planning } from '../plans.js';
import { deciding, PROPOSE, proposal } from '../resolution.js';

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

// Guard: `firstHandler` is written by registration and `claimComplaint` alone; `responsible` by `takeOver` in
// complaints/handling/handover.actions.ts when the receiver accepts.
test('D7-二.3 who was asked first answers for it until somebody accepts the hand-over, and stays the first', async () => {
  const make = handling(bank);
  const ANSWERS = COMPLAINT('version firstHandler { id } responsible { id }');
  const offered = await make.assigned();
  const first = { firstHandler: { id: bank.staff.intake } };
  const before = (await bank.ask('office', ANSWERS, offered)).complaint;
  expect(before).toMatchObject({ ...first, responsible: { id: bank.staff.intake } });
  await bank.ask('outletMember', ACCEPT, { id: offered.id, input: { expectedVersion: before.version } });
  const after = (await bank.ask('office', ANSWERS, offered)).complaint;
  expect(after).toMatchObject({ ...first, responsible: { id: bank.staff.outletMember } });
  // What an app brought has no first handler until somebody claims it; the duty person answers until then.
  const brought = await make.registered({}, 'app');
  expect((await bank.ask('office', ANSWERS, brought)).complaint).toMatchObject({
    firstHandler: null,
    responsible: { id: bank.staff.outlet },
  });
  await bank.ask('intake', CLAIM, brought);
  expect((await bank.ask('office', ANSWERS, brought)).complaint).toMatchObject(first);
});

// Guard: `handlingMode` in complaints/handling/screen.actions.ts; `resolveImmediately` in complaints/complaint/state-machine.ts.
test('D7-四.2 screening says how a complaint is handled, and a simple one is settled at once before or after', async () => {
  const make = handling(bank);
  const settle = (expectedVersion: number) => ({
    expectedVersion,
    resolutionSummary: '已当场解释清楚',
    customerConsents: true,
    categoryCode: 'FEES',
  });
  const fresh = await make.registered();
  await bank.ask('intake', RESOLVE, { id: fresh.id, input: settle(fresh.version) });
  for (const handlingMode of ['IMMEDIATE', 'STANDARD', 'JOINT', 'EMERGENCY']) {
    const { id, version } = await make.registered();
    const { screenComplaint: seen } = await bank.ask('office', SCREEN, {
      id,
      input: takenUp(version, { handlingMode }),
    });
    const { complaint } = await bank.ask('office', COMPLAINT('handlingMode'), { id });
    expect(complaint).toEqual({ handlingMode });
    const { errors } = await bank.say('intake', RESOLVE, { id, input: settle(seen.version) });
    // What several departments look into is not settled while the customer waits.
    const expected = handlingMode === 'JOINT' ? 'CONFLICT' : undefined;
    expect([handlingMode, errors?.[0]?.extensions.code]).toEqual([handlingMode, expected]);
  }
  const grave = await make.registered({ level: 'MAJOR' });
  const { extensions } = await bank.refusal('intake', RESOLVE, { id: grave.id, input: settle(grave.version) });
  expect(extensions.code).toBe('CONFLICT');
  const alone = takenUp(grave.version, { handlingMode: 'IMMEDIATE' });
  expect((await bank.refusal('office', SCREEN, { id: grave.id, input: alone })).extensions.fields).toHaveProperty(
    'handlingMode',
  );
});

// Guards: `startClock` and `fulfilClocks` in complaints/cooperation/cooperation.actions.ts; `askedUnit` in escalations/raise.ts.
test('D7-二.4 a department asked to help has its own time; its silence calls those above it, and its answer ends that', async () => {
  const make = cooperating(bank);
  const { complaint, request } = await make.asked(await make.investigated());
  expect(request.clock).toMatchObject({ kind: 'COOPERATION', state: 'RUNNING' });
  bank.clock.set(new Date(request.clock.dueAt));
  await bank.sweep();
  const CALLED = 'escalations { trigger level status askedUnit { id } }';
  const call = { trigger: 'COOPERATION_OVERDUE', level: 'E2', askedUnit: { id: bank.unit.southOutlet } };
  expect((await make.read(complaint.id, CALLED)).escalations).toContainEqual({ ...call, status: 'OPEN' });
  await bank.ask('southOutlet', ANSWER_HELP, { id: request.id, input: help(request.version) });
  expect((await make.read(complaint.id, CALLED)).escalations).toContainEqual({ ...call, status: 'CANCELLED' });
});

// Guards: `jointNeeded` in complaints/handling/screen.actions.ts; `found` before `proposeResolution` in complaints/complaint/life.ts.
test('D7-四.3 what is complex or grave is looked into by several departments, each of which says what it found', async () => {
  const make = deciding(bank);
  for (const more of [{ level: 'MAJOR' }, { complexity: 'COMPLEX' }]) {
    const { id, version } = await make.registered();
    const alone = takenUp(version, { levelReason: '涉及面广', ...more });
    expect(await make.refusal('office', SCREEN, { id, input: alone })).toMatchObject({ fields: ['handlingMode'] });
  }
  const { investigated, asked } = cooperating(bank);
  const held = await investigated({ level: 'MAJOR' });
  const plan = { expectedVersion: held.version, scope: '核实经过', leadId: bank.staff.outlet };
  const led = await make.act('outlet', PLAN, held.id, plan);
  const propose = async () => {
    const { version } = await make.read(held.id, 'version');
    return make.refusal('outlet', PROPOSE, { id: held.id, input: proposal(version) });
  };
  expect(await propose()).toMatchObject({ code: 'CONFLICT' });
  const { request } = await asked(led);
  expect(await propose()).toMatchObject({ code: 'CONFLICT' });
  const input = help(request.version, { finding: '客户手机 13800001111 的短信未送达' });
  await bank.ask('southOutlet', ANSWER_HELP, { id: request.id, input });
  const { cooperations } = await make.read(held.id, 'cooperations { finding }');
  expect(cooperations).toEqual([{ finding: '客户手机 138****1111 的短信未送达' }]);
  expect(await propose()).toBeUndefined();
});
