import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Context } from '../../server/src/kernel/context.js';
import { system } from '../../server/src/kernel/viewer.js';
import { grantRole } from '../../server/src/org/grants/role-grant.actions.js';
import { has, openAdoptingBank, PUBLISH as PUBLISH_ADOPTED, vacant, type Demand } from '../adopting.js';
import { at, clocking } from '../clocking.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { CREATE_GROUP } from '../org-bank.js';
import { DIFF, planning, PUBLISH, withLimit, type Version } from '../plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
let org: Awaited<ReturnType<typeof openAdoptingBank>>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
  org = await openAdoptingBank();
});
afterAll(async () => {
  await bank.stop();
  await org.stop();
});

const verbs = ({ allowedActions }: Version) => allowedActions.map(({ code }) => code);
const rowsOf = async (query: string, values: string[]) => (await org.app.pool.query(query, values)).rows;

// Guard: `checkRoster` in org/groups/group-rules.ts.
test('D2-三.1 D4-三.1 people stand in a group as leader, deputy or member by their posts, and exactly one leads', async () => {
  const staff = [];
  for (const name of ['first', 'second', 'third']) staff.push(await org.hire(name, org.head));
  const [president, vice, head] = staff as [string, string, string];
  const group = (...members: object[]) => ({
    input: { kind: 'LEADERSHIP_GROUP', name: '总行领导小组', orgUnitId: org.head, members },
  });
  const deputies = [has(vice, 'DEPUTY', 'VICE_PRESIDENT'), has(head, 'MEMBER', 'DEPARTMENT_HEAD')];
  for (const wrong of [[], [has(president, 'LEADER'), has(vice, 'LEADER')], deputies]) {
    const refusal = await org.refusal(CREATE_GROUP, group(...wrong), org.anna);
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', fields: { members: expect.any(String) } });
  }
  expect(await rowsOf('select id from leadership_group', [])).toEqual([]);
  const right = group(has(president, 'LEADER', 'PRESIDENT'), ...deputies);
  const { id } = (await org.ask(CREATE_GROUP, right, org.anna)).createLeadershipGroup;
  const MEMBERS = 'query ($id: ID!) { leadershipGroup(id: $id) { members { position basis staff { name } } } }';
  const { leadershipGroup } = await org.ask(MEMBERS, { id }, org.anna);
  expect(leadershipGroup.members).toEqual([
    { position: 'LEADER', basis: 'PRESIDENT', staff: { name: 'first' } },
    { position: 'DEPUTY', basis: 'VICE_PRESIDENT', staff: { name: 'second' } },
    { position: 'MEMBER', basis: 'DEPARTMENT_HEAD', staff: { name: 'third' } },
  ]);
});

// Guard: `rivalsOf` in org/groups/roster.ts, which finds the leader whose place is taken.
test('D2-三.1 a new leader takes the place of the old one in one step', async () => {
  const [old, next] = [await org.hire('old', org.west), await org.hire('next', org.west)];
  const { id } = await org.form('LEADERSHIP_GROUP', org.west, { [old]: 'LEADER' });
  const leaders = async () =>
    (
      await rowsOf(
        `select s.username from group_member m join staff s on s.id = m.staff_id
         where m.group_id = $1 and m.position = 'LEADER' and m.valid_to is null`,
        [id],
      )
    ).map(({ username }) => username);
  await expect(org.appoint(id, has(next, 'LEADER'))).rejects.toMatchObject({ refusal: { code: 'CONFLICT' } });
  expect(await leaders()).toEqual(['old']);
  await org.appoint(id, has(next, 'LEADER'), { replacesLeader: true });
  expect(await leaders()).toEqual(['next']);
});

