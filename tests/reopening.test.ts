import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { following, REOPEN } from './aftermath.js';
import { ACCEPT, ASSIGN, openTestBank, PLAN, WITHDRAW, type TestBank } from './harness/bank.js';
import { wrong } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openTestBank();
  make = following(bank);
});
afterAll(() => bank.stop());

const why = (expectedVersion: number, more: object = {}) => ({ expectedVersion, reason: '发现新的证据', ...more });
const reopened = async (id: string, more: object = {}) =>
  make.act('office', REOPEN, id, why(await make.versionOf(id), more));

test('the desk takes up anew what was answered: new clocks, no resolution, and what was done stays on file', async () => {
  const { id } = await make.answered();
  await reopened(id);
  const seen = await make.read(
    id,
    `status reopenedCount repliedAt lead { id } investigation { id } resolution { id } responsible { id }
     formerInvestigations { scope lead { id } } resolutions { number } handovers { state } surveys { state }
     clocks { kind state } contacts(limit: 1) { kind }`,
  );
  expect(seen).toMatchObject({
    status: 'SCREENED',
    reopenedCount: 1,
    repliedAt: null,
    lead: null,
    investigation: null,
    resolution: null,
    formerInvestigations: [{ scope: '核实收费经过', lead: { id: bank.staff.outletMember } }],
    resolutions: [{ number: 1 }],
    handovers: [{ state: 'ACCEPTED' }],
    surveys: [{ state: 'LAPSED' }],
    contacts: [{ kind: 'ACCEPTANCE' }],
  });
  const decisions = seen.clocks.filter(({ kind }: { kind: string }) => kind === 'RESOLUTION');
  expect(decisions.map(({ state }: { state: string }) => state)).toEqual(['MET', 'RUNNING']);
  expect(seen.clocks).toContainEqual({ kind: 'RETURN_VISIT', state: 'CANCELLED' });
});

test('others handle it: who led it before is neither asked nor accepts, nor leads again', async () => {
  const { id } = await make.answered();
  const { version } = await reopened(id);
  const to = (receiverId: string, expectedVersion = version) => ({ id, input: { expectedVersion, receiverId } });
  expect(await make.refusal('office', ASSIGN, to(bank.staff.outletMember))).toEqual(wrong(['receiverId']));
  const offered = await make.act('office', ASSIGN, id, to(bank.unit.northOutlet).input);
  const take = { id, input: { expectedVersion: offered.version } };
  expect(await make.refusal('outletMember', ACCEPT, take)).toMatchObject({ code: 'CONFLICT' });
  const held = await make.act('outlet', ACCEPT, id, take.input);
  const plan = (leadId: string) => ({ expectedVersion: held.version, scope: '重新核实', leadId });
  expect(await make.refusal('outlet', PLAN, { id, input: plan(bank.staff.outletMember) })).toEqual(wrong(['leadId']));
  await make.act('outlet', PLAN, id, plan(bank.staff.outlet));
});

test('what somebody settled alone is not handled by them again', async () => {
  const { id } = await make.settled();
  const { version } = await reopened(id, { handlingMode: 'STANDARD' });
  const input = { expectedVersion: version, receiverId: bank.staff.intake };
  expect(await make.refusal('office', ASSIGN, { id, input })).toEqual(wrong(['receiverId']));
});

test('what was taken back is taken up anew, with a category and a level', async () => {
  const { id, version } = await make.registered();
  await make.act('intake', WITHDRAW, id, { expectedVersion: version, channel: 'PHONE', proof: '客户来电撤回' });
  const now = await make.versionOf(id);
  expect(await make.refusal('office', REOPEN, { id, input: why(now) })).toEqual(wrong(['categoryCode']));
  expect(
    await make.refusal('office', REOPEN, { id, input: why(now, { categoryCode: 'FRAUD', level: 'GENERAL' }) }),
  ).toEqual(wrong(['level']));
  await make.act('office', REOPEN, id, why(now, { categoryCode: 'FEES', level: 'MAJOR' }));
  expect(await make.read(id, 'status level handlingMode category { code }')).toEqual({
    status: 'SCREENED',
    level: 'MAJOR',
    handlingMode: 'JOINT',
    category: { code: 'FEES' },
  });
});

test('only the desk reopens, with a reason, what has ended, as long as the plan lets it', async () => {
  const { id } = await make.answered();
  const version = await make.versionOf(id);
  expect(await make.refusal('intake', REOPEN, { id, input: why(version) })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await make.refusal('office', REOPEN, { id, input: why(version, { reason: ' ' }) })).toEqual(wrong(['reason']));
  expect(await make.refusal('office', REOPEN, { id, input: why(version - 1) })).toMatchObject({ code: 'CONFLICT' });
  const open = await make.registered();
  expect(await make.refusal('office', REOPEN, { id: open.id, input: why(open.version) })).toMatchObject({
    code: 'CONFLICT',
  });
  const { reopenClosesAt } = await make.read(id, 'reopenClosesAt');
  bank.clock.set(new Date(reopenClosesAt));
  expect(await make.refusal('office', REOPEN, { id, input: why(version) })).toMatchObject({ code: 'CONFLICT' });
  const { allowedActions } = await make.read(id, 'allowedActions { code blockedBy }');
  expect(allowedActions).toContainEqual({ code: 'reopenComplaint', blockedBy: expect.any(String) });
});

test('of two who reopen at once one does', async () => {
  const { id } = await make.answered();
  const version = await make.versionOf(id);
  const answers = await Promise.all([1, 2].map(() => bank.say('office', REOPEN, { id, input: why(version) })));
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
  expect((await make.read(id, 'reopenedCount')).reopenedCount).toBe(1);
});

test('what is grave is told again to those above', async () => {
  const { id } = await make.answered({ riskFlags: ['REPUTATION'] });
  expect(await make.liveTriggers(id)).toEqual([]);
  await reopened(id);
  expect(await make.liveTriggers(id)).toEqual(['REPUTATION E3']);
});
