import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { deactivateStaff } from '../server/src/org/staff/staff.actions.js';
import { APPEAL, DECIDE, following, TAKE_BACK, type Filed } from './aftermath.js';
import { openTestBank, type TestBank } from './harness/bank.js';
import { wrong } from './handling.js';
import { CLOSE } from './resolution.js';

let bank: TestBank;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openTestBank();
  make = following(bank);
});
afterAll(() => bank.stop());

const APPEALS = `status appeals { state decision reasons grounds channel filedBy { id } decidedBy { id } }
  clocks { kind state }`;
const decide = (who: Parameters<typeof make.act>[0], { id, version }: Filed, more: object = {}) =>
  bank.ask(who, DECIDE, { id, input: make.ruling(version, more) });

test('a customer appeals by the code without a sign-in; the leaders hear of it and its clock runs', async () => {
  const { id, code } = await make.answered();
  const input = make.grievance({ trackingCode: code });
  const { fileAppeal } = await bank.ask(null, APPEAL, { input });
  expect(fileAppeal).toMatchObject({ state: 'ACCEPTED', channel: null, filedBy: null, deciders: [], complaint: null });
  expect(await make.liveTriggers(id)).toEqual(['APPEAL_FILED E3']);
  const seen = await make.read(id, `${APPEALS} contacts(limit: 1) { kind summary }`);
  expect(seen.clocks).toContainEqual({ kind: 'APPEAL', state: 'RUNNING' });
  expect(seen.contacts).toEqual([{ kind: 'ACCEPTANCE', summary: expect.stringContaining('申诉已受理') }]);
  expect(seen.status).toBe('REPLIED');
});

test('the same try again is the same appeal, and while one waits there is no other', async () => {
  const { id, code } = await make.answered();
  const input = make.grievance({ trackingCode: code });
  const file = (more: object = {}) => bank.say(null, APPEAL, { input: { ...input, ...more } });
  const [one, two] = await Promise.all([file(), file()]);
  expect(one.data.fileAppeal.id).toBe(two.data.fileAppeal.id);
  const other = await Promise.all([1, 2].map((each) => file({ idempotencyKey: `other-key-${each}` })));
  expect(other.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['CONFLICT', 'CONFLICT']);
  expect((await make.read(id, 'appeals { state }')).appeals).toHaveLength(1);
});

test('staff appeal for a customer who asks them to, and an app for what it registered; nobody else', async () => {
  const { id } = await make.answered();
  expect(await make.refusal(null, APPEAL, { id, input: make.grievance() })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await make.refusal('southIntake', APPEAL, { id, input: make.grievance() })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await make.refusal('auditor', APPEAL, { id, input: make.grievance() })).toMatchObject({ code: 'FORBIDDEN' });
  await make.appealed('intake', id, { channel: 'ON_SITE' });
  expect((await make.read(id, APPEALS)).appeals).toMatchObject([
    { state: 'ACCEPTED', channel: 'ON_SITE', filedBy: { id: bank.staff.intake } },
  ]);
  const brought = await make.settled({}, 'app');
  const filed = await make.appealed('app', brought.id, { channel: 'MOBILE_APP' });
  expect(filed.state).toBe('ACCEPTED');
  expect((await make.read(brought.id, 'appeals { state reasons deciders { id } }', 'app')).appeals).toEqual([
    { state: 'ACCEPTED', reasons: null, deciders: [] },
  ]);
});

test('there is nothing to appeal against before a decision, and what is wrong is named', async () => {
  const { id } = await make.registered();
  const input = make.grievance({ trackingCode: await make.codeOf(id) });
  expect(await make.refusal(null, APPEAL, { input })).toMatchObject({ code: 'CONFLICT' });
  expect(await make.refusal('intake', APPEAL, { id, input: make.grievance() })).toMatchObject({ code: 'CONFLICT' });
  expect(await make.refusal('intake', APPEAL, { id, input: { grounds: ' ', idempotencyKey: 'x' } })).toEqual(
    wrong(['grounds', 'idempotencyKey']),
  );
});