// Guard: `requireLedGroup` in plans/plan-people.ts.
test('D2-三.1 a leadership group without a leader in office publishes nothing', async () => {
  const members = [has(bank.staff.southOffice, 'LEADER'), has(bank.staff.southIntake, 'MEMBER')];
  const input = { kind: 'LEADERSHIP_GROUP', name: '南分行领导小组', orgUnitId: bank.unit.south, members };
  const { createLeadershipGroup: group } = await bank.ask('admin', CREATE_GROUP, { input });
  // A second administrator has approved the member, but not the leader.
  const approve = (position: string) =>
    bank.app.pool.query(`update group_member set approved_at = $2 where group_id = $1 and position = $3`, [
      group.id,
      bank.clock.now(),
      position,
    ]);
  await approve('MEMBER');
  bank.clock.advance({ minutes: 31 });
  const written = await plans.draft({ orgUnitId: bank.unit.south, name: '南分行预案' }, 'southOffice');
  const submitted = await plans.submit(written, 'southOffice');
  const publish = { id: submitted.id, input: plans.seen(submitted) };
  const refused = await bank.refusal('southIntake', PUBLISH, publish);
  expect(refused.extensions['code']).toBe('CONFLICT');
  expect((await plans.read(submitted.id, 'southOffice')).state).toBe('IN_REVIEW');
  await approve('LEADER');
  expect((await bank.ask('southIntake', PUBLISH, publish)).publishPlanVersion.state).toBe('PUBLISHED');
});

// Guard: `requirePositionsHeld` in plans/presets/positions-held.ts.
test('D2-三.1 the plan is published only once president, vice president and department heads hold their positions', async () => {
  const [president, vice, head, clerk] = [
    await org.hire('president', org.east),
    await org.hire('vice', org.east),
    await org.hire('head', org.east),
    await org.hire('clerk', org.east),
  ];
  const members = [has(president, 'LEADER', 'PRESIDENT'), has(vice, 'DEPUTY', 'VICE_PRESIDENT')];
  const draft = await org.adopt({
    preset: 'D2',
    orgUnitId: org.east,
    groups: [
      { kind: 'OFFICE', members: [has(clerk, 'LEADER')] },
      { kind: 'LEADERSHIP_GROUP', name: '东分行领导小组', members },
    ],
  });
  const [leaders, office]: Demand[] = draft.demands;
  // Nobody is in office before the second administrator has approved.
  expect(vacant(draft)).toEqual([
    'D2-三.1 LEADERSHIP_GROUP PRESIDENT',
    'D2-三.1 LEADERSHIP_GROUP VICE_PRESIDENT',
    'D2-三.1 LEADERSHIP_GROUP DEPARTMENT_HEAD',
    'D2-三.3 OFFICE null',
  ]);
  await org.approveAll(leaders!.group!.id);
  await org.approveAll(office!.group!.id);
  expect(vacant(await org.read(draft.id))).toEqual(['D2-三.1 LEADERSHIP_GROUP DEPARTMENT_HEAD']);

  const publish = await org.submit(draft.id, 'clerk');
  const publisher = { token: await org.signIn('president') };
  const refusal = await org.refusal(PUBLISH_ADOPTED, publish, { ...publisher, locale: 'zh' });
  expect(refusal).toMatchObject({
    code: 'CONFLICT',
    message: '预案要求的岗位还有 1 个空缺，不能发布：领导小组 – 成员：部门负责人',
  });
  expect((await org.read(draft.id)).state).toBe('IN_REVIEW');

  await org.appoint(leaders!.group!.id, has(head, 'MEMBER', 'DEPARTMENT_HEAD'));
  expect((await org.ask(PUBLISH_ADOPTED, publish, publisher)).publishPlanVersion).toMatchObject({
    state: 'PUBLISHED',
    demands: [],
  });
});

