import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADOPT, has, openAdoptingBank, PUBLISH, vacant } from './adopting.js';

let bank: Awaited<ReturnType<typeof openAdoptingBank>>;
beforeAll(async () => {
  bank = await openAdoptingBank();
});
afterAll(() => bank.stop());

const GROUPS = '{ leadershipGroups { totalCount } plans { totalCount } }';
const DEPARTMENT = 'query ($id: ID!) { staffMember(id: $id) { orgUnit { id } } }';
const IN_FORCE = `query ($orgUnitId: ID!) { plansInForce(orgUnitId: $orgUnitId) {
  id deskGroup { id } plan { kind orgUnit { id } } } }`;
const refused = (input: object, caller: object = bank.anna) => bank.refusal(ADOPT, { input }, caller);

test('what is adopted is a draft of the named plan, with the groups that were named and the rules of the preset', async () => {
  const clerk = await bank.hire('clerk', bank.east);
  const groups = [{ kind: 'OFFICE', members: [has(clerk, 'LEADER')] }];
  const draft = await bank.adopt({ preset: 'D2', orgUnitId: bank.east, groups });
  expect(draft).toMatchObject({
    number: 1,
    state: 'DRAFT',
    preset: 'D2',
    draftedBy: { username: 'anna' },
    plan: { name: '银行投诉应急预案', kind: 'GENERAL', orgUnit: { id: bank.east } },
    deskGroup: { id: draft.demands[1].group.id },
    policy: { breachToLeadersHours: 12 },
  });
});

test('a preset that is being written for a unit is not adopted there again; elsewhere it is', async () => {
  const input = { preset: 'D5', orgUnitId: bank.west };
  expect((await bank.adopt(input)).plan.name).toBe('银行投诉处理应急预案模板');
  expect((await refused(input)).code).toBe('CONFLICT');
  expect(await bank.adopt({ ...input, orgUnitId: bank.westOutlet })).toMatchObject({ state: 'DRAFT' });
});

test('what a unit has and lacks of a preset is told before it adopts it, to its administrators', async () => {
  const DEMANDS = `query ($preset: PlanPresetCode!, $orgUnitId: ID!) { planDemands(preset: $preset, orgUnitId: $orgUnitId) {
    demand { groupKind } group { id } vacancies { position { clause post } } } }`;
  const before = await bank.ask(GROUPS, {}, bank.anna);
  const { planDemands } = await bank.ask(DEMANDS, { preset: 'D7', orgUnitId: bank.west }, bank.anna);
  expect(planDemands).toMatchObject([
    { demand: { groupKind: 'LEADERSHIP_GROUP' }, group: null, vacancies: [{ position: { clause: 'D7-三.1' } }] },
    { demand: { groupKind: 'OFFICE' }, group: null, vacancies: [{ position: { clause: 'D7-三.2' } }] },
  ]);
  expect(await bank.ask(GROUPS, {}, bank.anna)).toEqual(before);
  await bank.hire('curious', bank.west);
  const caller = { token: await bank.signIn('curious') };
  expect((await bank.refusal(DEMANDS, { preset: 'D7', orgUnitId: bank.west }, caller)).code).toBe('NOT_FOUND');
});

