import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { presetOf, rulesOf } from '../../server/src/plans/presets/presets.js';
import { openTestBank, type TestBank } from '../harness/bank.js';
import { planning } from '../plans.js';
import { answer, CLOSE, deciding, passes, REPLY, REVIEW } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
  await planning(bank).issue({ policy: rulesOf(presetOf('D2')) });
});
afterAll(() => bank.stop());

// Guards: `replier` and `reported` in complaints/complaint/actors.ts, `reportToDesk` in complaints/reply/reply.actions.ts.
test('D2-四.5 the department that handled it tells the customer and the office at once, and nothing is closed without both', async () => {
  const { id, version } = await make.proposed();
  const { status } = await make.read(id, 'status');
  const review = { expectedVersion: version, decision: 'APPROVE', checks: passes };
  const ready = status === 'IN_REVIEW' ? await make.act('office', REVIEW, id, review) : { id, version };
  expect(await make.refusal('office', CLOSE, { id, input: { expectedVersion: ready.version } })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await make.refusal('office', REPLY, { id, input: answer(ready.version) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  const { version: replied } = await make.act('outlet', REPLY, id, answer(ready.version));
  const seen = await make.read(
    id,
    'resolution { replyBy reportedAt deskReport } contacts(limit: 1) { kind } events { kind }',
  );
  expect(seen.resolution).toEqual({
    replyBy: 'DEPARTMENT',
    reportedAt: expect.any(String),
    deskReport: expect.stringContaining('退还'),
  });
  expect(seen.contacts).toEqual([{ kind: 'REPLY' }]);
  expect(seen.events.map(({ kind }: { kind: string }) => kind)).toContain('REPORTED_TO_DESK');
  await make.act('office', CLOSE, id, { expectedVersion: replied });
});