test('too late it is on file as such, calls nobody and runs no clock', async () => {
  const { id, code } = await make.answered();
  const { appealClosesAt } = await make.read(id, 'appealClosesAt');
  bank.clock.set(new Date(appealClosesAt));
  const filed = (await bank.ask(null, APPEAL, { input: make.grievance({ trackingCode: code }) })).fileAppeal;
  expect(filed.state).toBe('OUT_OF_TIME');
  expect((await make.read(id, APPEALS)).clocks.filter(({ kind }: { kind: string }) => kind === 'APPEAL')).toEqual([]);
  expect(await make.liveTriggers(id)).toEqual([]);
  const again = make.grievance({ trackingCode: code });
  expect(await make.refusal(null, APPEAL, { input: again })).toMatchObject({ code: 'CONFLICT' });
});

test('only leaders who had no part in it decide, with reasons for the file and words for the customer', async () => {
  const { id } = await make.answered();
  const filed = await make.appealed('intake', id);
  expect(await make.refusal('office', DECIDE, { id: filed.id, input: make.ruling(filed.version) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  // Of the group above, as long as somebody is left in that of the branch.
  expect(await make.refusal('president', DECIDE, { id: filed.id, input: make.ruling(filed.version) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await make.refusal('northLeader', DECIDE, {
      id: filed.id,
      input: make.ruling(filed.version, { reasons: '', reply: '' }),
    }),
  ).toEqual(wrong(['reasons', 'reply']));
  await decide('northDeputy', filed);
  const seen = await make.read(id, `${APPEALS} contacts(limit: 1) { kind summary }`);
  expect(seen).toMatchObject({
    status: 'REPLIED',
    appeals: [{ state: 'DECIDED', decision: 'DISMISSED', decidedBy: { id: bank.staff.northDeputy } }],
    contacts: [{ kind: 'REPLY', summary: expect.stringContaining('维持原处理决定') }],
  });
  expect(seen.clocks).toContainEqual({ kind: 'APPEAL', state: 'MET' });
  expect(await make.liveTriggers(id)).toEqual([]);
  // A decision is appealed against once.
  expect(await make.refusal('intake', APPEAL, { id, input: make.grievance() })).toMatchObject({ code: 'CONFLICT' });
});

test('of two leaders who decide at once one does', async () => {
  const { id } = await make.answered();
  const filed = await make.appealed('intake', id);
  const rule = (who: 'northLeader' | 'northDeputy') =>
    bank.say(who, DECIDE, { id: filed.id, input: make.ruling(filed.version) });
  const answers = await Promise.all([rule('northLeader'), rule('northDeputy')]);
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
});

const handledBy = async (id: string, person: keyof TestBank['staff']) =>
  bank.app.pool.query('update complaint set lead_id = $2 where id = $1', [id, bank.staff[person]]);

test('a leader who led it does not decide, and is not called', async () => {
  const { id } = await make.answered();
  await handledBy(id, 'northLeader');
  const filed = (await bank.ask('intake', APPEAL, { id, input: make.grievance() })).fileAppeal;
  expect(filed.deciders).toEqual([{ id: bank.staff.northDeputy }]);
  expect(await make.refusal('northLeader', DECIDE, { id: filed.id, input: make.ruling(filed.version) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  const { escalations } = await make.read(id, 'escalations { trigger notices { staff { id } } }', 'northDeputy');
  expect(escalations.find(({ trigger }: { trigger: string }) => trigger === 'APPEAL_FILED').notices).toEqual([
    { staff: { id: bank.staff.northDeputy } },
  ]);
  await decide('northDeputy', filed);
});

test('where nobody of the group is left it climbs to the group of the superior unit', async () => {
  const of = { staffComplainedOfIds: [bank.staff.northDeputy] };
  const { id } = await make.answered(of);
  await handledBy(id, 'northLeader');
  const filed = (await bank.ask('intake', APPEAL, { id, input: make.grievance() })).fileAppeal;
  expect(filed.decidingUnit).toEqual({ id: bank.unit.head });
  expect(filed.deciders).toHaveLength(3);
  await decide('director', filed);
});

test('whoever works under a person complained of does not decide', async () => {
  const { pool } = bank.app;
  await pool.query('update staff set manager_id = $1 where id = $2', [bank.staff.outlet, bank.staff.northDeputy]);
  const { id } = await make.answered({ staffComplainedOfIds: [bank.staff.outlet] });
  const filed = (await bank.ask('intake', APPEAL, { id, input: make.grievance() })).fileAppeal;
  expect(filed.deciders).toEqual([{ id: bank.staff.northLeader }]);
  await pool.query('update staff set manager_id = null where id = $1', [bank.staff.northDeputy]);
});

test('the customer takes it back by the code, and may appeal again while there is time', async () => {
  const { id, code } = await make.answered();
  const filed = (await bank.ask(null, APPEAL, { input: make.grievance({ trackingCode: code }) })).fileAppeal;
  const back = { id: filed.id, input: { expectedVersion: filed.version, trackingCode: code } };
  const other = await make.answered();
  const foreign = { ...back, input: { ...back.input, trackingCode: other.code } };
  expect(await make.refusal(null, TAKE_BACK, foreign)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await make.refusal(null, TAKE_BACK, { id: filed.id, input: { expectedVersion: 1 } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await bank.ask(null, TAKE_BACK, back)).withdrawAppeal.state).toBe('WITHDRAWN');
  expect(await make.refusal(null, TAKE_BACK, back)).toMatchObject({ code: 'CONFLICT' });
  expect(await make.liveTriggers(id)).toEqual([]);
  expect((await make.read(id, APPEALS)).clocks).toContainEqual({ kind: 'APPEAL', state: 'CANCELLED' });
  expect((await make.appealed('intake', id)).state).toBe('ACCEPTED');
});

test('a file is not closed while an appeal waits', async () => {
  const { id } = await make.answered();
  await make.appealed('intake', id);
  const version = await make.versionOf(id);
  expect(await make.refusal('office', CLOSE, { id, input: { expectedVersion: version } })).toMatchObject({
    code: 'CONFLICT',
  });
});

test('what is upheld is handled anew in the same step', async () => {
  const { id } = await make.answered();
  const filed = await make.appealed('intake', id);
  const { decideAppeal } = await decide('northLeader', filed, { decision: 'PARTLY', reply: '退费金额将重新核算。' });
  expect(decideAppeal).toMatchObject({ state: 'DECIDED', complaint: { status: 'SCREENED' } });
  expect(await make.read(id, 'reopenedCount appealClosesAt repliedAt')).toEqual({
    reopenedCount: 1,
    appealClosesAt: null,
    repliedAt: null,
  });
});

test('how it is handled anew is said only where it is', async () => {
  const { id } = await make.answered();
  const { id: appealId, version } = await make.appealed('intake', id);
  const at = (more: object) => ({ id: appealId, input: make.ruling(version, more) });
  expect(await make.refusal('northLeader', DECIDE, at({ reopening: { level: 'MAJOR' } }))).toEqual(
    wrong(['reopening']),
  );
  const unknown = at({ decision: 'UPHELD', reopening: { categoryCode: 'NO_SUCH' } });
  expect(await make.refusal('northLeader', DECIDE, unknown)).toEqual(wrong(['reopening.categoryCode']));
  const light = at({ decision: 'UPHELD', reopening: { level: 'MAJOR', handlingMode: 'STANDARD' } });
  expect(await make.refusal('northLeader', DECIDE, light)).toEqual(wrong(['reopening.handlingMode']));
});

test('when somebody who decides leaves the bank, those decide who are left', async () => {
  const { id } = await make.answered();
  const filed = (await bank.ask('intake', APPEAL, { id, input: make.grievance() })).fileAppeal;
  expect(filed.deciders).toHaveLength(2);
  const staff = await bank.ask('admin', '{ staffMembers(filter: { text: "northDeputy" }) { items { id version } } }');
  const [{ id: leaver, version }] = staff.staffMembers.items;
  await deactivateStaff(new Context(bank.app, system), leaver, { expectedVersion: version } as never);
  expect((await make.read(id, 'appeals { deciders { id } }')).appeals[0].deciders).toEqual([
    { id: bank.staff.northLeader },
  ]);
});
