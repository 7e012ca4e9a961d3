import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, MERGE, openTestBank, REGISTER, plainComplaint, type TestBank } from './harness/bank.js';
import { heldOpen, Inquiry, letGo } from './endings.js';
import { handling, wrong, type Seen } from './handling.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
});
afterAll(() => bank.stop());

const into = (target: Seen, expectedVersion: number, more: object = {}) => ({
  expectedVersion,
  targetId: target.id,
  ...more,
});
const merge = async ({ id, version }: Seen, target: Seen, more: object = {}): Promise<Seen> =>
  (await bank.ask('office', MERGE, { id, input: into(target, version, more) })).mergeComplaint;
const refused = ({ id, version }: Seen, target: Seen, more: object = {}) =>
  make.refusal('office', MERGE, { id, input: into(target, version, more) });
const tracked = async (trackingCode: string) => {
  const query = `query ($code: String!) { trackComplaint(trackingCode: $code) { reference status messages { text } } }`;
  return (await bank.ask(null, query, { code: trackingCode })).trackComplaint;
};

test('the later one is closed and handled with the earlier; both codes show where it stands', async () => {
  const register = async () =>
    (
      await bank.ask('intake', REGISTER('id version reference trackingCode'), {
        input: plainComplaint({ orgUnitId: bank.unit.northOutlet }),
      })
    ).registerComplaint;
  const [first, second] = [await register(), await register()];
  await merge(second, first);
  const ended = await make.read(
    second.id,
    'status closedAt nextDueAt clocks { state } mergedInto { knownBy target { id } } contacts { summary }',
  );
  expect(ended).toMatchObject({
    status: 'CLOSED',
    closedAt: bank.clock.now().toISOString(),
    nextDueAt: null,
    mergedInto: { knownBy: 'PHONE', target: { id: first.id } },
  });
  expect(new Set(ended.clocks.map(({ state }: { state: string }) => state))).toEqual(new Set(['CANCELLED']));
  const [one, other] = [await tracked(first.trackingCode), await tracked(second.trackingCode)];
  expect(other).toEqual(one);
  expect(one).toMatchObject({ reference: first.reference, status: 'REGISTERED' });
  expect(one.messages.map(({ text }: { text: string }) => text)).toContainEqual(
    expect.stringContaining(`${second.reference} 与您此前的投诉 ${first.reference} 合并办理`),
  );
});

test('what was said about the later one is shown with the earlier, also to who handles only that', async () => {
  const target = await make.assigned(bank.staff.southTeller);
  const later = await make.registered();
  await merge(later, target);
  const query = COMPLAINT('duplicates { mergedBy { id } complaint { content contacts { kind } } }');
  const { complaint } = await bank.ask('southTeller', query, { id: target.id });
  expect(complaint.duplicates).toEqual([
    {
      mergedBy: { id: bank.staff.office },
      complaint: { content: expect.any(String), contacts: [{ kind: 'PROGRESS' }, { kind: 'ACK' }] },
    },
  ]);
});

test('another complainant is refused, whatever is said; other contact data need to be explained', async () => {
  const target = await make.registered({
    complainant: { name: '张三丰', phone: '13800001111', idNumber: '11010519491231002X' },
  });
  const other = await make.registered({ complainant: { name: '李四', phone: '13900002222' } });
  const reason = '客户来电说明系同一事项，已核对身份。';
  expect(await refused(other, target, { reason })).toEqual(wrong(['targetId']));
  const otherId = { name: '张三丰', phone: '13800001111', idNumber: '440524188001010014' };
  expect(await refused(await make.registered({ complainant: { ...otherId, idNumber: 'E12345678' } }), target)).toEqual(
    wrong(['targetId']),
  );
  const moved = await make.registered({ complainant: { name: '张三丰', email: 'zhang@example.com' } });
  expect(await refused(moved, target)).toEqual(wrong(['reason']));
  await merge(moved, target, { reason });
  expect(await make.read(moved.id, 'mergedInto { knownBy reason }')).toEqual({
    mergedInto: { knownBy: 'STATED', reason },
  });
});

