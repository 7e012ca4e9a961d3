import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAdoptingBank } from '../adopting.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { CREATE_GROUP, CREATE_STAFF, CREATE_UNIT, password } from '../org-bank.js';
import { DRAFT, planning, withLimit } from '../plans.js';

const departments = ['个人金融部', '公司业务部', '国际结算部', '营业部', '业务运营部', '信息技术部', '工会'] as const;
const subBranches = ['东一支行', '东二支行'] as const;

let bank: Awaited<ReturnType<typeof openAdoptingBank>>;
/** A bank whose plans are written and published. */
let central: TestBank;
let plans: ReturnType<typeof planning>;
const unit: Record<string, string> = {};
const staff: Record<string, string> = {};
beforeAll(async () => {
  bank = await openAdoptingBank();
  central = await openTestBank();
  plans = planning(central);
  for (const [at, name] of departments.entries()) await open(name, 'DEPARTMENT', `10D${at}`);
  for (const [at, name] of subBranches.entries()) await open(name, 'SUB_BRANCH', `110${at}`);
  for (const name of departments) await hire(`${name}负责人`, 'DEPARTMENT_HEAD', unit[name]!);
  for (const name of subBranches) {
    await hire(`${name}行长`, 'PRESIDENT', unit[name]!);
    await hire(`${name}副行长`, 'VICE_PRESIDENT', unit[name]!);
  }
  await hire('组长', 'PRESIDENT', bank.east);
  await hire('骨干', 'KEY_STAFF', unit['业务运营部']!);
  await hire('个金经理', 'DEPARTMENT_HEAD', unit['东一支行']!);
  await hire('网点经理', 'OUTLET_MANAGER', bank.eastOutlet);
});
afterAll(async () => {
  await bank.stop();
  await central.stop();
});

async function open(name: string, kind: string, code: string): Promise<void> {
  const input = { parentId: bank.east, code, kind, name };
  unit[name] = (await bank.ask(CREATE_UNIT, { input }, bank.anna)).createOrgUnit.id;
}
async function hire(name: string, post: string, orgUnitId: string): Promise<void> {
  const input = { username: `e${Object.keys(staff).length}`, name, password, post, orgUnitId };
  staff[name] = (await bank.ask(CREATE_STAFF, { input }, bank.anna)).createStaff.id;
}

/** Number and name as a list begins with them. */
const personOf = (name: string) => `e${Object.keys(staff).indexOf(name)},${name}`;

const GROUP = `query ($id: ID!) { leadershipGroup(id: $id) { version kind leadUnit { name }
  members { position staff { name post orgUnit { name } } } } }`;
const ADOPT = `mutation ($input: AdoptPlanPresetInput!) { adoptPlanPreset(input: $input) { id
  demands { demand { leadDepartmentName } group { id } } } }`;
const VACANT = `query ($id: ID!) { planVersion(id: $id) { demands {
  vacancies { unitNames position { clause position post departmentName } } } } }`;
const ROSTER = 'query ($groupId: ID!) { groupRoster(groupId: $groupId) }';
const IMPORT = `mutation ($groupId: ID!, $input: ImportRosterInput!) {
  importRoster(groupId: $groupId, input: $input) { keptCount changes { line name position } } }`;

interface Member {
  position: string;
  staff: { post: string; orgUnit: { name: string } };
}

const zh = () => ({ ...bank.anna, locale: 'zh' as const });
const has = (name: string, position: string) => ({ staffId: staff[name], position });
const groupOf = async (id: string): Promise<{ version: number; members: Member[] }> =>
  (await bank.ask(GROUP, { id }, bank.anna)).leadershipGroup;
const exported = async (groupId: string): Promise<string> => (await bank.ask(ROSTER, { groupId }, zh())).groupRoster;
const inputOf = async (groupId: string, content: string) => ({
  groupId,
  input: { content, expectedVersion: (await groupOf(groupId)).version },
});

