import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { has, openAdoptingBank, PUBLISH as PUBLISH_ADOPTED, vacant } from '../adopting.js';
import {
  ACKNOWLEDGE,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  RAISE,
  REGISTER,
  RESOLVE_ESCALATION,
  type TestBank,
} from '../harness/bank.js';
import { planning, RETIRE, RETURN } from '../plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
});
afterAll(() => bank.stop());

const AUDIT = `query ($object: String) { auditEntries(filter: { object: $object }) {
  items { kind { code } actor { id } details { name value } } } }`;

/** Acts of a person on something, as `plan.published`, with the leader for whom they were done. */
async function actsOn(object: string, by: string): Promise<Record<string, string | null>> {
  const { auditEntries } = await bank.ask('auditor', AUDIT, { object });
  interface Entry {
    kind: { code: string };
    actor: { id: string } | null;
    details: { name: string; value: string }[];
  }
  const own = (auditEntries.items as Entry[]).filter(({ actor }) => actor?.id === by);
  return Object.fromEntries(
    own.map(({ kind, details }) => [kind.code, details.find(({ name }) => name === 'onBehalfOf')?.value ?? null]),
  );
}

/** A plan that is sent back, published and retired by one person; then what they were recorded to have done. */
async function leadPlan(who: 'northLeader' | 'northDeputy') {
  const first = await plans.submit(await plans.draft());
  const sent = await bank.ask(who, RETURN, { id: first.id, input: { ...plans.seen(first), reason: '请写明职责' } });
  bank.clock.advance({ minutes: 1 });
  const published = await plans.publish(await plans.submit(sent.returnPlanVersion), {}, who);
  await bank.ask(who, RETIRE, { id: published.id, input: { ...plans.seen(published), reason: '改用总行预案' } });
  return actsOn(first.id, bank.staff[who]);
}

/** As `leadPlan`, for an escalation that is signed for and ended. */
async function leadEscalation(who: 'northLeader' | 'northDeputy') {
  const { registerComplaint } = await bank.ask('intake', REGISTER(), { input: plainComplaint() });
  const { raiseEscalation: raised } = await bank.ask('office', RAISE, { id: registerComplaint.id, level: 'E3' });
  const { acknowledgeEscalation: signed } = await bank.ask(who, ACKNOWLEDGE, { id: raised.id });
  await bank.ask(who, RESOLVE_ESCALATION, { id: raised.id, version: signed.version });
  return actsOn(raised.id, bank.staff[who]);
}

const GROUPS = `query ($orgUnitId: ID) { leadershipGroups(filter: { orgUnitId: $orgUnitId, kind: LEADERSHIP_GROUP }) {
  items { id } } }`;
const EFFECT = `query ($groupId: ID!, $staffId: ID!, $position: GroupPosition!) {
  appointmentEffect(groupId: $groupId, input: { staffId: $staffId, position: $position }) { gains { right } } }`;

// Guard: `rolesIn` in org/grants/rights.ts gives a deputy what it gives the leader.
test('D4-三.1 a deputy may do whatever the leader may', async () => {
  const { leadershipGroups } = await bank.ask('admin', GROUPS, { orgUnitId: bank.unit.head });
  const gained = async (position: string) => {
    const variables = { groupId: leadershipGroups.items[0].id, staffId: bank.staff.teller, position };
    return (await bank.ask('admin', EFFECT, variables)).appointmentEffect.gains;
  };
  expect(await gained('LEADER')).toContainEqual({ right: 'COMMANDER' });
  expect(await gained('DEPUTY')).toEqual(await gained('LEADER'));
  const RIGHTS = '{ viewer { capabilities roles { role withSubtree orgUnit { code } } } }';
  expect(await bank.ask('northDeputy', RIGHTS)).toEqual(await bank.ask('northLeader', RIGHTS));
  const version = await plans.submit(await plans.draft());
  const leaders = (await plans.read(version.id, 'northLeader')).allowedActions;
  expect(leaders.map(({ code }) => code)).toEqual(['publishPlanVersion', 'returnPlanVersion']);
  expect((await plans.read(version.id, 'northDeputy')).allowedActions).toEqual(leaders);
  const { registerComplaint } = await bank.ask('intake', REGISTER(), { input: plainComplaint() });
  const { raiseEscalation } = await bank.ask('office', RAISE, { id: registerComplaint.id, level: 'E3' });
  const VERBS = 'allowedActions { code } escalations { id status allowedActions { code } }';
  const seenBy = async (who: 'northLeader' | 'northDeputy') =>
    (await bank.ask(who, COMPLAINT(VERBS), { id: registerComplaint.id })).complaint;
  expect(await seenBy('northDeputy')).toEqual(await seenBy('northLeader'));
  expect((await seenBy('northLeader')).escalations[0]).toMatchObject({
    id: raiseEscalation.id,
    allowedActions: [{ code: 'acknowledgeEscalation' }, { code: 'resolveEscalation' }],
  });
});

