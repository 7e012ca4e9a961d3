import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  RESOLVE_ESCALATION,
  type PersonName,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

let day = 0;
// Ten in the morning of a new day in Shanghai.
beforeEach(() => bank.clock.set(new Date(Date.UTC(2026, 11, 1 + day++, 2))));
// What one test leaves open would climb on through all later ones.
afterEach(() => bank.app.pool.query('update escalation set next_at = null').then(() => undefined));

const FIELDS = `id reference version trigger status level nextAt nextLevel raisedBy { id } acknowledgedBy { id }
  acknowledgedAt resolvedAt resolution cause causes { reason } notices { level staff { id } acknowledgedAt }`;
const register = async (more: object = {}, who: Speaker = 'app'): Promise<string> => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
  return (await bank.ask(who, REGISTER('id'), { input })).registerComplaint.id;
};
const escalationsOf = async (id: string) =>
  (await bank.ask('headOffice', COMPLAINT(`escalations { ${FIELDS} }`), { id })).complaint.escalations;
const onlyOf = async (id: string) => {
  const found = await escalationsOf(id);
  expect(found).toHaveLength(1);
  return found[0];
};
const toldOn = ({ notices }: { notices: { level: string; staff: { id: string } }[] }, level: string) =>
  notices
    .filter((notice) => notice.level === level)
    .map(({ staff }) => staff.id)
    .sort();
const people = (...names: PersonName[]) => names.map((name) => bank.staff[name]).sort();
const later = (minutes: number, from = bank.clock.now()) => new Date(from.getTime() + minutes * 60_000).toISOString();
const pass = async (minutes: number) => {
  bank.clock.advance({ minutes });
  await bank.sweep();
};

describe('what escalates by itself', () => {
  test.each([
    [{ categoryCode: 'FRAUD' }, ['FRAUD_OR_ACCOUNT E3']],
    [{ categoryCode: 'PHISHING' }, ['FRAUD_OR_ACCOUNT E3']],
    [{ categoryCode: 'UNAUTHORISED_LOGIN', level: 'MAJOR' }, ['FRAUD_OR_ACCOUNT E3']],
    [{ riskFlags: ['FUND_SAFETY'] }, ['FRAUD_OR_ACCOUNT E3']],
    [{ channel: 'MEDIA' }, ['MEDIA E3']],
    [{ riskFlags: ['MAJOR_RISK'] }, ['MAJOR_RISK E3']],
    [{ riskFlags: ['SOCIAL_IMPACT'] }, ['SOCIAL_IMPACT E3']],
    [{ riskFlags: ['REPUTATION'] }, ['REPUTATION E3']],
    [{ level: 'MAJOR' }, ['LEVEL_RAISED E2']],
    [{ level: 'URGENT' }, ['LEVEL_RAISED E3']],
    [{ level: 'URGENT', riskFlags: ['REPUTATION'] }, ['REPUTATION E3']],
    [{ categoryCode: 'FRAUD', level: 'URGENT', riskFlags: ['FUND_SAFETY'] }, ['FRAUD_OR_ACCOUNT E3']],
    [
      { categoryCode: 'FRAUD', channel: 'MEDIA', riskFlags: ['MEDIA', 'REPUTATION', 'SOCIAL_IMPACT', 'MAJOR_RISK'] },
      ['FRAUD_OR_ACCOUNT E3', 'MAJOR_RISK E3', 'MEDIA E3', 'REPUTATION E3', 'SOCIAL_IMPACT E3'],
    ],
    [{ level: 'GENERAL', categoryCode: 'FEES' }, []],
  ])('%p raises %p, one for each cause', async (more, expected) => {
    const found = await escalationsOf(await register(more));
    expect(found.map(({ trigger, level }: Record<string, string>) => `${trigger} ${level}`).sort()).toEqual(expected);
    expect(found.every(({ status, raisedBy }: Record<string, unknown>) => status === 'OPEN' && !raisedBy)).toBe(true);
  });
});

