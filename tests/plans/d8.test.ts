import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type Speaker, type TestBank } from '../harness/bank.js';
import { ACKNOWLEDGE, planning } from '../plans.js';

let bank: TestBank;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openTestBank();
  plans = planning(bank);
});
afterAll(() => bank.stop());

// Guard: `askForReceipts` in plans/plan-life.actions.ts; who may sign is `mayAcknowledgeFor` in plans/plan.access.ts.
test('D8-三.3 a version asks duties of units, and each of them confirms that it has read them', async () => {
  const duties = [
    { orgUnitId: bank.unit.northOutlet, text: '当日登记，当日上报' },
    { orgUnitId: bank.unit.northSub, text: '督促网点' },
    { orgUnitId: bank.unit.northOutlet, text: '每年演练一次' },
  ];
  const version = await plans.issue({ duties });
  expect((await plans.read(version.id, 'teller')).duties).toEqual([
    { orgUnit: { code: '1101' }, text: '当日登记，当日上报' },
    { orgUnit: { code: '1100' }, text: '督促网点' },
    { orgUnit: { code: '1101' }, text: '每年演练一次' },
  ]);
  const codes = version.receipts.map(({ orgUnit, acknowledgedAt }) => `${orgUnit.code} ${acknowledgedAt}`);
  expect(codes.toSorted()).toEqual(['1100 null', '1101 null']);
  const sign = { id: version.id, input: { orgUnitId: bank.unit.northOutlet } };
  expect((await bank.refusal('southTeller', ACKNOWLEDGE, sign)).extensions['code']).toBe('FORBIDDEN');
  expect((await plans.read(version.id)).receipts).toEqual(version.receipts);
  const offered = async (who: Speaker) => {
    const OFFERED = `query ($id: ID!) { planVersion(id: $id) { receipts { orgUnit { code } allowedActions { code } } } }`;
    const { receipts } = (await bank.ask(who, OFFERED, { id: version.id })).planVersion;
    return receipts.filter((each: { allowedActions: object[] }) => each.allowedActions.length > 0);
  };
  expect(await offered('teller')).toEqual([
    { orgUnit: { code: '1101' }, allowedActions: [{ code: 'acknowledgePlan' }] },
  ]);
  expect(await offered('southTeller')).toEqual([]);
  const { acknowledgePlan } = await bank.ask('teller', ACKNOWLEDGE, sign);
  expect(await offered('teller')).toEqual([]);
  await bank.ask('outlet', ACKNOWLEDGE, sign);
  expect(acknowledgePlan.receipts).toContainEqual(
    expect.objectContaining({ orgUnit: { code: '1101' }, acknowledgedBy: { username: 'teller' } }),
  );
  expect((await plans.read(version.id)).receipts).toEqual(acknowledgePlan.receipts);
  const none = { id: version.id, input: { orgUnitId: bank.unit.north } };
  expect((await bank.refusal('office', ACKNOWLEDGE, none)).extensions).toMatchObject({
    fields: { orgUnitId: expect.any(String) },
  });
});