// Guard: `mayPublish` in plans/plan.access.ts: reviewers only, and only what waits for review.
test('D2-三.2(1) a plan goes from draft over review to published, and a member of the leadership group publishes it', async () => {
  const draft = await plans.draft({ policy: withLimit('RESOLUTION', 'MAJOR', 4) });
  expect(draft).toMatchObject({ state: 'DRAFT', number: 1, effectiveAt: null });
  expect(verbs(draft)).toEqual(['updatePlanVersion', 'submitPlanVersion']);
  const early = await bank.refusal('northLeader', PUBLISH, { id: draft.id, input: plans.seen(draft) });
  expect(early.extensions).toMatchObject({ code: 'CONFLICT' });
  expect(await plans.read(draft.id)).toEqual(draft);
  const submitted = await plans.submit(draft);
  expect(submitted.state).toBe('IN_REVIEW');
  expect(verbs(await plans.read(draft.id, 'northLeader'))).toEqual(['publishPlanVersion', 'returnPlanVersion']);
  expect(verbs(await plans.read(draft.id, 'officeClerk'))).toEqual([]);
  const byDesk = await bank.refusal('officeClerk', PUBLISH, { id: draft.id, input: plans.seen(submitted) });
  expect(byDesk.extensions['code']).toBe('FORBIDDEN');
  const published = await plans.publish(submitted);
  expect(published).toMatchObject({ state: 'PUBLISHED', effectiveAt: bank.clock.now().toISOString() });
  expect((await plans.inForce(bank.unit.northOutlet)).id).toBe(published.id);
  expect((await plans.inForce(bank.unit.southOutlet)).plan.orgUnit.code).not.toBe('1000');
});

// Guard: `reviewers` in plans/plan.access.ts: the role of a manager is not enough.
test('D2-六.1 the desk drafts a revision, and who is no member of the leadership group does not publish it, whatever their role', async () => {
  const ctx = new Context(bank.app, system);
  const grant = { staffId: bank.staff.reviewer, role: 'MANAGER' as const, orgUnitId: bank.unit.north };
  await grantRole(ctx, { ...grant, withSubtree: true });
  const revision = await plans.submit(await plans.draft({ principles: '先安抚，后处理' }));
  const refused = await bank.refusal('reviewer', PUBLISH, { id: revision.id, input: plans.seen(revision) });
  expect(refused.extensions['code']).toBe('FORBIDDEN');
  expect((await plans.read(revision.id)).state).toBe('IN_REVIEW');
  bank.clock.advance({ minutes: 1 });
  expect((await plans.publish(revision)).state).toBe('PUBLISHED');
});

// Guard: `differences` in plans/plan-diff.ts.
test('D2-六.1 what a revision says otherwise is told in words', async () => {
  const was = await plans.issue({ policy: withLimit('RESOLUTION', 'MAJOR', 4) });
  const policy = { ...withLimit('RESOLUTION', 'MAJOR', 2), breachToLeadersHours: 8 };
  const { id: toId } = await plans.issue({ policy });
  const { planVersionDiff } = await bank.ask('teller', DIFF, { fromId: was.id, toId }, { locale: 'zh' });
  expect(planVersionDiff).toEqual([
    {
      path: 'policy.limits.RESOLUTION.MAJOR',
      label: '处理时限·重大',
      before: '4 个工作日（D5-五.3(2)）',
      after: '2 个工作日（D5-五.3(2)）',
    },
    { path: 'policy.breachToLeadersHours', label: '超期报领导小组', before: '24 小时后', after: '8 小时后' },
  ]);
});

// Guard: the checks of `effectiveAt` in publishPlanVersion of plans/plan-life.actions.ts.
test('D2-六.2 a version takes effect when it is published unless a later time is named, never earlier', async () => {
  const at = await plans.issue();
  expect(at.effectiveAt).toBe(bank.clock.now().toISOString());
  expect((await plans.inForce(bank.unit.north)).id).toBe(at.id);
  bank.clock.advance({ minutes: 1 });
  const submitted = await plans.submit(await plans.draft());
  const past = { ...plans.seen(submitted), effectiveAt: new Date(bank.clock.now().getTime() - 1) };
  const refused = await bank.refusal('northLeader', PUBLISH, { id: submitted.id, input: past });
  expect(refused.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { effectiveAt: expect.any(String) } });
  expect(await plans.read(submitted.id)).toEqual(submitted);
});

