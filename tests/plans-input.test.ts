import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defaultPack } from '../server/src/plans/default-pack.js';
import { openTestBank, type TestBank } from './harness/bank.js';
import { DRAFT, planning, SUBMIT, UPDATE, type Version } from './plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
let draft: Version;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
  draft = await plans.draft();
});
afterAll(() => bank.stop());

const { limits, steps, handling } = defaultPack;
const { periods, reviews } = handling;
const policy = (more: object) => ({ policy: { ...defaultPack, ...more } });
const handled = (more: object) => policy({ handling: { ...handling, ...more } });
const route = { categoryCode: null, level: null, orgUnitId: null, groupId: null, clause: null };
const changed = <Entry>(entries: readonly Entry[], index: number, more: Partial<Entry>) =>
  entries.map((entry, at) => (at === index ? { ...entry, ...more } : entry));

test.each<[what: string, input: object, field: string]>([
  ['a limit of nothing', policy({ limits: changed(limits, 2, { count: 0 }) }), 'policy.limits.2.count'],
  ['a limit of years', policy({ limits: changed(limits, 5, { count: 251 }) }), 'policy.limits.5.count'],
  ['a limit that is missing', policy({ limits: limits.slice(1) }), 'policy.limits'],
  ['a limit that is set twice', policy({ limits: [...limits, limits[0]] }), 'policy.limits.12.level'],
  ['a share of everything', policy({ warnShare: 1 }), 'policy.warnShare'],
  ['a share of nothing', policy({ warnShare: 0 }), 'policy.warnShare'],
  ['a step that is missing', policy({ steps: steps.slice(0, 4) }), 'policy.steps'],
  ['a step twice', policy({ steps: [...steps, steps[1]] }), 'policy.steps.5.step'],
  ['a step without delay', policy({ steps: changed(steps, 3, { delayMinutes: 0 }) }), 'policy.steps.3.delayMinutes'],
  ['quiet hours by day', policy({ quietHours: { from: 9, to: 8 } }), 'policy.quietHours.from'],
  ['a breach told at once', policy({ breachToLeadersHours: 0 }), 'policy.breachToLeadersHours'],
  [
    'a category that is none',
    policy({ leastLevels: [{ categoryCode: 'NOTHING', level: 'MAJOR', clause: null }] }),
    'policy.leastLevels.0.categoryCode',
  ],
  [
    'an emergency by both',
    policy({ emergencies: [{ categoryCode: 'FRAUD', riskFlag: 'MEDIA', clause: null }] }),
    'policy.emergencies.0',
  ],
  [
    'an emergency by neither',
    policy({ emergencies: [{ categoryCode: null, riskFlag: null, clause: null }] }),
    'policy.emergencies.0',
  ],
  ['a regulation twice', policy({ regulations: ['CN_PBOC', 'CN_PBOC'] }), 'policy.regulations.1'],
  ['a pause twice', policy({ pauses: [...defaultPack.pauses, ...defaultPack.pauses] }), 'policy.pauses.1'],
  ['a step of no time', handled({ periods: changed(periods, 1, { count: 0 }) }), 'policy.handling.periods.1.count'],
  ['a step with two times', handled({ periods: [...periods, periods[0]] }), 'policy.handling.periods.6.clock'],
  [
    'a time for what a promise says',
    handled({ periods: changed(periods, 0, { clock: 'FULFILMENT' }) }),
    'policy.handling.periods.0.clock',
  ],
  [
    'a clause that is a text',
    handled({ periods: changed(periods, 0, { clause: '条'.repeat(41) }) }),
    'policy.handling.periods.0.clause',
  ],
  ['a standstill of nothing', handled({ staleWorkingDays: 0 }), 'policy.handling.staleWorkingDays'],
  ['a level without review', handled({ reviews: reviews.slice(1) }), 'policy.handling.reviews'],
  ['a level with two reviews', handled({ reviews: [...reviews, reviews[2]] }), 'policy.handling.reviews.4.level'],
  [
    'a review by nobody',
    handled({ reviews: changed(reviews, 2, { signOffCount: 0 }) }),
    'policy.handling.reviews.2.signOffCount',
  ],
  [
    'a review by six',
    handled({ reviews: changed(reviews, 3, { signOffCount: 6 }) }),
    'policy.handling.reviews.3.signOffCount',
  ],
  ['money to be taken', handled({ compensationWithoutReview: '-1' }), 'policy.handling.compensationWithoutReview'],
  [
    'less for the desk than for nobody',
    handled({ compensationByDesk: '499.99' }),
    'policy.handling.compensationByDesk',
  ],
  ['no time to appeal', handled({ appealWindowDays: 0 }), 'policy.handling.appealWindowDays'],
  ['years to reopen', handled({ reopenWindowDays: 366 }), 'policy.handling.reopenWindowDays'],
  ['a route to nobody', handled({ routes: [route] }), 'policy.handling.routes.0'],
  [
    'a route to an unknown unit',
    handled({ routes: [{ ...route, orgUnitId: 'x' }] }),
    'policy.handling.routes.0.orgUnitId',
  ],
  [
    'a route to an unknown group',
    handled({ routes: [{ ...route, groupId: 'x' }] }),
    'policy.handling.routes.0.groupId',
  ],
  ['a basis without title', { basis: [{ number: '1' }] }, 'basis.0.title'],
  ['a basis of a day that is none', { basis: [{ title: '办法', issuedOn: '2026-02-30' }] }, 'basis.0.issuedOn'],
  ['a basis that is no version', { basis: [{ planVersionId: 'nothing' }] }, 'basis.0.planVersionId'],
  ['a duty of nobody', { duties: [{ orgUnitId: 'nobody', text: '报告' }] }, 'duties.0.orgUnitId'],
  ['a desk that is no group', { desk: { holderId: 'nobody' } }, 'desk.holderId'],
])('%s is refused at its field, and nothing changes', async (_what, input, field) => {
  const refused = await bank.refusal('office', UPDATE, { id: draft.id, input: { ...plans.seen(draft), ...input } });
  expect(refused.extensions['code']).toBe('BAD_USER_INPUT');
  expect(Object.keys(refused.extensions['fields'] as object)).toEqual([field]);
  expect(await plans.read(draft.id)).toEqual(draft);
});

