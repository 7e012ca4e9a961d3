import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { at, clocking, midnightAfter, type Clock } from '../clocking.js';
import { openSendingBank } from '../sending.js';
import { openTestBank, plainComplaint, REGISTER, rowCounts, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-03-02 09:00')) });
});
afterAll(() => bank.stop());

const { read, clockOf, liveOf, registeredAt, tell, sweepAt, settle, changeLevel } = clocking(() => bank);

const register = async (more: object, fields: string) =>
  (await bank.ask('intake', REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;
const wrongFields = async (input: object) => {
  const before = await rowCounts(bank);
  const { extensions } = await bank.refusal('intake', REGISTER(), { input });
  expect(extensions.code).toBe('BAD_USER_INPUT');
  expect(await rowCounts(bank)).toEqual(before);
  return Object.keys(extensions.fields!);
};

// Guard: the values of Subject and Channel in complaints/enumerations.ts and org/channel.ts; `place` in fileComplaint.
test('D3-1.1 a complaint is about a product, service, process, person or system, by e-mail or face to face', async () => {
  for (const subject of ['PRODUCT', 'SERVICE', 'PROCESS', 'STAFF', 'SYSTEM', 'OTHER'])
    expect(await register({ subject, channel: 'EMAIL' }, 'subject channel')).toEqual({ subject, channel: 'EMAIL' });
  const faceToFace = { channel: 'ON_SITE', place: '北门网点大堂' };
  expect(await register(faceToFace, 'channel place')).toEqual(faceToFace);
});

// Guard: `leastLevels` in plans/default-pack.ts, which `leastLevel` of plans/policy.ts reads.
test.each(['FRAUD', 'ACCOUNT_SECURITY'])('D3-1.2a a complaint of %s is at least a major one', async (categoryCode) => {
  for (const [level, made] of [
    ['SUGGESTION', 'MAJOR'],
    ['GENERAL', 'MAJOR'],
    ['URGENT', 'URGENT'],
  ])
    expect(await register({ categoryCode, level }, 'level')).toEqual({ level: made });
});

// Guard: `complaint.belowLeastLevel` in changeLevel of complaints/complaint/change-level.actions.ts.
test('D3-1.2a a complaint of account security or fraud stays at least a major one', async () => {
  for (const categoryCode of ['FRAUD', 'ACCOUNT_SECURITY']) {
    const id = await registeredAt('2026-03-02 10:00', { categoryCode });
    const { errors } = await changeLevel(id, 'GENERAL');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: { level: '投诉类别或风险标识要求至少为更高的等级' },
    });
    expect(await read(id)).toMatchObject({ level: 'MAJOR', levelHistory: [] });
  }
});

// Guard: the level that checkIntake of complaints/intake/check-intake.ts begins from; the two are in code-list-seed.ts.
test('D3-1.2b poor service and inconvenience are general complaints unless somebody says more', async () => {
  for (const categoryCode of ['SERVICE_QUALITY', 'INCONVENIENCE'])
    expect(await register({ categoryCode }, 'level category { code }')).toEqual({
      level: 'GENERAL',
      category: { code: categoryCode },
    });
});

// Each wrong field has its line: contactNeeded in checkComplainant (complaints/complainant/personal-data.ts); content,
// timeLost and future in checkTexts and checkTimes (complaints/intake/check-intake.ts). Removing one makes this fail.
test('D3-2.3.1 who complains, when and about what is written down, or the field is named', async () => {
  expect(await wrongFields(plainComplaint({ complainant: { name: '张三丰' } }))).toEqual(['complainant.phone']);
  expect(await wrongFields(plainComplaint({ content: '   ' }))).toEqual(['content']);
  expect(await wrongFields(plainComplaint({ receivedAt: null }))).toEqual(['receivedAt']);
  const tomorrow = new Date(bank.clock.now().getTime() + 86_400_000).toISOString();
  expect(await wrongFields(plainComplaint({ receivedAt: tomorrow }))).toEqual(['receivedAt']);
  const nobody = { complainant: { anonymous: true } };
  expect(await register(nobody, 'receivedAt')).toEqual({ receivedAt: bank.clock.now().toISOString() });
  const anHourAgo = new Date(bank.clock.now().getTime() - 3_600_000).toISOString();
  expect(await register({ receivedAt: anHourAgo }, 'receivedAt')).toEqual({ receivedAt: anHourAgo });
});

// Guard: `tellCustomer` in startWork of complaints/intake/register-complaint.ts, and `queueMessages` of
// complaints/sending/sending.reactions.ts, in the same transaction; without either nothing is sent.
test('D3-2.2a the receipt is queued with the complaint and leaves at once', async () => {
  const open = await openSendingBank();
  try {
    const { id, reference } = await open.register();
    expect(await open.messages(id)).toMatchObject([{ kind: 'ACK', delivery: { channel: 'SMS', state: 'QUEUED' } }]);
    await open.bank.send();
    expect(open.sms.calls.map(({ body }) => body.text)).toEqual([expect.stringContaining(reference)]);
    expect(await open.only(id)).toMatchObject({ state: 'SENT', sentAt: open.bank.clock.now().toISOString() });
  } finally {
    await open.stop();
  }
});

// Guard: `noteProgress` in complaints/clocks/clocks.actions.ts starts the next round; PROGRESS_MISSED is in
// escalations/triggers.ts.
test('D3-2.2c after the first response each word starts the time until the next, until the customer has an answer', async () => {
  const id = await registeredAt('2026-03-02 10:00', { level: 'GENERAL' }, false);
  expect(await clockOf(id, 'PROGRESS')).toBeUndefined();
  await tell(id);
  expect(await clockOf(id, 'PROGRESS')).toMatchObject({ state: 'RUNNING', dueAt: midnightAfter('2026-03-05') });
  await sweepAt('2026-03-05 23:59');
  expect(await liveOf(id)).not.toContain('PROGRESS_MISSED E2');
  await sweepAt('2026-03-06 00:00');
  expect(await liveOf(id)).toContain('PROGRESS_MISSED E2');
  await tell(id);
  expect(await liveOf(id)).not.toContain('PROGRESS_MISSED E2');
  const rounds = async () =>
    (await read(id)).clocks.filter(({ kind }: Clock) => kind === 'PROGRESS').map(({ state }: Clock) => state);
  expect(await rounds()).toEqual(['BREACHED', 'RUNNING']);
  await settle(id);
  await tell(id);
  expect(await rounds()).toEqual(['BREACHED', 'MET']);
});