// Taking org.leadUnitNeeded out of checkPlace makes this fail.
test('D9-二.1a the team for a go-live is a project team that the trade union leads, and never without a leading department', async () => {
  const team = { kind: 'PROJECT_TEAM', name: '投产受理小组', orgUnitId: bank.east, members: [has('组长', 'LEADER')] };
  expect((await bank.refusal(CREATE_GROUP, { input: team }, zh())).fields).toEqual({
    leadUnitId: '专项受理小组须指定牵头部门',
  });
  const input = { ...team, leadUnitId: unit['工会'] };
  const { id } = (await bank.ask(CREATE_GROUP, { input }, bank.anna)).createLeadershipGroup;
  expect(await groupOf(id)).toMatchObject({ kind: 'PROJECT_TEAM', leadUnit: { name: '工会' } });
});

// Comparing no posts in `holds` (server/src/plans/presets/standing.ts) makes this fail.
test('D9-二.1e many deputies, each with post and unit; of each sub-branch the president, not the vice president', async () => {
  const heads = departments.map((name) => has(`${name}负责人`, 'DEPUTY'));
  const fromSubBranches = [has('东一支行行长', 'DEPUTY'), has('东二支行副行长', 'DEPUTY')];
  const members = [has('组长', 'LEADER'), ...heads, ...fromSubBranches];
  const group = { kind: 'PROJECT_TEAM', name: '专项小组', leadUnitId: unit['工会'], members };
  const input = { preset: 'D9', orgUnitId: bank.east, groups: [group] };
  const draft = (await bank.ask(ADOPT, { input }, bank.anna)).adoptPlanPreset;
  const groupId: string = draft.demands[0].group.id;
  const vacant = async () => {
    const { demands } = (await bank.ask(VACANT, { id: draft.id }, zh())).planVersion;
    const of = demands[0].vacancies as { unitNames: string[]; position: { clause: string; post: string } }[];
    return of
      .filter(({ position }) => position.clause === 'D9-二.1e')
      .map(({ position: { post }, unitNames }) => ({ post, unitNames }));
  };
  expect(await vacant()).toEqual([{ post: 'PRESIDENT', unitNames: ['东二支行'] }]);

  const named = (await exported(groupId)).replace(personOf('东二支行副行长'), personOf('东二支行行长'));
  await bank.ask(IMPORT, await inputOf(groupId, named), bank.anna);
  expect(await vacant()).toEqual([]);
  const deputies = (await groupOf(groupId)).members.filter(({ position }) => position === 'DEPUTY');
  expect(deputies.map(({ staff: { post, orgUnit } }) => `${post} ${orgUnit.name}`)).toEqual([
    ...departments.map((name) => `DEPARTMENT_HEAD ${name}`),
    ...subBranches.map((name) => `PRESIDENT ${name}`),
  ]);
});

// Leaving out `checks.done()` in importRoster makes this fail: the right lines would be carried out.
test('D9-二.1f the members come from a list and leave as one, and each wrong line of it is named', async () => {
  const input = {
    kind: 'PROJECT_TEAM',
    name: '名单小组',
    orgUnitId: bank.east,
    leadUnitId: unit['工会'],
    members: [has('组长', 'LEADER')],
  };
  const { id } = (await bank.ask(CREATE_GROUP, { input }, bank.anna)).createLeadershipGroup;
  const line = (name: string, position: string, basis: string) => `${personOf(name)},${position},${basis}`;
  const header = '工号,姓名,组内职务,任职依据';
  const right = [
    line('组长', '组长', ''),
    line('骨干', '成员', '业务骨干'),
    line('东一支行副行长', '成员', '分管副行长'),
    line('个金经理', '成员', '部门负责人'),
    line('网点经理', '成员', '网点负责人'),
  ];
  const wrong = [header, ...right, 'e999,某人,成员,', line('东二支行副行长', '委员', '')].join('\n');
  const refusal = await bank.refusal(IMPORT, await inputOf(id, wrong), zh());
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(refusal.fields).toEqual({
    'content.lines.7.username': '没有这一项，或您无权使用',
    'content.lines.8.position': '应为组长、副组长或成员',
  });
  expect((await groupOf(id)).members).toHaveLength(1);

  const { importRoster } = await bank.ask(IMPORT, await inputOf(id, [header, ...right].join('\n')), bank.anna);
  expect(importRoster).toMatchObject({ keptCount: 1, changes: [{ line: 3 }, { line: 4 }, { line: 5 }, { line: 6 }] });
  const list = await exported(id);
  for (const each of right) expect(list).toContain(each);
  expect(list).toContain('网点负责人,1001,东门网点');
});

