import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { at, clocking } from '../clocking.js';
import { openTestBank, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-03-02 09:00')) });
});
afterAll(() => bank.stop());

const { clockOf, liveOf, registeredAt, tell, sweepAt } = clocking(() => bank);

// Guards: the FIRST_RESPONSE limit in plans/default-pack.ts, `toldToCustomer` in complaints/complaint/complaint.actions.ts,
// `breachTriggers` in escalations/triggers.ts.
test('D3-2.2b within 24 hours the customer is told a plan or progress; neither the receipt nor listening is that', async () => {
  const told = await registeredAt('2026-03-02 10:00', {}, false);
  expect(await clockOf(told, 'FIRST_RESPONSE')).toMatchObject({
    state: 'RUNNING',
    dueAt: at('2026-03-03 10:00').toISOString(),
  });
  await tell(told, { kind: 'LISTENING', direction: 'INBOUND' });
  expect(await clockOf(told, 'FIRST_RESPONSE')).toMatchObject({ state: 'RUNNING' });
  await tell(told);
  expect(await clockOf(told, 'FIRST_RESPONSE')).toMatchObject({ state: 'MET' });

  // A weekend, and as urgent as a suggestion is: it is the same for all.
  const silent = await registeredAt('2026-03-07 10:00', { level: 'SUGGESTION' }, false);
  await sweepAt('2026-03-08 10:01');
  expect(await clockOf(silent, 'FIRST_RESPONSE')).toMatchObject({ state: 'BREACHED' });
  expect(await liveOf(silent)).toEqual(['NO_FIRST_RESPONSE E2']);
});

// Guards: `escalates: false` of SUGGESTION in plans/default-pack.ts, asked by `escalating` in escalation.reactions.ts.
test('D3-1.2c a suggestion is answered in its own time, whose end calls nobody, and is counted apart', async () => {
  const id = await registeredAt('2026-03-09 10:00', { level: 'SUGGESTION', content: '建议增设叫号屏' });
  const { dueAt } = await clockOf(id, 'RESOLUTION');
  const end = new Date(dueAt).getTime();
  // The customer hears how it goes meanwhile, so that nothing else is late.
  for (let now = bank.clock.now().getTime(); now < end; now += 2 * 86_400_000) {
    bank.clock.set(new Date(now));
    await tell(id);
  }
  bank.clock.set(new Date(end + 60_000));
  await bank.sweep();
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'BREACHED' });
  expect((await liveOf(id)).filter((each) => each.startsWith('SLA'))).toEqual([]);
  const { complaintStats } = await bank.ask('office', '{ complaintStats { byLevel { level openCount } } }');
  expect(complaintStats.byLevel).toContainEqual({ level: 'SUGGESTION', openCount: 2 });
});