test('a route names one receiver within reach of the plan, and what it is for only once', async () => {
  const { north, northOutlet, south } = bank.unit;
  const to = (orgUnitId: string, more: object = {}) => ({ ...route, orgUnitId, ...more });
  const routes = [
    to(south),
    to(north, { level: 'MAJOR', groupId: 'x' }),
    to(northOutlet, { categoryCode: 'NOTHING' }),
    to(northOutlet),
  ];
  const input = { ...plans.seen(draft), ...handled({ routes }) };
  const refused = await bank.refusal('office', UPDATE, { id: draft.id, input });
  expect(Object.keys(refused.extensions['fields'] as object).toSorted()).toEqual([
    'policy.handling.routes.0.orgUnitId',
    'policy.handling.routes.1',
    'policy.handling.routes.1.groupId',
    'policy.handling.routes.2.categoryCode',
    'policy.handling.routes.3',
  ]);
});

test('duties and desks stay within the reach of the plan', async () => {
  const input = { ...plans.seen(draft), duties: [{ orgUnitId: bank.unit.south, text: '报告' }] };
  const refused = await bank.refusal('office', UPDATE, { id: draft.id, input });
  expect(refused.extensions['fields']).toHaveProperty(['duties.0.orgUnitId']);
});

test('a plan of a kind that a unit has keeps its name, and a new one needs a name', async () => {
  const named = (name: string | null, kind: string) => ({ input: { orgUnitId: bank.unit.north, kind, name } });
  expect((await bank.refusal('office', DRAFT, named('又一个预案', 'GENERAL'))).extensions['fields']).toHaveProperty(
    'name',
  );
  expect((await bank.refusal('office', DRAFT, named(null, 'MASS'))).extensions['fields']).toHaveProperty('name');
  const special = [
    await plans.draft({ kind: 'SPECIAL', name: '系统升级' }),
    await plans.draft({ kind: 'SPECIAL', name: '网点搬迁' }),
  ];
  expect(new Set(special.map(({ plan }) => plan.id)).size).toBe(2);
  expect((await plans.draft({ kind: 'SPECIAL', name: '网点搬迁' })).number).toBe(2);
});

const DEACTIVATE = `mutation ($id: ID!, $input: DeactivateLeadershipGroupInput!) {
  deactivateLeadershipGroup(id: $id, input: $input) { id } }`;
const GROUPS = `query ($orgUnitId: ID) { leadershipGroups(filter: { orgUnitId: $orgUnitId, isActive: true }) {
  items { id version kind } } }`;
interface Group {
  id: string;
  version: number;
  kind: string;
}

test('a version whose steps reach nobody is not submitted', async () => {
  const other = await openTestBank();
  const { draft: write, read, seen } = planning(other);
  for (const place of ['north', 'head'] as const) {
    const all = (await other.ask('admin', GROUPS, { orgUnitId: other.unit[place] })).leadershipGroups.items as Group[];
    for (const { id, version } of all.filter(({ kind }) => kind === 'LEADERSHIP_GROUP'))
      await other.ask('admin', DEACTIVATE, { id, input: { expectedVersion: version } });
  }
  const version = await write();
  const refused = await other.refusal('office', SUBMIT, { id: version.id, input: seen(version) });
  expect(refused.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(refused.extensions['fields']).toEqual({
    'policy.steps.3.step': expect.any(String),
    'policy.steps.4.step': expect.any(String),
  });
  expect(await read(version.id)).toEqual(version);
  await other.stop();
});