const goLive = { kind: 'SPECIAL', name: 'IT蓝图项目投产客户投诉处理应急预案' };
const above = async (more: object = {}) => {
  central.clock.advance({ minutes: 1 });
  const written = await plans.draft({ orgUnitId: central.unit.head, ...goLive, ...more }, 'headOffice');
  return plans.publish(await plans.submit(written, 'headOffice'), {}, 'director');
};

// Guard: `isAbove` in plans/plan-content.ts.
test('D9-一 a plan rests on documents and on the plan of the same name of the bank above, and on no other plan', async () => {
  const provincial = await above();
  const basis = [
    { title: '客户投诉处理管理办法', number: '银发〔2020〕5号', issuedOn: '2020-09-15' },
    { planVersionId: provincial.id },
  ];
  const own = await plans.issue({ ...goLive, basis });
  expect((await plans.read(own.id, 'teller')).basis).toEqual([
    { ...basis[0], source: null },
    { title: goLive.name, number: null, issuedOn: null, source: { id: provincial.id } },
  ]);
  const unpublished = await plans.draft({ orgUnitId: central.unit.head, ...goLive }, 'headOffice');
  for (const planVersionId of [own.id, unpublished.id]) {
    const input = { orgUnitId: central.unit.north, ...goLive, basis: [{ planVersionId }] };
    const { extensions } = await central.refusal('northLeader', DRAFT, { input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(extensions['fields']).toHaveProperty(['basis.0.planVersionId']);
  }
});

// Guard: `flagDependants` in plans/plan-life.actions.ts.
test('D9-一 a new version of the bank above flags the plans that rest on the former one', async () => {
  const provincial = await above();
  const own = await plans.issue({ ...goLive, basis: [{ planVersionId: provincial.id }] });
  const apart = await plans.issue({ kind: 'SPECIAL', name: '网点搬迁', basis: [{ title: '搬迁方案' }] });
  expect(own.basisChanged).toBe(false);
  const next = await above({ policy: withLimit('RESOLUTION', 'MAJOR', 4) });
  expect((await plans.read(provincial.id)).state).toBe('SUPERSEDED');
  expect((await plans.read(own.id)).basisChanged).toBe(true);
  expect((await plans.read(apart.id)).basisChanged).toBe(false);
  const FLAGGED = '{ plans(filter: { basisChanged: true }) { items { name orgUnit { code } } } }';
  expect((await central.ask('teller', FLAGGED)).plans.items).toEqual([
    { name: goLive.name, orgUnit: { code: '1000' } },
  ]);
  // What rests on the new one is up to date again.
  const revised = await plans.issue({ ...goLive, basis: [{ planVersionId: next.id }] });
  expect(revised.basisChanged).toBe(false);
});

// Guard: `version.principles` in writeContent of plans/plan-content.ts.
test('D9-三 a plan says its principles in free words', async () => {
  const principles = '先稳客户，再查原因；\n就近受理，一口答复。';
  const version = await plans.issue({ ...goLive, principles });
  expect((await plans.read(version.id, 'teller')).principles).toBe(principles);
  // The next version begins with them, and says others without changing what is published.
  const next = await plans.draft(goLive);
  expect(next.principles).toBe(principles);
  expect((await plans.draft({ ...goLive, principles: '有一报一，如实报送。' })).principles).toBe(
    '有一报一，如实报送。',
  );
  expect((await plans.read(version.id)).principles).toBe(principles);
  const input = { orgUnitId: central.unit.north, ...goLive, principles: '字'.repeat(20_001) };
  expect((await central.refusal('office', DRAFT, { input })).extensions).toMatchObject({
    fields: { principles: expect.any(String) },
  });
});

// Guard: `contentOf` in plans/presets/adopt-preset.actions.ts.
test('D9-一 D9-三 the preset for a go-live brings its basis and, in our own words, its principles', async () => {
  const draft = await bank.adopt({ preset: 'D9', orgUnitId: bank.west });
  expect(draft.plan).toMatchObject({ kind: 'SPECIAL' });
  expect(draft.basis).toHaveLength(5);
  expect(draft.basis.every(({ title }: { title: string }) => title.length > 4)).toBe(true);
  const principles: string[] = draft.principles.split('\n');
  expect(principles).toHaveLength(3);
  for (const principle of principles) expect(principle).toMatch(/\(D9-三\)$/);
});
