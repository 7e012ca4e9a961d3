import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, SCREEN, type TestBank } from '../harness/bank.js';
import { handling, takenUp } from '../handling.js';
import { joining } from '../joining.js';
import { planning } from '../plans.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

// Guard: `impliedByDuty` in org/grants/rights.ts makes the people of the department that a plan names the desk, and
// `isDesk` in `impliedByGroups` takes it from the office; `screenComplaint` in complaints/complaint/life.ts asks for it.
test('D4-四.1(1) where the plan names customer service as the desk, its people screen and judge, and nobody else', async () => {
  const { department, hire } = joining(bank);
  const service = await department(bank.unit.north, '1000-8', '客户服务部');
  const agent = await hire('agent', service);
  const make = handling(bank);
  await planning(bank).issue({ desk: { holderId: service } });
  const { id, version } = await make.registered();
  const input = takenUp(version, { isEmergency: true });
  for (const who of ['office', 'officeClerk', 'intake', 'outlet', 'northLeader'] as const)
    expect(await make.refusal(who, SCREEN, { id, input })).toEqual({ code: 'FORBIDDEN', fields: [] });
  // Who handles it is not even shown it before it is handed over.
  expect(await make.refusal('handler', SCREEN, { id, input })).toEqual({ code: 'NOT_FOUND', fields: [] });
  const { isEmergency: _none, ...unanswered } = input;
  expect(await make.refusal(agent.who, SCREEN, { id, input: unanswered })).toEqual({
    code: 'BAD_USER_INPUT',
    fields: ['isEmergency'],
  });
  expect((await bank.ask(agent.who, SCREEN, { id, input })).screenComplaint.status).toBe('SCREENED');
  expect(await make.read(id, 'isEmergency', agent.who)).toEqual({ isEmergency: true });
});
