import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { presetOf, rulesOf } from '../../server/src/plans/presets/presets.js';
import { following } from '../aftermath.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { planning } from '../plans.js';
import { answer, CLOSE, passes, REPLY, REVIEW, VISIT } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openTestBank();
  make = following(bank);
  await planning(bank).issue({ policy: rulesOf(presetOf('D7')) });
});
afterAll(() => bank.stop());

const answered = async () => {
  const { id, version } = await make.proposed();
  const { status } = await make.read(id, 'status');
  const review = { expectedVersion: version, decision: 'APPROVE', checks: passes };
  const ready = status === 'IN_REVIEW' ? await make.act('office', REVIEW, id, review) : { id, version };
  return make.act('office', REPLY, id, answer(ready.version));
};
const visit = async (id: string) =>
  (await make.read(id, 'clocks { kind state }')).clocks.find(({ kind }: { kind: string }) => kind === 'RETURN_VISIT');

// Guards: `follow` in complaints/aftermath/aftermath.reactions.ts, `visited` and `uninvolved` in complaint/actors.ts,
// 'complaint.returnVisited' in escalations/escalation.reactions.ts.
test('D7-四.6 after the reply the customer is called in time by somebody else, and one who is not satisfied comes to the desk', async () => {
  const { id, version } = await answered();
  expect(await visit(id)).toMatchObject({ state: 'RUNNING' });
  expect(await make.refusal('office', CLOSE, { id, input: { expectedVersion: version } })).toMatchObject({
    code: 'CONFLICT',
  });
  const bad = { expectedVersion: version, outcome: 'DISSATISFIED', comment: '退费仍未到账' };
  for (const who of ['outlet', 'outletMember'] as const)
    expect(await make.refusal(who, VISIT, { id, input: bad })).toMatchObject({ code: 'FORBIDDEN' });
  await make.act('intake', VISIT, id, bad);
  expect(await visit(id)).toMatchObject({ state: 'MET' });
  expect(await make.liveTriggers(id)).toEqual(['DISSATISFIED E2']);

  const late = await answered();
  bank.clock.advance({ hours: 24 * 12 });
  await bank.sweep();
  expect(await visit(late.id)).toMatchObject({ state: 'BREACHED' });
});
