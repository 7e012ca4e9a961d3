import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  channels,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  RAISE,
  REGISTER,
  RESOLVE,
  RESOLVE_ESCALATION,
  type PersonName,
  type TestBank,
} from './harness/bank.js';

const FIELDS = `firstDay lastDay validFrom validTo openCount overdueCount unresolvedEscalationCount
  unacknowledgedEscalationCount receivedCount concludedCount closedCount onTimeCount lateCount
  byChannel { channel openCount overdueCount } byLevel { level openCount overdueCount }
  byStatusAndLevel { status level openCount } byDay { day validFrom validTo receivedCount concludedCount }`;
const STATS = `query ($input: ComplaintStatsInput) { complaintStats(input: $input) { ${FIELDS} } }`;
const COMPLAINTS = 'query ($filter: ComplaintFilter) { complaints(filter: $filter) { totalCount } }';
const ESCALATIONS = 'query ($filter: EscalationFilter) { escalations(filter: $filter) { totalCount } }';

let bank: TestBank;
// A fixed sequence: the same bank in every run, and no two complaints alike.
let state = 20261123;
const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
const oneOf = <T>(values: readonly T[]): T => values[random(values.length)]!;

const statsOf = async (who: PersonName, input: object = {}) =>
  (await bank.ask(who, STATS, { input })).complaintStats as Record<string, never>;
const listed = async (who: PersonName, filter: object): Promise<number> =>
  (await bank.ask(who, COMPLAINTS, { filter })).complaints.totalCount;
const escalated = async (who: PersonName, filter: object): Promise<number> =>
  (await bank.ask(who, ESCALATIONS, { filter })).escalations.totalCount;

const places = ['north', 'northSub', 'northOutlet', 'south', 'southOutlet'] as const;
const people = ['office', 'intake', 'southIntake', 'northLeader', 'teller'] as const;

/** Registers something somewhere, and lets some of it be settled, called up or signed for. */
async function something(): Promise<void> {
  const level = oneOf(['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT']);
  const named =
    random(6) === 0 ? { staffComplainedOfIds: [bank.staff[oneOf(['office', 'northLeader'] as const)]] } : {};
  const past = {
    receivedAt: new Date(bank.clock.now().getTime() - 40 * 3_600_000).toISOString(),
    historical: {
      closedAt: new Date(bank.clock.now().getTime() - 20 * 3_600_000).toISOString(),
      resolutionSummary: '已',
    },
  };
  const isPast = random(8) === 0;
  const input = plainComplaint({
    channel: oneOf(channels.filter((channel) => channel !== 'LETTER')),
    level,
    categoryCode: 'FEES',
    receivedAt: new Date(bank.clock.now().getTime() - random(30) * 3_600_000).toISOString(),
    orgUnitId: bank.unit[isPast ? 'northOutlet' : oneOf(places)],
    ...named,
    ...(isPast ? past : {}),
  });
  const who = isPast ? 'app' : oneOf(people);
  const { data } = await bank.say(who, REGISTER('id version'), { input });
  const made = data.registerComplaint as { id: string; version: number };
  if (isPast) return;
  if (random(3) === 0)
    await bank.say('office', RESOLVE, {
      id: made.id,
      input: { expectedVersion: made.version, resolutionSummary: '已解释', customerConsents: true },
    });
  else if (random(2) === 0) await bank.say('office', RAISE, { id: made.id });
  const { data: seen } = await bank.say('president', COMPLAINT('escalations { id version }'), { id: made.id });
  for (const { id } of seen.complaint?.escalations ?? [])
    if (random(2) === 0) {
      const signed = await bank.say('president', ACKNOWLEDGE, { id });
      if (random(2) === 0)
        await bank.say('president', RESOLVE_ESCALATION, { id, version: signed.data.acknowledgeEscalation.version });
    }
}

beforeAll(async () => {
  bank = await openTestBank();
  for (let day = 0; day < 3; day++) {
    for (let count = 0; count < 16; count++) await something();
    bank.clock.advance({ hours: 20 });
    await bank.sweep();
  }
});
afterAll(() => bank.stop());

