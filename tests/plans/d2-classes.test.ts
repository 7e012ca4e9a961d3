import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { at, midnightAfter } from '../clocking.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { planning, withHandling, withLimit } from '../plans.js';
import { deciding } from '../resolution.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-03-02 09:00')) });
});
afterAll(() => bank.stop());

const FIELDS = 'level clocks { kind dueAt } resolution { reviewMode signOffCount }';

// Guards: `limitOf` and `periodOf` in plans/policy.ts, and `reviewOf` in complaints/resolution/review-rules.ts.
test('D2-五.2 complaints are handled by class: the plan gives each its time and says who must approve', async () => {
  const { handling } = withHandling({
    reviews: [
      { level: 'SUGGESTION', mode: 'NONE', signOffCount: 1, clause: null },
      { level: 'GENERAL', mode: 'DESK', signOffCount: 1, clause: null },
      { level: 'MAJOR', mode: 'GROUP', signOffCount: 2, clause: null },
      { level: 'URGENT', mode: 'GROUP', signOffCount: 1, clause: null },
    ],
  });
  await planning(bank).issue({ policy: { ...withLimit('RESOLUTION', 'MAJOR', 4), handling } });
  const { proposed, read } = deciding(bank);
  const classed = async (level: string) => {
    const { id } = await proposed({}, { level });
    const { clocks, resolution } = await read(id, FIELDS);
    const { dueAt } = clocks.find(({ kind }: { kind: string }) => kind === 'RESOLUTION');
    return { dueAt, ...resolution };
  };
  expect(await classed('GENERAL')).toEqual({
    dueAt: midnightAfter('2026-03-05'),
    reviewMode: 'DESK',
    signOffCount: 1,
  });
  expect(await classed('MAJOR')).toEqual({
    dueAt: midnightAfter('2026-03-06'),
    reviewMode: 'GROUP',
    signOffCount: 2,
  });
  expect(await classed('SUGGESTION')).toEqual({
    dueAt: midnightAfter('2026-03-16'),
    reviewMode: 'NONE',
    signOffCount: 0,
  });
});
