import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CLAIM,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const register = async (who: Speaker, more: object = {}, fields = 'id version trackingCode reference') =>
  (await bank.ask(who, REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;
const idsOf = async (who: Speaker, list = 'complaints') =>
  (await bank.ask(who, `{ ${list} { totalCount items { id } } }`))[list];

describe('a person complained of', () => {
  test.each(['outlet', 'office', 'northLeader', 'president', 'auditor', 'intake'] as const)(
    '%s sees neither row nor count nor escalation, by whatever role',
    async (who) => {
      const before = [await idsOf(who), await idsOf(who, 'escalations')];
      const { id } = await register('teller', {
        orgUnitId: bank.unit.northOutlet,
        riskFlags: ['REPUTATION'],
        staffComplainedOfIds: [bank.staff[who]],
      });
      expect([await idsOf(who), await idsOf(who, 'escalations')]).toEqual(before);
      expect((await bank.refusal(who, COMPLAINT('id'), { id })).extensions.code).toBe('NOT_FOUND');
      expect((await bank.refusal(who, RECORD, { id, input: progress() })).extensions.code).toBe('NOT_FOUND');
      expect((await bank.refusal(who, RAISE, { id })).extensions.code).toBe('NOT_FOUND');
    },
  );

  test('may write it down, and no longer sees it then', async () => {
    const named = { staffComplainedOfIds: [bank.staff.teller] };
    const { id, allowedActions } = await register('teller', named, 'id allowedActions { code }');
    expect(allowedActions).toEqual([]);
    expect((await bank.refusal('teller', COMPLAINT('id'), { id })).extensions.code).toBe('NOT_FOUND');
    expect((await bank.refusal('teller', RAISE, { id })).extensions.code).toBe('NOT_FOUND');
  });
});

describe('a channel app', () => {
  test('sees what it brought and nothing of others, and no work of the bank on it', async () => {
    const mine = await register('app', { orgUnitId: bank.unit.northOutlet, channel: 'ONLINE', categoryCode: 'FRAUD' });
    await register('intake', { channel: 'ONLINE' });
    const theirs = await register('otherApp', { channel: 'ONLINE' });
    await bank.ask('intake', CLAIM, { id: mine.id, version: 1 });
    for (const kind of ['SOOTHING', 'LISTENING', 'PROGRESS'])
      await bank.ask('intake', RECORD, { id: mine.id, input: progress({ kind, summary: `note of ${kind}` }) });
    await bank.ask('app', RECORD, { id: mine.id, input: progress({ kind: 'LISTENING', direction: 'INBOUND' }) });
    const { complaint } = await bank.ask(
      'app',
      COMPLAINT(`registeredBy { name } firstHandler { name } responsible { name } staffComplainedOf { name }
        escalations { id } contacts { kind direction by { name } } events { kind actor { name } } clocks { state }`),
      { id: mine.id },
    );
    expect(complaint).toMatchObject({
      registeredBy: null,
      firstHandler: null,
      responsible: null,
      staffComplainedOf: [],
      escalations: [],
      clocks: [{ state: 'MET' }, { state: 'RUNNING' }, { state: 'RUNNING' }],
    });
    expect(complaint.contacts).toEqual([
      { kind: 'LISTENING', direction: 'INBOUND', by: null },
      { kind: 'PROGRESS', direction: 'OUTBOUND', by: null },
      { kind: 'ACK', direction: 'OUTBOUND', by: null },
    ]);
    expect(complaint.events.every(({ actor }: { actor: unknown }) => actor === null)).toBe(true);
    expect((await bank.refusal('app', COMPLAINT('id'), { id: theirs.id })).extensions.code).toBe('NOT_FOUND');
    expect((await idsOf('otherApp')).items).toEqual([{ id: theirs.id }]);
  });

  test('is not told through an event what it may not read as a contact', async () => {
    const { id } = await register('app');
    await bank.ask('office', RECORD, { id, input: progress({ kind: 'SOOTHING', summary: '内部备注' }) });
    const { complaint } = await bank.ask('app', COMPLAINT('events { kind contact { summary } }'), { id });
    expect(JSON.stringify(complaint)).not.toContain('内部备注');
  });

  test('speaks only for the customer', async () => {
    const { id } = await register('app');
    const { extensions } = await bank.refusal('app', RECORD, { id, input: progress() });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { direction: expect.any(String) } });
  });
});