describe('somebody asks for it', () => {
  test('from any step, with a reason that is told', async () => {
    const id = await register({}, 'teller');
    const { raiseEscalation } = await bank.ask('teller', RAISE, { id, level: 'E1', reason: '客户情绪激动' });
    const found = await onlyOf(id);
    expect(found).toMatchObject({
      id: raiseEscalation.id,
      trigger: 'MANUAL',
      level: 'E1',
      cause: '客户情绪激动',
      raisedBy: { id: bank.staff.teller },
    });
    expect(toldOn(found, 'E1')).toEqual(people('outlet'));
  });

  test('again: it is added, and climbs when the new one reaches higher', async () => {
    const id = await register();
    await bank.ask('office', RAISE, { id, level: 'E2' });
    await bank.ask('officeClerk', RAISE, { id, level: 'E1', reason: '再次来电' });
    expect(await onlyOf(id)).toMatchObject({
      level: 'E2',
      cause: '请领导关注',
      causes: [{ reason: '请领导关注' }, { reason: '再次来电' }],
    });
    await bank.ask('office', RAISE, { id, level: 'E3' });
    const found = await onlyOf(id);
    expect(found).toMatchObject({ level: 'E3', nextAt: later(15) });
    expect(toldOn(found, 'E3')).toEqual(people('northLeader', 'northDeputy'));
    const { rows } = await bank.app.pool.query('select kind from event where subject_id = $1 order by seq', [found.id]);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'escalation.raised',
      'escalation.causeAdded',
      'escalation.causeAdded',
    ]);
  });

  test('at once by many: one is open', async () => {
    const id = await register();
    await bank.tokenOf('office');
    const raised = await Promise.all(Array.from({ length: 8 }, () => bank.ask('office', RAISE, { id })));
    expect(new Set(raised.map(({ raiseEscalation }) => raiseEscalation.id)).size).toBe(1);
    await onlyOf(id);
  });

  test('with a reason, or not at all', async () => {
    const id = await register();
    for (const reason of ['  ', '很'.repeat(1001), 'a\0b']) {
      const { extensions } = await bank.refusal('office', RAISE, { id, reason });
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { reason: expect.any(String) } });
    }
  });

  test('not once the file is closed', async () => {
    const historical = { closedAt: '2026-02-01T00:00:00Z', resolutionSummary: '已处理' };
    const id = await register({ receivedAt: '2026-01-01T00:00:00Z', historical });
    expect((await bank.refusal('office', RAISE, { id })).extensions.code).toBe('CONFLICT');
  });
});

