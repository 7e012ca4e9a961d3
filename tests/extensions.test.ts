import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ManualClock } from '../server/src/kernel/clock.js';
import { defaultPack } from '../server/src/plans/default-pack.js';
import { at, clocking, midnightAfter, type Clock } from './clocking.js';
import { moreTime } from './endings.js';
import { openTestBank, REQUEST_EXTENSION, REVIEW_EXTENSION, type Speaker, type TestBank } from './harness/bank.js';
import { handling, wrong, type Seen } from './handling.js';
import { planning } from './plans.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-03-02 09:00')) });
  make = handling(bank);
});
afterAll(() => bank.stop());
beforeEach(() => bank.clock.set(at('2026-03-02 10:00')));
const { clockOf, liveOf, sweepAt } = clocking(() => bank);

const asked = async (it: Seen, more: object = {}, who: Speaker = 'handler'): Promise<Seen> => {
  const input = { ...moreTime, expectedVersion: it.version, ...more };
  return (await bank.ask(who, REQUEST_EXTENSION, { id: it.id, input })).requestExtension;
};
const refusedAsking = ({ id, version }: Seen, more: object = {}, who: Speaker = 'handler') =>
  make.refusal(who, REQUEST_EXTENSION, { id, input: { ...moreTime, expectedVersion: version, ...more } });
const verdict = (expectedVersion: number, more: object = {}) => ({ expectedVersion, decision: 'APPROVE', ...more });
const decided = async (who: Speaker, { id, version }: Seen, more: object = {}): Promise<Seen> =>
  (await bank.ask(who, REVIEW_EXTENSION, { id, input: verdict(version, more) })).reviewExtension;
const refusedDeciding = (who: Speaker, { id, version }: Seen, more: object = {}) =>
  make.refusal(who, REVIEW_EXTENSION, { id, input: verdict(version, more) });

test('nothing moves until somebody else approves; then the clock, its history, and what the customer is told', async () => {
  const it = await asked(await make.investigated());
  expect(await clockOf(it.id, 'RESOLUTION')).toMatchObject({ dueAt: midnightAfter('2026-03-05') });
  expect(await make.read(it.id, 'extensions { state workingDayCount dueAt needsLeaders requestedBy { id } }')).toEqual({
    extensions: [
      {
        state: 'REQUESTED',
        workingDayCount: 8,
        dueAt: midnightAfter('2026-03-12'),
        needsLeaders: false,
        requestedBy: { id: bank.staff.handler },
      },
    ],
  });
  await decided('office', it);
  expect(await clockOf(it.id, 'RESOLUTION')).toMatchObject({
    dueAt: midnightAfter('2026-03-12'),
    limitCount: 8,
    limitUnit: 'WORKING_DAY',
    revisions: [{ reason: 'EXTENSION', limitCount: 3, limitUnit: 'WORKING_DAY', dueAt: midnightAfter('2026-03-05') }],
  });
  const { extensions, contacts } = await make.read(
    it.id,
    'extensions { state decidedBy { id } } contacts { kind summary isCustomerVisible }',
  );
  expect(extensions).toEqual([{ state: 'APPROVED', decidedBy: { id: bank.staff.office } }]);
  expect(contacts[0]).toMatchObject({ kind: 'EXTENSION', isCustomerVisible: true });
  expect(contacts[0].summary).toContain(`原因：${moreTime.reason}`);
  expect(contacts[0].summary).toContain('2026-03-12');
});

test('a warning is let go when there is time again', async () => {
  const { id } = await make.investigated();
  await sweepAt('2026-03-05 12:00');
  expect(await liveOf(id)).toContain('SLA_WARNING E2');
  const it = await asked(await make.read(id, 'id version'));
  await decided('office', it);
  expect(await liveOf(id)).not.toContain('SLA_WARNING E2');
});

