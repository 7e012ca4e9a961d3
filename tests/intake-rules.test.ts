import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CLAIM,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  REGISTER,
  rowCounts,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const register = async (who: Speaker, more: object, fields = 'id') =>
  (await bank.ask(who, REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;
const wrongFields = async (who: Speaker, more: object) => {
  const before = await rowCounts(bank);
  const { extensions } = await bank.refusal(who, REGISTER(), { input: plainComplaint(more) });
  expect(extensions.code).toBe('BAD_USER_INPUT');
  expect(await rowCounts(bank)).toEqual(before);
  return Object.keys(extensions.fields!);
};
const ago = (days: number, hours = 0) =>
  new Date(bank.clock.now().getTime() - (days * 24 + hours) * 3_600_000).toISOString();

describe('a channel key', () => {
  test('registers for its own unit by default, and for those below', async () => {
    const units = 'orgUnit { id } registeredUnit { id }';
    expect(await register('app', {}, units)).toEqual({
      orgUnit: { id: bank.unit.north },
      registeredUnit: { id: bank.unit.north },
    });
    expect(await register('app', { orgUnitId: bank.unit.northOutlet }, units)).toEqual({
      orgUnit: { id: bank.unit.northOutlet },
      registeredUnit: { id: bank.unit.north },
    });
  });

  test('registers neither for other units nor for those above', async () => {
    for (const orgUnitId of [bank.unit.south, bank.unit.southOutlet, bank.unit.head])
      expect(await wrongFields('app', { orgUnitId })).toEqual(['orgUnitId']);
  });

  test('brings complaints by its channels only', async () => {
    await register('otherApp', { channel: 'ONLINE' });
    expect(await wrongFields('otherApp', { channel: 'PHONE' })).toEqual(['channel']);
  });

  test('is told nothing in clear, not even what it sent', async () => {
    const sent = { content: '请回电 13911112222', complainant: { name: '王小明', phone: '13911112222' } };
    const answer = JSON.stringify(await register('app', sent, 'content title complainant { name phone }'));
    expect(answer).not.toMatch(/13911112222|王小明/);
  });
});

test('staff register for any unit of the bank', async () => {
  for (const orgUnitId of [bank.unit.southOutlet, bank.unit.head])
    expect(await register('teller', { orgUnitId }, 'orgUnit { id }')).toEqual({ orgUnit: { id: orgUnitId } });
});

test('nobody registers without a sign-in or with a key that opens nothing', async () => {
  const input = plainComplaint();
  expect((await bank.refusal(null, REGISTER(), { input })).extensions.code).toBe('UNAUTHENTICATED');
  const caller = { headers: { authorization: 'Bearer jkey_wrong' } };
  const { errors } = await bank.request(REGISTER(), { input }, caller);
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

describe('a complaint of the past', () => {
  const historical = { closedAt: '2026-03-01T00:00:00.000Z', resolutionSummary: '已退还手续费' };
  const past = { historical, receivedAt: '2026-02-01T00:00:00.000Z' };
  const fields = `id status isHistorical closedAt repliedAt resolutionSummary nextDueAt isOverdue clocks { id }
    contacts { id } escalations { id } events { kind }`;

  test('is filed closed: no clock, no receipt, no escalation, however grave', async () => {
    const complaint = await register(
      'app',
      { ...past, categoryCode: 'FRAUD', level: 'URGENT', riskFlags: ['MEDIA', 'FUND_SAFETY'] },
      fields,
    );
    expect(complaint).toMatchObject({
      status: 'CLOSED',
      isHistorical: true,
      closedAt: historical.closedAt,
      repliedAt: historical.closedAt,
      resolutionSummary: historical.resolutionSummary,
      nextDueAt: null,
      isOverdue: false,
      clocks: [],
      contacts: [],
      escalations: [],
      events: [],
    });
    const { rows } = await bank.app.pool.query('select 1 from escalation where complaint_id = $1', [complaint.id]);
    expect(rows).toEqual([]);
  });

  test('is taken only from a key that may import', async () => {
    expect(await wrongFields('otherApp', { ...past, channel: 'ONLINE' })).toEqual(['historical']);
    expect(await wrongFields('intake', past)).toEqual(['historical']);
  });

  test('closes after receipt and not in the future', async () => {
    const at = (closedAt: string) => ({ ...past, historical: { ...historical, closedAt } });
    expect(await wrongFields('app', at('2026-01-31T00:00:00.000Z'))).toEqual(['historical.closedAt']);
    expect(await wrongFields('app', at('2027-01-31T00:00:00.000Z'))).toEqual(['historical.closedAt']);
  });

  test('tells no password either', async () => {
    const resolutionSummary = '客户密码是 hunter2，已重置';
    expect(await wrongFields('app', { ...past, historical: { ...historical, resolutionSummary } })).toEqual([
      'historical.resolutionSummary',
    ]);
  });
});

describe('what was received', () => {
  test('exactly seven days ago is taken, earlier is not', async () => {
    expect(await register('intake', { receivedAt: ago(7) }, 'receivedAt')).toEqual({ receivedAt: ago(7) });
    expect(await wrongFields('intake', { receivedAt: ago(7, 1) })).toEqual(['receivedAt']);
  });

  test('earlier is taken as a letter with posting date and reason', async () => {
    const letter = { channel: 'LETTER', receivedAt: ago(20), postedAt: ago(22), lateReason: '收发室移交延误' };
    expect(await register('intake', letter, 'receivedAt postedAt')).toEqual({ receivedAt: ago(20), postedAt: ago(22) });
    expect(await wrongFields('intake', { ...letter, lateReason: undefined })).toEqual(['receivedAt']);
    expect(await wrongFields('intake', { ...letter, lateReason: '  ' })).toContain('receivedAt');
    expect(await wrongFields('intake', { ...letter, postedAt: undefined })).toEqual(['receivedAt']);
    expect(await wrongFields('intake', { ...letter, channel: 'EMAIL' })).toEqual(['receivedAt', 'postedAt']);
  });

  test('cannot lie in the future, nor before it was posted or happened', async () => {
    expect(await wrongFields('intake', { receivedAt: ago(0, -1) })).toEqual(['receivedAt']);
    expect(await wrongFields('intake', { channel: 'LETTER', postedAt: ago(0, -1) })).toEqual(['postedAt']);
    expect(await wrongFields('intake', { occurredAt: ago(0, -1) })).toEqual(['occurredAt']);
  });
});

describe('who answers for it', () => {
  const who = 'id version firstHandler { id } responsible { id } registeredBy { id }';
  const be = (name: keyof TestBank['staff']) => ({ id: bank.staff[name] });

  test('the person asked first is first handler', async () => {
    expect(await register('teller', {}, who)).toMatchObject({ firstHandler: be('teller'), responsible: be('teller') });
  });

  const broughtByApp = async (more: object) => {
    const { id } = await register('app', more);
    return (await bank.ask('officeClerk', COMPLAINT(who), { id })).complaint;
  };

  test('of what an app brings: the leader of the unit’s team, else of its desk', async () => {
    expect(await broughtByApp({ orgUnitId: bank.unit.northOutlet })).toMatchObject({
      firstHandler: null,
      responsible: be('outlet'),
    });
    for (const orgUnitId of [bank.unit.northSub, bank.unit.north])
      expect(await broughtByApp({ orgUnitId })).toMatchObject({ responsible: be('office') });
  });

  test('somebody claims what an app brought, and only the first', async () => {
    const { id, version } = await register('app', { orgUnitId: bank.unit.northOutlet }, who);
    const { claimComplaint } = await bank.ask('intake', CLAIM.replace('id version }', `${who} }`), {
      id,
      version,
    });
    expect(claimComplaint).toMatchObject({ firstHandler: be('intake'), responsible: be('intake') });
    const again = await bank.refusal('outlet', CLAIM, { id, version: version + 1 });
    expect(again.extensions.code).toBe('CONFLICT');
  });

  test('of two who claim at once, one does', async () => {
    const { id, version } = await register('app', { orgUnitId: bank.unit.northOutlet }, who);
    const answers = await Promise.all(
      (['outlet', 'intake', 'office'] as const).map((name) => bank.say(name, CLAIM, { id, version })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
  });

  test('never somebody complained of: not the leader on duty', async () => {
    const named = { orgUnitId: bank.unit.northOutlet, staffComplainedOfIds: [bank.staff.outlet] };
    expect(await broughtByApp(named)).toMatchObject({ responsible: be('office') });
  });

  test('never somebody complained of: not whoever wrote it down', async () => {
    const named = { staffComplainedOfIds: [bank.staff.teller] };
    const complaint = await register('teller', named, 'id registeredBy { id }');
    expect(complaint.registeredBy).toEqual(be('teller'));
    const read = await bank.ask('office', COMPLAINT('firstHandler { id } responsible { id }'), { id: complaint.id });
    expect(read.complaint).toEqual({ firstHandler: null, responsible: be('outlet') });
  });
});

test('the customer gets a receipt that names number and limit, and does not count as a response', async () => {
  const { contacts, reference, clocks } = await register(
    'app',
    { level: 'URGENT' },
    'reference contacts { kind direction channel isCustomerVisible by { id } summary } clocks { state }',
  );
  expect(contacts).toMatchObject([
    { kind: 'ACK', direction: 'OUTBOUND', channel: 'PHONE', isCustomerVisible: true, by: null },
  ]);
  expect(contacts[0].summary).toContain(reference);
  expect(contacts[0].summary).toContain('2 小时');
  expect(clocks).toEqual([{ state: 'RUNNING' }, { state: 'RUNNING' }]);
});

test('numbers carry the year of the bank, which turns at midnight in Shanghai', async () => {
  bank.clock.set(new Date('2026-12-31T16:00:01Z'));
  const { reference, escalations } = await register(
    'office',
    { categoryCode: 'FRAUD' },
    'reference escalations { reference }',
  );
  expect(reference).toMatch(/^TS-2027-/);
  expect(escalations[0].reference).toMatch(/^SJ-2027-/);
});