test('never into itself, an ended or a later one, or one that is lighter', async () => {
  const first = await make.registered();
  expect(await refused(first, first)).toEqual(wrong(['targetId']));
  expect(await refused(first, { id: 'nothing', version: 1 })).toEqual(wrong(['targetId']));
  const grave = await make.registered({ riskFlags: ['REPUTATION'] });
  expect(await refused(grave, first)).toEqual(wrong(['targetId']));
  bank.clock.advance({ minutes: 1 });
  const later = await make.registered();
  expect(await refused(first, later)).toEqual(wrong(['targetId']));
  await merge(later, first);
  const third = await make.registered();
  // No chains: what is merged takes nothing in, and what has taken in is not merged.
  expect(await refused(third, later)).toEqual(wrong(['targetId']));
  const { version } = await make.read(first.id, 'version');
  expect(await refused({ id: first.id, version }, grave)).toMatchObject({ code: 'CONFLICT' });
});

test('calls about the later one are let go where the earlier calls as well', async () => {
  const flags = { riskFlags: ['REPUTATION'] };
  const [first, second] = [await make.registered(flags), await make.registered(flags)];
  await merge(second, first);
  expect(await make.liveTriggers(second.id)).toEqual([]);
  expect(await make.liveTriggers(first.id)).toEqual(['REPUTATION E3']);
});

test('what is grave in a way that calls nobody about the earlier one stays with those above', async () => {
  const first = await make.registered({ level: 'URGENT' });
  const second = await make.registered({ categoryCode: 'FRAUD' });
  await merge(second, first);
  expect(await make.liveTriggers(second.id)).toEqual(['FRAUD_OR_ACCOUNT E3']);
});

test('only the desk merges, before anybody is asked to take it over', async () => {
  const [first, second] = [await make.registered(), await make.registered()];
  const input = into(first, second.version);
  expect(await make.refusal('intake', MERGE, { id: second.id, input })).toMatchObject({ code: 'FORBIDDEN' });
  const offered = await make.assigned();
  expect(await refused(offered, first)).toMatchObject({ code: 'CONFLICT' });
});

test('what something above holds open is not closed by merging, until it lets go', async () => {
  const [first, second] = [await make.registered(), await make.registered()];
  const inquiry = new Inquiry();
  await heldOpen(bank, second.id, inquiry);
  await heldOpen(bank, second.id, inquiry);
  const { version, holds } = await make.read(second.id, 'version holds { reason releasedAt }');
  expect(holds).toEqual([{ reason: 'An inquiry goes on', releasedAt: null }]);
  expect(await refused({ id: second.id, version }, first)).toMatchObject({ code: 'CONFLICT' });
  await letGo(bank, second.id, inquiry);
  await merge(await make.read(second.id, 'id version'), first);
  const { holds: after, events } = await make.read(second.id, 'holds { releasedAt } events { kind }');
  expect(after).toEqual([{ releasedAt: bank.clock.now().toISOString() }]);
  expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['HELD', 'RELEASED']));
});

test('a reaction of an upper floor may hold what happens below, in the same transaction', async () => {
  const inquiry = new Inquiry();
  const { hold } = await import('../server/src/complaints/holds/complaint-hold.actions.js');
  const { Complaint } = await import('../server/src/complaints/complaint/complaint.js');
  const before = bank.app.reactions;
  bank.app.reactions = [
    ...before,
    {
      'complaint.riskFlagsSet': async (ctx, [event]) =>
        hold(ctx, await ctx.em.findOneOrFail(Complaint, event!.subjectId), inquiry, 'test.inquiry'),
    },
  ];
  const { id, version } = await make.registered();
  const set = `mutation ($id: ID!, $input: SetRiskFlagsInput!) { setRiskFlags(id: $id, input: $input) { holds { reason } } }`;
  const input = { expectedVersion: version, riskFlags: ['REPUTATION'] };
  await bank.ask('office', set, { id, input });
  bank.app.reactions = before;
  expect(await make.read(id, 'holds { reason }')).toEqual({ holds: [{ reason: 'An inquiry goes on' }] });
});