// Guard: `behalfAt` in org/groups/deputy.ts.
test('D4-三.1 what a deputy does is recorded as done on behalf of the leader, and what the leader does is not', async () => {
  const leader = bank.staff.northLeader;
  expect(await leadPlan('northDeputy')).toEqual({
    'plan.returned': leader,
    'plan.published': leader,
    'plan.retired': leader,
  });
  expect(await leadEscalation('northDeputy')).toEqual({
    'escalation.acknowledged': leader,
    'escalation.resolved': leader,
  });
  expect(await leadPlan('northLeader')).toEqual({
    'plan.returned': null,
    'plan.published': null,
    'plan.retired': null,
  });
  expect(await leadEscalation('northLeader')).toEqual({
    'escalation.acknowledged': null,
    'escalation.resolved': null,
  });
});

const wanted = ['办公室', '业务运营部', '风险管理部', '法律合规部', '客户服务部', '信息技术部'] as const;

// Guard: `isDepartment` in plans/presets/standing.ts: a seat counts for a department by where its holder works.
test('D4-三.1(3) the heads of six departments are members, each by that post, before the plan is published', async () => {
  const org = await openAdoptingBank();
  const [president, vice, expert] = [
    await org.hire('president', org.east),
    await org.hire('vice', org.east),
    await org.hire('expert', org.east),
  ];
  const heads: string[] = [];
  for (const [index, name] of wanted.entries()) {
    // The technology there is of this name is an outlet, no department.
    const kind = name === '信息技术部' ? 'OUTLET' : 'DEPARTMENT';
    heads.push(await org.hire(`head${index}`, await org.department(org.east, name, kind)));
  }
  const technology = await org.department(org.east, '信息技术部');
  const [chief, clerk] = [await org.hire('chief', technology), await org.hire('clerk', technology)];
  const groups = [
    {
      kind: 'LEADERSHIP_GROUP',
      members: [
        has(president, 'LEADER', 'PRESIDENT'),
        has(vice, 'DEPUTY', 'VICE_PRESIDENT'),
        ...heads.map((head) => has(head, 'MEMBER', 'DEPARTMENT_HEAD')),
        has(clerk, 'MEMBER', 'KEY_STAFF'),
      ],
    },
    {
      kind: 'WORKING_GROUP',
      members: [
        has(vice, 'LEADER'),
        has(heads[4]!, 'DEPUTY', 'DEPARTMENT_HEAD'),
        has(heads[1]!, 'MEMBER', 'DEPARTMENT_HEAD'),
        has(expert, 'MEMBER', 'KEY_STAFF'),
      ],
    },
  ];
  const draft = await org.adopt({ preset: 'D4', orgUnitId: org.east, groups });
  const leaders: string = draft.demands[0].group.id;
  await org.approveAll(leaders);
  const { vacancies } = (await org.read(draft.id)).demands[0];
  expect(vacancies).toEqual([
    expect.objectContaining({
      position: expect.objectContaining({ clause: 'D4-三.1(3)', departmentName: '信息技术部' }),
    }),
  ]);
  const publish = await org.submit(draft.id, 'vice');
  const publisher = { token: await org.signIn('president') };
  const refusal = await org.refusal(PUBLISH_ADOPTED, publish, { ...publisher, locale: 'zh' });
  expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('信息技术部负责人') });
  await org.appoint(leaders, has(chief, 'MEMBER', 'DEPARTMENT_HEAD'));
  expect(vacant(await org.read(draft.id))).toEqual([]);
  expect((await org.ask(PUBLISH_ADOPTED, publish, publisher)).publishPlanVersion.state).toBe('PUBLISHED');
  await org.stop();
});