test('refused with a reason nothing changes, and who asked may ask once more', async () => {
  const it = await asked(await make.investigated());
  expect(await refusedDeciding('office', it, { decision: 'REFUSE' })).toEqual(wrong(['comment']));
  const after = await decided('office', it, { decision: 'REFUSE', comment: '现有材料已足够答复。' });
  expect(await clockOf(it.id, 'RESOLUTION')).toMatchObject({ limitCount: 3, revisions: [] });
  expect(await make.read(it.id, 'extensions { state comment } contacts { kind }')).toMatchObject({
    extensions: [{ state: 'REFUSED', comment: '现有材料已足够答复。' }],
    contacts: expect.not.arrayContaining([{ kind: 'EXTENSION' }]),
  });
  await asked(after);
});

test('one request waits at a time, and who asked does not decide', async () => {
  const desks = await make.assigned(bank.staff.office);
  const it = await asked(desks, {}, 'office');
  expect(await refusedAsking(it, {}, 'office')).toMatchObject({ code: 'CONFLICT' });
  expect(await refusedDeciding('office', it)).toMatchObject({ code: 'CONFLICT' });
  await decided('officeClerk', it);
});

test('the second time the leaders decide', async () => {
  const first = await decided('office', await asked(await make.investigated()));
  const second = await asked(first, { workingDayCount: 10 });
  expect(await refusedDeciding('office', second)).toMatchObject({ code: 'CONFLICT' });
  await decided('northLeader', second);
  expect(await clockOf(second.id, 'RESOLUTION')).toMatchObject({ limitCount: 10 });
});

test('what is no longer, too long or unexplained is named, and after the end it is too late', async () => {
  const it = await make.investigated();
  expect(await refusedAsking(it, { workingDayCount: 3 })).toEqual(wrong(['workingDayCount']));
  expect(await refusedAsking(it, { workingDayCount: 0, reason: '忙' })).toEqual(wrong(['reason', 'workingDayCount']));
  await sweepAt('2026-03-06 00:00');
  const { version } = await make.read(it.id, 'version');
  expect(await refusedAsking({ id: it.id, version })).toMatchObject({ code: 'CONFLICT' });
});

test('a request that nobody decides before the end lapses with the clock', async () => {
  const { id } = await asked(await make.investigated());
  await sweepAt('2026-03-06 00:00');
  const { version, extensions } = await make.read(id, 'version extensions { state }');
  expect(extensions).toEqual([{ state: 'LAPSED' }]);
  expect(await refusedDeciding('office', { id, version })).toMatchObject({ code: 'CONFLICT' });
});

test('only who handles it asks', async () => {
  const it = await make.investigated();
  expect(await refusedAsking(it, {}, 'intake')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusedDeciding('handler', await asked(it))).toMatchObject({ code: 'FORBIDDEN' });
});

test('another level sets the limit anew, whatever was approved before', async () => {
  const { id } = await decided('office', await asked(await make.investigated()));
  await clocking(() => bank).changeLevel(id, 'MAJOR');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ limitCount: 5, dueAt: midnightAfter('2026-03-09') });
});

test('a regulation’s limit moves as far as it must and may, with the leaders’ approval at its longest', async () => {
  await planning(bank).issue({ policy: { ...defaultPack, regulations: ['CN_2020_3'] } });
  const legal = async (id: string) => (await clockOf(id, 'REGULATORY')) as Clock & { limitCount: number };
  const simple = await make.investigated();
  expect(await legal(simple.id)).toMatchObject({ limitCount: 15, dueAt: midnightAfter('2026-03-17') });
  expect(await refusedAsking(simple, { workingDayCount: 60 })).toEqual(wrong(['workingDayCount']));
  const long = await asked(simple, { workingDayCount: 15 });
  expect(await make.read(long.id, 'extensions { needsLeaders }')).toEqual({ extensions: [{ needsLeaders: true }] });
  await decided('northLeader', long);
  expect(await legal(long.id)).toMatchObject({
    limitCount: 60,
    dueAt: midnightAfter('2026-05-01'),
    revisions: [{ reason: 'EXTENSION', limitCount: 15 }],
  });
});
