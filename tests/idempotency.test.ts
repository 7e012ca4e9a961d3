import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  COMPLAINT,
  freshKey,
  openTestBank,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  rowCounts,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

test('A26: the key of somebody else opens nothing and collides with nothing', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  const first = (await bank.ask('app', REGISTER('id trackingCode'), { input })).registerComplaint;
  for (const who of ['intake', 'otherApp', 'southTeller'] as const) {
    const own = { ...input, channel: 'ONLINE' };
    const theirs = (await bank.ask(who, REGISTER('id trackingCode'), { input: own })).registerComplaint;
    expect([theirs.id === first.id, theirs.trackingCode === first.trackingCode]).toEqual([false, false]);
  }
  expect((await bank.refusal('southTeller', COMPLAINT('id'), { id: first.id })).extensions.code).toBe('NOT_FOUND');
  const again = (await bank.ask('app', REGISTER('id trackingCode'), { input })).registerComplaint;
  expect(again).toEqual(first);
});

test('A26: the same key with another body is CONFLICT, whatever differs, and nothing is stored', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  await bank.ask('app', REGISTER('id'), { input });
  const before = await rowCounts(bank);
  const others = [
    { content: '另一件事' },
    { channel: 'ONLINE' },
    { complainant: { name: '李四光', phone: '13800001111' } },
    { orgUnitId: bank.unit.north },
    { level: 'MAJOR' },
    { customerDemand: '赔偿' },
  ];
  for (const other of others) {
    const { code } = (await bank.refusal('app', REGISTER('id'), { input: { ...input, ...other } })).extensions;
    expect([other, code]).toEqual([other, 'CONFLICT']);
  }
  expect(await rowCounts(bank)).toEqual(before);
});

test('A26: a key of a word with the customer belongs to its complaint, caller and body', async () => {
  const register = async () =>
    (await bank.ask('app', REGISTER('id'), { input: plainComplaint({ orgUnitId: bank.unit.northOutlet }) }))
      .registerComplaint.id;
  const [one, another] = [await register(), await register()];
  const contacts = async (id: string) =>
    (await bank.ask('office', COMPLAINT('contacts { id }'), { id })).complaint.contacts.length as number;
  const before = [await contacts(one), await contacts(another)];
  const input = progress({ idempotencyKey: freshKey() });
  await bank.ask('office', RECORD, { id: one, input });
  await bank.ask('office', RECORD, { id: one, input });
  expect(await contacts(one)).toBe(before[0]! + 1);
  const other = { ...input, summary: '别的话' };
  expect((await bank.refusal('office', RECORD, { id: one, input: other })).extensions.code).toBe('CONFLICT');
  await bank.ask('office', RECORD, { id: another, input });
  await bank.ask('intake', RECORD, { id: one, input: other });
  expect([await contacts(one), await contacts(another)]).toEqual([before[0]! + 2, before[1]! + 1]);
});