// Guard: `inForce` in plans/plans-in-force.ts: the nearest above, of one unit's the newer, nothing before its time.
test('D2-六.2 a unit has one general plan, its own or the nearest above, and at most one mass and one special one', async () => {
  const own = await plans.issue();
  bank.clock.advance({ minutes: 1 });
  const written = await plans.draft({ orgUnitId: bank.unit.head, name: null }, 'headOffice');
  const { id: general } = await plans.publish(await plans.submit(written, 'headOffice'), {}, 'director');
  const kinds = ['GENERAL', 'MASS', 'SPECIAL'] as const;
  const inForce = async (unit: string, at?: Date) =>
    Promise.all(kinds.map(async (kind) => (await plans.inForce(unit, at, kind))?.id ?? null));
  expect(await inForce(bank.unit.head)).toEqual([general, null, null]);

  const special = async (orgUnitId: string, name: string) =>
    (
      await plans.publish(
        await plans.submit(await plans.draft({ orgUnitId, kind: 'SPECIAL', name }, 'headOffice'), 'headOffice'),
        { effectiveAt: new Date(bank.clock.now().getTime() + 3_600_000) },
        'director',
      )
    ).id;
  const first = await special(bank.unit.head, '系统升级');
  expect(await inForce(bank.unit.head)).toEqual([general, null, null]);
  bank.clock.advance({ minutes: 1 });
  const newer = await special(bank.unit.head, '网点搬迁');
  bank.clock.advance({ minutes: 60 });
  expect(await inForce(bank.unit.northOutlet)).toEqual([own.id, null, newer]);
  expect(await inForce(bank.unit.northOutlet, new Date(bank.clock.now().getTime() - 60_000))).toEqual([
    own.id,
    null,
    first,
  ]);
});

const ALL = `query ($orgUnitId: ID!) { plansInForce(orgUnitId: $orgUnitId) { plan { kind orgUnit { code } } } }`;

// Guard: `precedence` in plans/plans-in-force.ts.
test('D2-六.2 where plans differ the special one goes before that for many, and that before the general one', async () => {
  for (const [kind, name] of [
    ['SPECIAL', '系统升级'],
    ['MASS', '群体投诉'],
  ] as const)
    await plans.issue({ kind, name });
  const { plansInForce } = await bank.ask('teller', ALL, { orgUnitId: bank.unit.northOutlet });
  expect(plansInForce.map(({ plan }: Version & { plan: { kind: string } }) => plan.kind)).toEqual([
    'SPECIAL',
    'MASS',
    'GENERAL',
  ]);
  expect(plansInForce[0].plan.orgUnit.code).toBe('1000');
});

const { read, registeredAt, changeLevel } = clocking(() => bank);

// Guard: the LevelChange that changeLevel writes in complaints/complaint/change-level.actions.ts.
test('D2-四.2 a complaint is general, major or urgent, and each change keeps the old level, the new one, why and who', async () => {
  for (const level of ['GENERAL', 'MAJOR', 'URGENT'])
    expect((await read(await registeredAt('2026-12-01 10:00', { level }))).level).toBe(level);
  const id = await registeredAt('2026-12-01 10:00');
  await changeLevel(id, 'MAJOR');
  bank.clock.advance({ minutes: 5 });
  await changeLevel(id, 'URGENT', 'office', '媒体关注');
  const by = { name: '员工office' };
  const { level, levelHistory } = await read(id);
  expect(level).toBe('URGENT');
  expect(levelHistory).toEqual([
    { from: 'MAJOR', to: 'URGENT', reason: '媒体关注', by, createdAt: at('2026-12-01 10:05').toISOString() },
    { from: 'GENERAL', to: 'MAJOR', reason: '影响扩大', by, createdAt: at('2026-12-01 10:00').toISOString() },
  ]);
  for (const [who, reason] of [
    ['intake', '影响扩大'],
    ['office', ' '],
  ] as const)
    expect((await changeLevel(id, 'MAJOR', who, reason)).errors).toHaveLength(1);
  expect(await read(id)).toMatchObject({ level: 'URGENT', levelHistory });
});