test.each<[PersonName, 'northOutlet' | 'north' | null]>([
  ['president', null],
  ['president', 'north'],
  ['northLeader', null],
  ['office', null],
  ['office', 'northOutlet'],
  ['southOffice', null],
])('%s finds behind every number of %s just as many rows', async (who, place) => {
  const of = place ? { orgUnitId: bank.unit[place] } : {};
  const span = { firstDay: '2026-11-24', lastDay: '2026-11-26' };
  const stats = await statsOf(who, { ...of, ...span });
  const [validFrom, validTo] = ['2026-11-23T16:00:00.000Z', '2026-11-26T16:00:00.000Z'];
  const replied = { ...of, repliedFrom: validFrom, repliedTo: validTo };
  const open = { ...of, isOpen: true };
  expect(stats).toMatchObject({
    ...span,
    validFrom,
    validTo,
    openCount: await listed(who, open),
    overdueCount: await listed(who, { ...open, isOverdue: true }),
    unresolvedEscalationCount: await escalated(who, { ...of, status: ['OPEN', 'ACKNOWLEDGED'] }),
    unacknowledgedEscalationCount: await escalated(who, { ...of, status: ['OPEN'] }),
    receivedCount: await listed(who, { ...of, receivedFrom: validFrom, receivedTo: validTo }),
    concludedCount: await listed(who, replied),
    closedCount: await listed(who, { ...of, closedFrom: validFrom, closedTo: validTo }),
    onTimeCount: await listed(who, { ...replied, isHistorical: false, wasOverdue: false }),
    lateCount: await listed(who, { ...replied, isHistorical: false, wasOverdue: true }),
  });
  expect(stats['openCount']).toBeGreaterThan(0);
  for (const { openCount, overdueCount, ...key } of [...stats['byChannel']!, ...stats['byLevel']!] as Group[]) {
    const filter = { ...open, ...lists(key) };
    expect([key, openCount, overdueCount]).toEqual([
      key,
      await listed(who, filter),
      await listed(who, { ...filter, isOverdue: true }),
    ]);
  }
  for (const { openCount, ...key } of stats['byStatusAndLevel']! as Group[])
    expect([key, openCount]).toEqual([key, await listed(who, { ...of, ...lists(key) })]);
  for (const day of stats['byDay']! as Day[])
    expect(day).toEqual({
      ...day,
      receivedCount: await listed(who, { ...of, receivedFrom: day.validFrom, receivedTo: day.validTo }),
      concludedCount: await listed(who, { ...of, repliedFrom: day.validFrom, repliedTo: day.validTo }),
    });
});

interface Group extends Record<string, unknown> {
  openCount: number;
  overdueCount?: number;
}
type Day = Record<'day' | 'validFrom' | 'validTo', string> & Record<'receivedCount' | 'concludedCount', number>;
const lists = (key: object) => Object.fromEntries(Object.entries(key).map(([name, value]) => [name, [value]]));

test('the parts of a whole add up to it, and every day of the span is there', async () => {
  const stats = (await statsOf('president')) as never as Record<string, number> & Record<string, Group[]>;
  const sum = (rows: readonly object[], name: string) =>
    rows.reduce((total, row) => total + ((row as Record<string, number>)[name] ?? 0), 0);
  for (const name of ['byChannel', 'byLevel', 'byStatusAndLevel'])
    expect(sum(stats[name]!, 'openCount')).toBe(stats['openCount']);
  expect(sum(stats['byLevel']!, 'overdueCount')).toBe(stats['overdueCount']);
  expect(sum(stats['byDay']!, 'receivedCount')).toBe(stats['receivedCount']);
  expect(sum(stats['byDay']!, 'concludedCount')).toBe(stats['concludedCount']);
  expect(stats['byDay']).toHaveLength(30);
  expect(stats['byLevel']!.map(({ level }) => level)).toEqual(['URGENT', 'MAJOR', 'GENERAL', 'SUGGESTION']);
});

test('the past is counted where it came in, and never as on time or late', async () => {
  const stats = (await statsOf('president')) as never as Record<string, number>;
  const past = await listed('president', { isHistorical: true });
  expect(past).toBeGreaterThan(0);
  expect(stats['closedCount']).toBe(past);
  expect(stats['onTimeCount']! + stats['lateCount']!).toBe(stats['concludedCount']! - past);
  expect(stats['lateCount']).toBeGreaterThan(-1);
});

test.each<PersonName>(['intake', 'handler', 'reviewer', 'outlet', 'teller', 'admin', 'auditor', 'trainer'])(
  '%s is told no numbers',
  async (who) => {
    expect((await bank.refusal(who, STATS)).extensions.code).toBe('FORBIDDEN');
  },
);

test('an app is told no numbers, and a stranger nothing', async () => {
  expect((await bank.refusal('app', STATS)).extensions.code).toBe('FORBIDDEN');
  expect((await bank.refusal(null, STATS)).extensions.code).toBe('UNAUTHENTICATED');
});

test("a unit that is not one's own looks like one that is not there", async () => {
  for (const orgUnitId of [bank.unit.south, bank.unit.head, 'nonsense', '00000000-0000-4000-8000-000000000000'])
    expect((await bank.refusal('office', STATS, { input: { orgUnitId } })).extensions.code).toBe('NOT_FOUND');
  expect((await statsOf('president', { orgUnitId: bank.unit.south }))['openCount']).toBeGreaterThan(0);
});

test.each([
  [{ firstDay: '2026-08-01', lastDay: '2026-11-26' }, ['input.firstDay']],
  [{ firstDay: '2026-11-27', lastDay: '2026-11-26' }, ['input.firstDay']],
  [{ firstDay: '0001-01-01', lastDay: '9999-12-31' }, ['input.firstDay', 'input.lastDay']],
])('a span of %j is refused', async (input, fields) => {
  const { code, fields: found } = (await bank.refusal('president', STATS, { input })).extensions;
  expect([code, Object.keys(found ?? {})]).toEqual(['BAD_USER_INPUT', fields]);
});
