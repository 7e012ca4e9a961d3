import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { grantRole } from '../server/src/org/grants/role-grant.actions.js';
import { openTestBank, type Speaker, type TestBank } from './harness/bank.js';
import { ACKNOWLEDGE, planning, PUBLISH, RETURN, type Version } from './plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
});
afterAll(() => bank.stop());

const verbs = (version: Version) => version.allowedActions.map(({ code }) => code);

/** A session in which nothing was proved but the password. */
const signedIn = async (username: string): Promise<string> => {
  const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
  const input = { username, password: 'a long enough password', mode: 'TOKEN' };
  return (await bank.request(SIGN_IN, { input })).data.signIn.token;
};
// Fails when `reviewers` in plan.access.ts is MANAGER again, or when offer and verb ask different rules.
test('D2-三.1 a manager without a seat in a leadership group is offered no decision about plans, and takes none', async () => {
  const ctx = new Context(bank.app, system);
  const place = { role: 'MANAGER', orgUnitId: bank.unit.north, withSubtree: true } as const;
  await grantRole(ctx, { staffId: bank.staff.reviewer, ...place });
  const submitted = await plans.submit(await plans.draft());
  expect(verbs(await plans.read(submitted.id, 'reviewer'))).toEqual([]);
  expect(verbs(await plans.read(submitted.id, 'northDeputy'))).toEqual(['publishPlanVersion', 'returnPlanVersion']);
  const seen = { id: submitted.id, input: plans.seen(submitted) };
  const reasoned = { ...seen, input: { ...seen.input, reason: '不需要' } };
  for (const [verb, variables] of [[PUBLISH, seen] as const, [RETURN, reasoned] as const])
    expect((await bank.refusal('reviewer', verb, variables)).extensions['code']).toBe('FORBIDDEN');
  expect(await plans.read(submitted.id)).toMatchObject({ state: 'IN_REVIEW', version: submitted.version });
  const inForce = await plans.inForce(bank.unit.north);
  expect(verbs(await plans.read(inForce.id, 'reviewer'))).toEqual([]);
});

// Fails without `requireStepUp` in plan-desk.ts.
test('publishing a version that names another desk gives rights, and so asks once more who publishes', async () => {
  const unproved = { token: await signedIn('northLeader') };
  const publish = async (version: Version) =>
    bank.request(PUBLISH, { id: version.id, input: plans.seen(version) }, unproved);
  const LIST = 'query ($id: ID!) { leadershipGroups(filter: { orgUnitId: $id, kind: [OFFICE] }) { items { id } } }';
  const [{ id: holderId }] = (await bank.ask('office', LIST, { id: bank.unit.north })).leadershipGroups.items;
  bank.clock.advance({ minutes: 1 });
  const named = await plans.submit(await plans.draft({ desk: { holderId } }));
  expect((await publish(named)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', stepUp: 'ENROL' });
  expect(await plans.read(named.id)).toMatchObject({ state: 'IN_REVIEW', version: named.version });
  await plans.publish(named);
  bank.clock.advance({ minutes: 1 });
  // The next one keeps the desk, and gives nobody anything.
  const next = await plans.submit(await plans.draft());
  expect((await publish(next)).data.publishPlanVersion.state).toBe('PUBLISHED');
  bank.clock.advance({ minutes: 1 });
  const without = await plans.submit(await plans.draft({ desk: {} }));
  expect((await publish(without)).errors?.[0]?.extensions).toMatchObject({ stepUp: 'ENROL' });
  await plans.publish(without);
});

test('plans are found by unit, kind and the state of their versions', async () => {
  const FOUND = `query ($filter: PlanFilter) { plans(filter: $filter) {
    items { name allowedActions { code } versions { state } } } }`;
  const found = async (who: Speaker, filter: object) => (await bank.ask(who, FOUND, { filter })).plans.items;
  const [own] = await found('office', { orgUnitId: bank.unit.north });
  expect(own).toMatchObject({ name: '北分行预案', allowedActions: [{ code: 'draftPlanVersion' }] });
  const [seenByAll] = await found('teller', { orgUnitId: bank.unit.north });
  expect(seenByAll.allowedActions).toEqual([]);
  expect(await found('office', { orgUnitId: bank.unit.north, kind: ['MASS'] })).toEqual([]);
});

test('who works in a unit with duties is offered to sign, finds what waits for it, and is offered it once', async () => {
  const duties = [{ orgUnitId: bank.unit.northOutlet, text: '当日登记，当日上报' }];
  bank.clock.advance({ minutes: 1 });
  const { id } = await plans.issue({ duties });
  const OFFERED = `query ($id: ID!) { planVersion(id: $id) { receipts { orgUnit { code } allowedActions { code } } } }`;
  const offered = async (who: Speaker) => (await bank.ask(who, OFFERED, { id })).planVersion.receipts;
  const WAITS = `query ($id: ID) { plans(filter: { awaitsReceiptOf: $id }) { totalCount } }`;
  const waits = async (unitId: string) => (await bank.ask('teller', WAITS, { id: unitId })).plans.totalCount;
  const receipt = { orgUnit: { code: '1101' } };
  expect(await offered('teller')).toEqual([{ ...receipt, allowedActions: [{ code: 'acknowledgePlan' }] }]);
  expect(await offered('southTeller')).toEqual([{ ...receipt, allowedActions: [] }]);
  expect([await waits(bank.unit.northOutlet), await waits(bank.unit.south), await waits('nowhere')]).toEqual([1, 0, 0]);
  await bank.ask('teller', ACKNOWLEDGE, { id, input: { orgUnitId: bank.unit.northOutlet } });
  expect(await offered('teller')).toEqual([{ ...receipt, allowedActions: [] }]);
  expect(await waits(bank.unit.northOutlet)).toBe(0);
});

test('plans whose basis has changed are found', async () => {
  const FLAGGED = '{ plans(filter: { basisChanged: true }) { items { name } } }';
  const flagged = async () => (await bank.ask('teller', FLAGGED)).plans.items;
  const above = await plans.inForce(bank.unit.south);
  bank.clock.advance({ minutes: 1 });
  await plans.issue({ basis: [{ planVersionId: above.id }] });
  expect(await flagged()).toEqual([]);
  const next = await plans.draft({ orgUnitId: bank.unit.head, name: null, principles: '客户至上' }, 'headOffice');
  await plans.publish(await plans.submit(next, 'headOffice'), {}, 'director');
  expect(await flagged()).toEqual([{ name: '北分行预案' }]);
});
