import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defaultPack } from '../server/src/plans/default-pack.js';
import type { HandlingRules, RouteRule } from '../server/src/plans/handling-rules.js';
import { policyOf } from '../server/src/plans/policy.js';
import { openTestBank, type TestBank } from './harness/bank.js';
import { DIFF, planning, SUBMIT, withHandling } from './plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
});
afterAll(() => bank.stop());

const route = (more: Partial<RouteRule>): RouteRule => ({
  categoryCode: null,
  level: null,
  orgUnitId: null,
  groupId: null,
  clause: null,
  ...more,
});

test('rules of handling are kept as they are given, and a plan that says nothing has the default', async () => {
  const plain = await plans.draft();
  expect(plain.policy.handling).toEqual(defaultPack.handling);
  const handling: HandlingRules = {
    ...defaultPack.handling,
    periods: [{ clock: 'APPEAL', count: 10, unit: 'NATURAL_DAY', clause: 'D5-五.4(2)' }],
    replyBy: 'DEPARTMENT',
    compensationByDesk: '20000.50',
    routes: [route({ categoryCode: 'FRAUD', orgUnitId: bank.unit.northOutlet, clause: 'D2-四.3' })],
  };
  const written = await plans.issue({ policy: { ...defaultPack, handling } });
  expect(written.policy.handling).toEqual(handling);
  // The next draft begins with what is in force.
  expect((await plans.draft()).policy.handling).toEqual(handling);
});

const RECEIVERS = 'query ($id: ID!) { planVersion(id: $id) { routeUnits { code } routeGroups { name } } }';

test('the narrowest category prevails, then the level, and without a route there is none', async () => {
  const { north, northOutlet } = bank.unit;
  const { rows } = await bank.app.pool.query(
    "select id, name from leadership_group where org_unit_id = $1 and kind = 'OFFICE'",
    [north],
  );
  const [group] = rows as [{ id: string; name: string }];
  const routes = [
    route({ level: 'URGENT', orgUnitId: bank.unit.head }),
    route({ categoryCode: 'FRAUD', orgUnitId: northOutlet }),
    route({ categoryCode: 'FRAUD', level: 'URGENT', groupId: group.id }),
    route({ categoryCode: 'SERVICE_QUALITY', orgUnitId: north }),
  ];
  const { id } = await plans.issue({ policy: withHandling({ routes }) });
  const { routeFor } = await policyOf(bank.app.orm.em.fork(), id);
  expect(routeFor('/FRAUD/', 'MAJOR')).toEqual({ kind: 'UNIT', id: northOutlet });
  expect(routeFor('/FRAUD/', 'URGENT')).toEqual({ kind: 'GROUP', id: group.id });
  expect(routeFor('/SERVICE_QUALITY/', 'URGENT')).toEqual({ kind: 'UNIT', id: north });
  expect(routeFor('/OTHER/', 'URGENT')).toEqual({ kind: 'UNIT', id: bank.unit.head });
  expect(routeFor(null, 'URGENT')).toEqual({ kind: 'UNIT', id: bank.unit.head });
  expect(routeFor('/OTHER/', 'GENERAL')).toBeNull();
  const { planVersion } = await bank.ask('teller', RECEIVERS, { id });
  expect(planVersion.routeUnits.map(({ code }: { code: string }) => code).toSorted()).toEqual(['0000', '1000', '1101']);
  expect(planVersion.routeGroups).toEqual([{ name: group.name }]);
});

test('a route to a unit that is closed meanwhile keeps a version from being submitted', async () => {
  const { rows } = await bank.app.pool.query('select id from org_unit where code = $1', ['1101']);
  const [{ id: orgUnitId }] = rows as [{ id: string }];
  const draft = await plans.draft({ policy: withHandling({ routes: [route({ orgUnitId })] }) });
  await bank.app.pool.query('update org_unit set is_active = false where id = $1', [orgUnitId]);
  const refused = await bank.refusal('office', SUBMIT, { id: draft.id, input: plans.seen(draft) });
  await bank.app.pool.query('update org_unit set is_active = true where id = $1', [orgUnitId]);
  expect(Object.keys(refused.extensions['fields'] as object)).toEqual(['policy.handling.routes.0.orgUnitId']);
});

test('what handling says otherwise is told in words, in both languages', async () => {
  const before = await plans.draft({ policy: defaultPack });
  const { handling } = defaultPack;
  const policy = withHandling({
    periods: handling.periods.filter(({ clock }) => clock !== 'RETURN_VISIT'),
    reviews: handling.reviews.map((each) =>
      each.level === 'URGENT' ? { ...each, mode: 'GROUP', signOffCount: 2, clause: 'D4-四.2(2)' } : each,
    ),
    compensationByDesk: '20000',
    replyBy: 'DEPARTMENT',
    replyBeforeExecution: false,
    routes: [route({ categoryCode: 'FRAUD', level: 'MAJOR', orgUnitId: bank.unit.northOutlet, clause: 'D2-四.3' })],
  });
  const after = await plans.draft({ policy });
  const said = async (locale: 'zh' | 'en') =>
    (await bank.ask('office', DIFF, { fromId: before.id, toId: after.id }, { locale })).planVersionDiff.map(
      (each: Record<string, string>) => [each['path'], each['label'], each['before'], each['after']],
    );
  const path = (rest: string) => `policy.handling.${rest}`;
  expect(await said('zh')).toEqual([
    [path('reviews.URGENT'), '审核方式·紧急', '投诉管理部门审核', '领导小组审批，2 人会签（D4-四.2(2)）'],
    [path('compensationByDesk'), '投诉管理部门审批赔偿额', '50000.00 元以内', '20000.00 元以内'],
    [path('replyBy'), '答复主体', '投诉管理部门', '承办部门'],
    [path('replyBeforeExecution'), '先答复后执行', '是', '否'],
    [path('routes.FRAUD.MAJOR'), '分派规则·欺诈，重大', null, '北门网点（D2-四.3）'],
    [path('periods.RETURN_VISIT'), '回访时限', '5 个工作日', null],
  ]);
  expect(await said('en')).toContainEqual([
    path('reviews.URGENT'),
    'Review, urgent',
    'reviewed by the desk',
    'approved by the leadership group, 2 people sign (D4-四.2(2))',
  ]);
});
