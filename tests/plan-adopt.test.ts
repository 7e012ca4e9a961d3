import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { APPROVE_MEMBER, openBank, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(() => bank.stop());

const version = `id version number state preset draftedBy { username } plan { name kind orgUnit { id } }
  deskGroup { id } deskDepartment { id } policy { breachToLeadersHours } principles basis { title number } duties { text orgUnit { id } }
  demands { demand { clause groupKind } group { id members { id approvedAt staff { username } } } unitNamesWithout
    vacancies { unitNames position { clause position post departmentName label } } }`;
const ADOPT = `mutation ($input: AdoptPlanPresetInput!) { adoptPlanPreset(input: $input) { ${version} } }`;
const VERSION = `query ($id: ID!) { planVersion(id: $id) { ${version} } }`;
const SUBMIT = `mutation ($id: ID!, $input: SubmitPlanVersionInput!) { submitPlanVersion(id: $id, input: $input) { version } }`;
const PUBLISH = `mutation ($id: ID!, $input: PublishPlanVersionInput!) {
  publishPlanVersion(id: $id, input: $input) { version state demands { vacancies { unitNames } } } }`;
const GROUP = `query ($id: ID!) { leadershipGroup(id: $id) { version members { id approvedAt } } }`;
const APPOINT = `mutation ($id: ID!, $input: AppointMemberInput!) { appointMember(groupId: $id, input: $input) { id } }`;
const GROUPS = '{ leadershipGroups { totalCount } plans { totalCount } }';

interface Demand {
  demand: { clause: string; groupKind: string };
  group: { id: string; members: { id: string; staff: { username: string } }[] } | null;
  vacancies: { position: { clause: string; post: string | null }; unitNames: string[] }[];
  unitNamesWithout: string[];
}

const adopt = async (input: object, caller = bank.anna) =>
  (await bank.ask(ADOPT, { input }, { ...caller, locale: 'zh' })).adoptPlanPreset;
const refused = (input: object, caller: object = bank.anna) => bank.refusal(ADOPT, { input }, caller);
const vacant = ({ demands }: { demands: Demand[] }) =>
  demands.flatMap(({ demand, vacancies }) =>
    vacancies.map(({ position: { clause, post } }) => `${clause} ${demand.groupKind} ${post}`),
  );
const has = (staffId: string, position: string, basis: string | null = null) => ({ staffId, position, basis });
const approveAll = async (groupId: string) => {
  const { leadershipGroup } = await bank.ask(GROUP, { id: groupId }, bank.bert);
  for (const { id, approvedAt } of leadershipGroup.members)
    if (!approvedAt) await bank.ask(APPROVE_MEMBER, { id: groupId, memberId: id }, bank.bert);
};

// Fails without `requirePositionsHeld` in plan-life.actions.ts.
test('D2-三.1 a plan begun from a preset is published only once every position it demands is held', async () => {
  const [president, vice, head, clerk] = [
    await bank.hire('president', bank.east),
    await bank.hire('vice', bank.east),
    await bank.hire('head', bank.east),
    await bank.hire('clerk', bank.east),
  ];
  const members = [has(president, 'LEADER', 'PRESIDENT'), has(vice, 'DEPUTY', 'VICE_PRESIDENT')];
  const draft = await adopt({
    preset: 'D2',
    orgUnitId: bank.east,
    groups: [
      { kind: 'OFFICE', members: [has(clerk, 'LEADER')] },
      { kind: 'LEADERSHIP_GROUP', name: '东分行领导小组', members },
    ],
  });
  const [leaders, office]: Demand[] = draft.demands;
  expect(draft).toMatchObject({
    number: 1,
    state: 'DRAFT',
    preset: 'D2',
    draftedBy: { username: 'anna' },
    plan: { name: '银行投诉应急预案', kind: 'GENERAL', orgUnit: { id: bank.east } },
    deskGroup: { id: office!.group!.id },
    policy: { breachToLeadersHours: 12 },
  });
  // Nobody is in office before the second administrator has approved.
  expect(vacant(draft)).toEqual([
    'D2-三.1 LEADERSHIP_GROUP PRESIDENT',
    'D2-三.1 LEADERSHIP_GROUP VICE_PRESIDENT',
    'D2-三.1 LEADERSHIP_GROUP DEPARTMENT_HEAD',
    'D2-三.3 OFFICE null',
  ]);
  await approveAll(leaders!.group!.id);
  await approveAll(office!.group!.id);
  const { planVersion } = await bank.ask(VERSION, { id: draft.id }, bank.anna);
  expect(vacant(planVersion)).toEqual(['D2-三.1 LEADERSHIP_GROUP DEPARTMENT_HEAD']);

  const [writer, publisher] = [{ token: await bank.signIn('clerk') }, { token: await bank.signIn('president') }];
  const { submitPlanVersion } = await bank.ask(
    SUBMIT,
    { id: draft.id, input: { expectedVersion: planVersion.version } },
    writer,
  );
  const publish = { id: draft.id, input: { expectedVersion: submitPlanVersion.version } };
  const refusal = await bank.refusal(PUBLISH, publish, { ...publisher, locale: 'zh' });
  expect(refusal).toMatchObject({
    code: 'CONFLICT',
    message: '预案要求的岗位还有 1 个空缺，不能发布：领导小组 – 成员：部门负责人',
  });

  const { leadershipGroup } = await bank.ask(GROUP, { id: leaders!.group!.id }, bank.anna);
  const input = { expectedVersion: leadershipGroup.version, member: has(head, 'MEMBER', 'DEPARTMENT_HEAD') };
  await bank.ask(APPOINT, { id: leaders!.group!.id, input }, bank.anna);
  await approveAll(leaders!.group!.id);
  expect((await bank.ask(PUBLISH, publish, publisher)).publishPlanVersion).toMatchObject({
    state: 'PUBLISHED',
    demands: [],
  });
  // What is published can be revised from the preset again.
  expect(await adopt({ preset: 'D2', orgUnitId: bank.east })).toMatchObject({ number: 2, state: 'DRAFT' });
});

test('a preset that is being written for a unit is not adopted there again; elsewhere it is', async () => {
  const input = { preset: 'D5', orgUnitId: bank.west };
  expect((await adopt(input)).plan.name).toBe('银行投诉处理应急预案模板');
  expect((await refused(input)).code).toBe('CONFLICT');
  expect(await adopt({ ...input, orgUnitId: bank.westOutlet })).toMatchObject({ state: 'DRAFT' });
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
  const answers = await Promise.allSettled([adopt(input), adopt(input, bank.bert)]);
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

test('D4-四.1(1) the department named customer service is the desk', async () => {
  const own = await adopt({ preset: 'D4', orgUnitId: bank.head });
  expect(own).toMatchObject({ deskGroup: null, deskDepartment: { id: bank.service } });
  expect(vacant(own).filter((line) => line.startsWith('D4-三.1(3)'))).toHaveLength(6);
});

test('D1-四.3 outlets without a team are named, and publishing does not wait for them', async () => {
  const { demands } = await adopt({ preset: 'D1', orgUnitId: bank.eastOutlet });
  expect(demands[2]).toMatchObject({ vacancies: [], unitNamesWithout: ['东门网点'] });
});

test('D9-一 D9-三 a special plan brings its basis and principles', async () => {
  const draft = await adopt({ preset: 'D9', orgUnitId: bank.west });
  expect(draft.plan).toMatchObject({ kind: 'SPECIAL' });
  expect(draft.basis).toHaveLength(5);
  expect(draft.principles.split('\n')).toHaveLength(3);
  expect(draft.duties.length).toBeGreaterThan(5);
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