describe('the tracking code', () => {
  const TRACK = (fields = 'reference') =>
    `query ($code: String!) { trackComplaint(trackingCode: $code) { ${fields} } }`;
  const from = (address: number) => ({ headers: { 'x-forwarded-for': `10.0.0.${address}` } });

  test('is told to whoever registered, and to nobody else', async () => {
    const brought = await register('app');
    const taken = await register('intake');
    const codeFor = async (who: Speaker, id: string) =>
      (await bank.ask(who, COMPLAINT('trackingCode'), { id })).complaint.trackingCode;
    expect(await codeFor('app', brought.id)).toBe(brought.trackingCode);
    expect(await codeFor('intake', taken.id)).toBe(taken.trackingCode);
    for (const id of [brought.id, taken.id]) expect(await codeFor('office', id)).toBeNull();
    expect(await codeFor('intake', brought.id)).toBeNull();
  });

  test('opens the case without a sign-in: where it stands, and what the bank told', async () => {
    const { id, trackingCode, reference } = await register('app', { categoryCode: 'FRAUD' });
    await bank.ask('office', RECORD, { id, input: progress({ kind: 'SOOTHING', summary: '内部安抚记录' }) });
    const input = progress({ summary: '已冻结 6222021234567890123，请回电 13800001111' });
    bank.clock.advance({ minutes: 1 });
    await bank.ask('office', RECORD, { id, input });
    const fields = 'reference status channel receivedAt firstResponseDueAt closedAt messages { kind at text }';
    const { trackComplaint } = await bank.ask(null, TRACK(fields), { code: trackingCode });
    expect(trackComplaint).toMatchObject({ reference, status: 'REGISTERED', firstResponseDueAt: null, closedAt: null });
    expect(trackComplaint.messages.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
      ['PROGRESS', '已冻结 ****0123，请回电 138****1111'],
      ['ACK', expect.stringContaining(reference)],
    ]);
  });

  test('is read however it is written', async () => {
    const { trackingCode, reference } = await register('app');
    const fullWidth = [...trackingCode].map((each) => String.fromCodePoint(each.codePointAt(0) + 0xfee0)).join('');
    for (const code of [
      trackingCode.toLowerCase(),
      trackingCode.replaceAll('-', ''),
      ` ${trackingCode.replaceAll('-', ' ')} `,
      trackingCode.replaceAll('0', 'O').replaceAll('1', 'l'),
      fullWidth,
    ])
      expect((await bank.ask(null, TRACK(), { code })).trackComplaint).toEqual({ reference });
  });

  test('opens nothing when it is wrong, and only so many are tried', async () => {
    const { trackingCode } = await register('app');
    const codes = [];
    for (let count = 0; count < 22; count++) {
      const code = ['ABCD-ABCD-ABCD-ABCD-ABCD', '', '\0', trackingCode.slice(0, -1), trackingCode.slice(1)][count % 5]!;
      codes.push((await bank.refusal(null, TRACK(), { code })).extensions);
    }
    expect(codes.slice(0, 20).every(({ code }) => code === 'NOT_FOUND')).toBe(true);
    expect(codes.slice(20)).toEqual(
      [1, 2].map(() => ({ code: 'RATE_LIMITED', params: expect.anything(), retryAfterSeconds: expect.any(Number) })),
    );
    // A header that nobody vouches for does not make a new address.
    const forged = await bank.refusal(null, TRACK(), { code: trackingCode }, from(7));
    expect(forged.extensions.code).toBe('RATE_LIMITED');
    bank.clock.advance({ minutes: 11 });
    expect((await bank.ask(null, TRACK('status'), { code: trackingCode })).trackComplaint.status).toBe('REGISTERED');
  });
});