test('of two who adopt at once one is refused', async () => {
  const input = { preset: 'D8', orgUnitId: bank.west };
  const answers = await Promise.allSettled([bank.adopt(input), bank.adopt(input, bank.bert)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

// Fails without `requireAdministratorAt` in adopt-preset.actions.ts.
test('only an administrator of the unit adopts a preset', async () => {
  const far = await bank.hire('far', bank.east);
  await bank.grant(far, 'ADMIN', bank.east);
  await bank.hire('plain', bank.west);
  const before = await bank.ask(GROUPS, {}, bank.anna);
  for (const username of ['far', 'plain']) {
    const caller = { token: await bank.signIn(username) };
    expect((await refused({ preset: 'D7', orgUnitId: bank.west }, caller)).code).toBe('FORBIDDEN');
  }
  expect((await refused({ preset: 'D7', orgUnitId: bank.west }, {})).code).toBe('UNAUTHENTICATED');
  expect(await bank.ask(GROUPS, {}, bank.anna)).toEqual(before);
});

test('the department named customer service is the desk', async () => {
  const own = await bank.adopt({ preset: 'D4', orgUnitId: bank.head });
  expect(own).toMatchObject({ deskGroup: null, deskDepartment: { id: bank.service } });
  expect(vacant(own).filter((line) => line.startsWith('D4-三.1(3)'))).toHaveLength(6);
});

test('outlets without a team are named, and publishing does not wait for them', async () => {
  const { demands } = await bank.adopt({ preset: 'D1', orgUnitId: bank.eastOutlet });
  expect(demands[2]).toMatchObject({ vacancies: [], unitNamesWithout: ['东门网点'] });
});

test('a group that is wrong is told by its place, and leaves nothing behind', async () => {
  const [one] = [await bank.hire('one', bank.head)];
  const group = { kind: 'LEADERSHIP_GROUP', members: [has(one, 'LEADER'), has('nobody', 'MEMBER')] };
  const input = { preset: 'D6', orgUnitId: bank.head };
  const before = await bank.ask(GROUPS, {}, bank.anna);
  expect((await refused({ ...input, groups: [group] })).fields).toHaveProperty(['groups.0.members.1.staffId']);
  expect((await refused({ ...input, groups: [{ ...group, kind: 'CENTER' }] })).fields).toHaveProperty([
    'groups.0.kind',
  ]);
  expect((await refused({ ...input, orgUnitId: 'nowhere' })).fields).toHaveProperty('orgUnitId');
  expect(await bank.ask(GROUPS, {}, bank.anna)).toEqual(before);
});

test('a plan for a go-live goes from its preset over the last vacancy to being in force, beside the general plan', async () => {
  const org = await openAdoptingBank();
  const departments = ['个人金融部', '公司业务部', '国际结算部', '营业部', '业务运营部', '信息技术部', '工会'];
  const deputies: string[] = [];
  for (const [index, name] of departments.entries())
    deputies.push(await org.hire(`deputy${index}`, await org.department(org.east, name)));
  const subBranch = await org.department(org.east, '东一支行', 'SUB_BRANCH');
  const [leader, president, vice] = [
    await org.hire('leader', org.east),
    await org.hire('president', subBranch),
    await org.hire('vice', subBranch),
  ];
  const [expert, head, manager] = [
    await org.hire('expert', org.east),
    await org.hire('head', subBranch),
    await org.hire('manager', org.eastOutlet),
  ];
  const commander = await org.hire('commander', org.east);
  const second = await org.hire('second', org.east);
  await org.form('LEADERSHIP_GROUP', org.east, { [commander]: 'LEADER', [second]: 'DEPUTY' });
  const { staffMember } = await org.ask(DEPARTMENT, { id: deputies.at(-1) }, org.anna);
  const team = {
    kind: 'PROJECT_TEAM',
    leadUnitId: staffMember.orgUnit.id,
    members: [
      has(leader, 'LEADER'),
      ...deputies.map((deputy) => has(deputy, 'DEPUTY', 'DEPARTMENT_HEAD')),
      has(expert, 'MEMBER', 'KEY_STAFF'),
      has(vice, 'MEMBER', 'VICE_PRESIDENT'),
      has(head, 'MEMBER', 'DEPARTMENT_HEAD'),
    ],
  };
  const draft = await org.adopt({ preset: 'D9', orgUnitId: org.east, groups: [team] });
  const teamId: string = draft.demands[0].group.id;
  expect(vacant(draft)).toEqual(['D9-二.1e PROJECT_TEAM PRESIDENT', 'D9-二.1f PROJECT_TEAM OUTLET_MANAGER']);
  const publish = await org.submit(draft.id, 'second');
  const publisher = { token: await org.signIn('commander') };
  expect((await org.refusal(PUBLISH, publish, publisher)).code).toBe('CONFLICT');
  await org.appoint(teamId, has(president, 'DEPUTY', 'PRESIDENT'));
  expect((await org.refusal(PUBLISH, publish, publisher)).code).toBe('CONFLICT');
  await org.appoint(teamId, has(manager, 'MEMBER', 'OUTLET_MANAGER'));
  expect(vacant(await org.read(draft.id))).toEqual([]);
  expect((await org.ask(PUBLISH, publish, publisher)).publishPlanVersion.state).toBe('PUBLISHED');

  const { plansInForce } = await org.ask(IN_FORCE, { orgUnitId: org.eastOutlet }, publisher);
  expect(plansInForce).toMatchObject([
    { id: draft.id, deskGroup: { id: teamId }, plan: { kind: 'SPECIAL', orgUnit: { id: org.east } } },
    { plan: { kind: 'GENERAL', orgUnit: { id: org.head } } },
  ]);
  await org.stop();
});
