import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { presetOf, rulesOf } from '../../server/src/plans/presets/presets.js';
import { DECIDE, following } from '../aftermath.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { planning } from '../plans.js';
import { answer, CONFIRM_TASK, passes, REPLY, REVIEW, TELL_RESULT } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openTestBank();
  make = following(bank);
  await planning(bank).issue({ policy: rulesOf(presetOf('D5')) });
});
afterAll(() => bank.stop());

const approved = async (more: object = {}, of: object = {}) => {
  const { id, version } = await make.proposed(more, of);
  return make.act('office', REVIEW, id, { expectedVersion: version, decision: 'APPROVE', checks: passes });
};
const clocks = async (id: string) => {
  const { clocks: all } = await make.read(id, 'clocks { kind state }');
  return Object.fromEntries(all.map(({ kind, state }: { kind: string; state: string }) => [kind, state]));
};
const dayIn = (count: number): string =>
  new Date(bank.clock.now().getTime() + (8 + 24 * count) * 3_600_000).toISOString().slice(0, 10);

// Guards: `noteReply` in complaints/clocks/clocks.actions.ts; FULFILMENT in `breachTriggers` of escalations/triggers.ts.
test('D5-五.4(1) the reply ends the time for the decision; what was promised has its own, and a second word ends that or it is late', async () => {
  const tasks = [{ text: '退还手续费', receiverId: bank.staff.handler, dueOn: dayIn(2) }];
  const { id, version } = await approved({ tasks });
  await make.act('office', REPLY, id, answer(version, { promisedOn: dayIn(3) }));
  expect(await clocks(id)).toMatchObject({ RESOLUTION: 'MET', FULFILMENT: 'RUNNING' });
  const done = await make.done('handler', (await make.tasksOf(id))[0]!);
  await make.act('office', CONFIRM_TASK, done.id, { expectedVersion: done.version, isDone: true });
  expect((await make.read(id, 'contacts(limit: 1) { kind }')).contacts).toEqual([{ kind: 'REPLY' }]);

  bank.clock.advance({ hours: 24 * 4 });
  await bank.sweep();
  expect(await clocks(id)).toMatchObject({ FULFILMENT: 'BREACHED' });
  expect(await make.liveTriggers(id)).toEqual(['PROMISE_MISSED E2']);
  const result = { expectedVersion: await make.versionOf(id), result: '手续费已退至您的账户。' };
  await make.act('office', TELL_RESULT, id, result);
  expect((await make.read(id, 'contacts(limit: 1) { kind }')).contacts).toEqual([{ kind: 'RESULT' }]);
  expect(await make.liveTriggers(id)).toEqual([]);
});

// Guards: `appealDecidersOf` in complaints/aftermath/deciders.ts, `mayDecide` in appeal.access.ts.
test('D5-五.4(2) who is not satisfied appeals to the leadership group; those decide who had no part in it, else those above', async () => {
  const answered = async (of: object = {}) => {
    const { id, version } = await approved({}, of);
    await make.act('office', REPLY, id, answer(version));
    return { id, code: await make.codeOf(id) };
  };
  const decidersOf = async (id: string) =>
    (await make.read(id, 'appeals { deciders { id } decidingUnit { id } }')).appeals[0];

  const own = await answered();
  const filed = await make.appealed(null, null, { trackingCode: own.code });
  expect(await decidersOf(own.id)).toMatchObject({ decidingUnit: { id: bank.unit.north } });
  for (const who of ['office', 'outletMember', 'intake'] as const)
    expect(await make.refusal(who, DECIDE, { id: filed.id, input: make.ruling(filed.version) })).toMatchObject({
      code: 'FORBIDDEN',
    });
  await bank.ask('northLeader', DECIDE, { id: filed.id, input: make.ruling(filed.version) });

  const involved = await answered({ staffComplainedOfIds: [bank.staff.northDeputy] });
  await bank.app.pool.query('update complaint set lead_id = $2 where id = $1', [involved.id, bank.staff.northLeader]);
  await make.appealed('intake', involved.id);
  expect(await decidersOf(involved.id)).toMatchObject({ decidingUnit: { id: bank.unit.head } });
});
