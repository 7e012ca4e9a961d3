import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wrong } from '../handling.js';
import { openTestBank, progress, RECORD, type TestBank } from '../harness/bank.js';
import { answer, deciding, REPLY, REVISE } from '../resolution.js';

let bank: TestBank;
let make: ReturnType<typeof deciding>;
beforeAll(async () => {
  bank = await openTestBank();
  make = deciding(bank);
});
afterAll(() => bank.stop());

// Guard: `toldOf` in complaints/complaint/complaint.actions.ts; `reviseResolution` in complaints/complaint/life.ts.
test('D3-2.3.5 a solution is explained before the answer; who refuses it is told of the appeal, and it may be revised', async () => {
  const { id } = await make.proposed();
  const explained = { kind: 'EXPLANATION', outcome: null, customerAccepts: false, summary: '说明退还手续费并致歉' };
  await bank.ask('outletMember', RECORD, { id, input: progress(explained) });
  const [refused] = (await make.read(id, 'contacts { kind customerAccepts summary isCustomerVisible by { id } at }'))
    .contacts;
  expect(refused).toMatchObject({
    kind: 'EXPLANATION',
    customerAccepts: false,
    isCustomerVisible: true,
    by: { id: bank.staff.outletMember },
  });
  expect(refused.summary).toContain('您可以自收到之日起 30 日内向我行投诉处理领导小组提出申诉');
  const why = { expectedVersion: await make.versionOf(id), reason: '客户不接受方案' };
  const { version } = await make.act('outletMember', REVISE, id, why);
  expect(await make.read(id, 'status')).toEqual({ status: 'INVESTIGATING' });
  expect(version).toBeGreaterThan(why.expectedVersion);
});

// Guard: checkOutcome in complaints/contacts/check-contact.ts.
test.each(['SOOTHING', 'LISTENING', 'EXPLANATION'])(
  'D4-四.3① D8-五.1 a talk of kind %s is on file with who, when and what it came to',
  async (kind) => {
    const { id } = await make.registered();
    const silent = progress({ kind, outcome: null });
    expect(await make.refusal('intake', RECORD, { id, input: silent })).toEqual(wrong(['outcome']));
    await bank.ask('intake', RECORD, { id, input: progress({ kind, outcome: 'UNDECIDED' }) });
    expect((await make.read(id, 'contacts { kind outcome at by { id } }')).contacts[0]).toEqual({
      kind,
      outcome: 'UNDECIDED',
      at: bank.clock.now().toISOString(),
      by: { id: bank.staff.intake },
    });
  },
);

// Guard: `isNeeded` in complaints/reply/reply-lint.ts, asked by `checkReply` in complaints/reply/reply.actions.ts.
test('D7-五.2 what the customer asks for is a field of its own, and no reply goes out that does not answer it', async () => {
  const { id, version } = await make.proposed({}, { customerDemand: '退还手续费 36 元' });
  expect(await make.read(id, 'customerDemand')).toEqual({ customerDemand: '退还手续费 36 元' });
  expect(await make.refusal('office', REPLY, { id, input: answer(version) })).toEqual(wrong(['answerToDemand']));
  const answerToDemand = '36 元已于今日退回您的账户。';
  await bank.ask('office', REPLY, { id, input: answer(version, { answerToDemand }) });
  const [reply] = (await make.read(id, 'contacts { kind summary }')).contacts;
  expect(reply).toMatchObject({ kind: 'REPLY', summary: expect.stringContaining(answerToDemand) });
});