describe('signing', () => {
  const opened = async () => {
    const id = await register({ riskFlags: ['REPUTATION'] });
    return { id, escalation: await onlyOf(id) };
  };

  test('stops the ladder; signing again changes nothing', async () => {
    const { id, escalation } = await opened();
    await bank.ask('northLeader', ACKNOWLEDGE, { id: escalation.id });
    const signed = await onlyOf(id);
    expect(signed).toMatchObject({
      status: 'ACKNOWLEDGED',
      acknowledgedBy: { id: bank.staff.northLeader },
      acknowledgedAt: later(0),
      nextAt: later(120),
      nextLevel: null,
    });
    bank.clock.advance({ minutes: 5 });
    await bank.ask('northDeputy', ACKNOWLEDGE, { id: escalation.id });
    expect(await onlyOf(id)).toEqual(signed);
    await pass(60);
    expect(await onlyOf(id)).toEqual(signed);
  });

  test('by several at once: one signs, nobody is refused', async () => {
    const { id, escalation } = await opened();
    const hands = ['northLeader', 'northDeputy', 'office', 'outlet', 'president'] as const;
    await Promise.all(hands.map((who) => bank.tokenOf(who)));
    const answers = await Promise.all(hands.map((who) => bank.ask(who, ACKNOWLEDGE, { id: escalation.id })));
    const versions = new Set(answers.map(({ acknowledgeEscalation }) => acknowledgeEscalation.version));
    expect([...versions]).toEqual([(await onlyOf(id)).version]);
    const { rows } = await bank.app.pool.query(
      `select count(*)::int as count from event where subject_id = $1 and kind = 'escalation.acknowledged'`,
      [escalation.id],
    );
    expect(rows[0].count).toBe(1);
  });

  test('while the timer fires: it is signed, whoever was first', async () => {
    const { id, escalation } = await opened();
    bank.clock.advance({ minutes: 15 });
    await bank.tokenOf('northLeader');
    await Promise.all([bank.sweep(), bank.ask('northLeader', ACKNOWLEDGE, { id: escalation.id }), bank.sweep()]);
    expect(await onlyOf(id)).toMatchObject({ status: 'ACKNOWLEDGED', nextLevel: null });
  });

  test('opens again after the timeout while the cause holds', async () => {
    const { id, escalation } = await opened();
    await bank.ask('northLeader', ACKNOWLEDGE, { id: escalation.id });
    await pass(119);
    expect((await onlyOf(id)).status).toBe('ACKNOWLEDGED');
    await pass(1);
    expect(await onlyOf(id)).toMatchObject({ status: 'OPEN', acknowledgedBy: null, level: 'E3', nextAt: later(15) });
  });

  test('is over once the customer has the decision', async () => {
    const id = await register({ riskFlags: ['REPUTATION'], categoryCode: 'FEES' });
    const escalation = await onlyOf(id);
    await bank.ask('northLeader', ACKNOWLEDGE, { id: escalation.id });
    const resolve = `mutation ($id: ID!) { resolveImmediately(id: $id, input: {
      expectedVersion: 1, resolutionSummary: "已退费", customerConsents: true }) { status } }`;
    await bank.ask('office', resolve, { id });
    await pass(121);
    expect(await onlyOf(id)).toMatchObject({ status: 'CANCELLED', nextAt: null, nextLevel: null });
  });

  test('comes before ending, which comes once and names the version seen', async () => {
    const { id, escalation } = await opened();
    const { version } = escalation;
    const early = await bank.refusal('office', RESOLVE_ESCALATION, { id: escalation.id, version });
    expect(early.extensions).toMatchObject({ code: 'CONFLICT', allowedActions: ['acknowledgeEscalation'] });
    await bank.ask('office', ACKNOWLEDGE, { id: escalation.id });
    const stale = await bank.refusal('office', RESOLVE_ESCALATION, { id: escalation.id, version });
    expect(stale.extensions.code).toBe('CONFLICT');
    await bank.ask('office', RESOLVE_ESCALATION, { id: escalation.id, version: (await onlyOf(id)).version });
    const ended = await onlyOf(id);
    expect(ended).toMatchObject({ status: 'RESOLVED', resolution: '已经妥善处理', nextAt: null, nextLevel: null });
    for (const [query, more] of [
      [ACKNOWLEDGE, {}],
      [RESOLVE_ESCALATION, { version: ended.version }],
    ] as const)
      expect((await bank.refusal('office', query, { id: escalation.id, ...more })).extensions.code).toBe('CONFLICT');
    await pass(24 * 60 - 1);
    expect(await escalationsOf(id)).toEqual([ended]);
  });
});

describe('no first response', () => {
  test('goes to the desk when the clock runs out, and is cancelled when the customer is told', async () => {
    const id = await register();
    await pass(24 * 60);
    const found = await onlyOf(id);
    expect(found).toMatchObject({ trigger: 'NO_FIRST_RESPONSE', level: 'E2' });
    expect(toldOn(found, 'E2')).toEqual(people('office', 'officeClerk'));
    await bank.ask('office', ACKNOWLEDGE, { id: found.id });
    await bank.ask('office', RECORD, { id, input: progress() });
    expect(await onlyOf(id)).toMatchObject({ status: 'CANCELLED', nextAt: null });
  });
});
