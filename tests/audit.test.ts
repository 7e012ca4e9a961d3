import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyChain } from '../server/src/kernel/verify-chain.js';
import { ownerSql, tamper } from './harness/database.js';
import {
  ACKNOWLEDGE,
  CLAIM,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  RESOLVE,
  RESOLVE_ESCALATION,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const sql = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await bank.app.pool.query<Row>(text, values)).rows;
const register = async (more: object = {}, who: Speaker = 'office') =>
  (await bank.ask(who, REGISTER('id version'), { input: plainComplaint(more) })).registerComplaint as {
    id: string;
    version: number;
  };
const escalationOf = async (id: string) =>
  (await bank.ask('office', COMPLAINT('escalations { id version }'), { id })).complaint.escalations[0];

/** Events that came of some work: their kinds, who acted, and whether one transaction wrote them. */
async function eventsOf(work: () => Promise<unknown>) {
  const [{ head }] = (await sql<{ head: string }>('select coalesce(max(seq), 0) as head from event')) as [
    { head: string },
  ];
  await work();
  return sql<{ kind: string; actor_kind: string; actor_id: string | null; subject_id: string; xmin: string }>(
    'select kind, actor_kind, actor_id, subject_id, xmin::text from event where seq > $1 order by seq',
    [head],
  );
}

test('each command leaves its chain of events, in its own transaction, in the name of whoever did it', async () => {
  await bank.tokenOf('office');
  await bank.tokenOf('intake');
  let made = { id: '', version: 0 };
  let escalation = { id: '', version: 0 };
  const reread = async () => {
    made = (await bank.ask('office', COMPLAINT('id version'), { id: made.id })).complaint;
    escalation = await escalationOf(made.id);
  };
  const settle = () => ({ expectedVersion: made.version, resolutionSummary: '已解释', customerConsents: true });
  const commands: [who: Speaker, work: () => Promise<unknown>, kinds: string[]][] = [
    [
      'app',
      async () => (made = await register({ categoryCode: 'FEES', riskFlags: ['REPUTATION'] }, 'app')),
      ['complaint.registered', 'complaint.customerTold', 'escalation.raised'],
    ],
    ['intake', () => bank.ask('intake', CLAIM, made), ['complaint.claimed']],
    [
      'intake',
      () => bank.ask('intake', RECORD, { id: made.id, input: progress({ kind: 'SOOTHING' }) }),
      ['complaint.contactRecorded'],
    ],
    [
      'intake',
      () => bank.ask('intake', RECORD, { id: made.id, input: progress() }),
      ['complaint.contactRecorded', 'complaint.firstResponseGiven'],
    ],
    ['office', () => bank.ask('office', ACKNOWLEDGE, escalation), ['escalation.acknowledged']],
    ['office', () => bank.ask('office', ACKNOWLEDGE, escalation), []],
    ['office', () => bank.ask('office', RESOLVE_ESCALATION, escalation), ['escalation.resolved']],
    ['office', () => bank.ask('office', RAISE, { id: made.id }), ['escalation.raised']],
    ['office', () => bank.ask('office', RAISE, { id: made.id }), ['escalation.causeAdded']],
    [
      'office',
      () => bank.ask('office', RESOLVE, { id: made.id, input: settle() }),
      ['complaint.customerTold', 'complaint.resolvedImmediately', 'escalation.cancelled'],
    ],
    ['office', () => bank.say('office', RESOLVE, { id: made.id, input: settle() }), []],
    ['office', () => bank.say('office', RECORD, { id: made.id, input: progress({ summary: '' }) }), []],
    ['southOffice', () => bank.say('southOffice', RECORD, { id: made.id, input: progress() }), ['request.refused']],
  ];
  await bank.tokenOf('southOffice');
  for (const [who, work, kinds] of commands) {
    const events = await eventsOf(work);
    expect(events.map(({ kind }) => kind)).toEqual(kinds);
    expect(new Set(events.map(({ xmin }) => xmin)).size).toBeLessThanOrEqual(1);
    const actor = who === 'app' ? ['API_KEY'] : ['STAFF', bank.staff[who as 'office']];
    for (const event of events) expect([event.actor_kind, event.actor_id]).toEqual(expect.arrayContaining(actor));
    await reread();
  }
});

test('the row, what follows from it and its events are written by one transaction', async () => {
  const { id } = await register({ categoryCode: 'FRAUD' });
  const [{ count }] = (await sql<{ count: number }>(
    `select count(distinct xmin::text)::int as count from (
       select xmin from complaint where id = $1 union all
       select c.xmin from complainant c join complaint p on p.complainant_id = c.id where p.id = $1 union all
       select xmin from sla_clock where complaint_id = $1 union all select xmin from contact where complaint_id = $1 union all
       select xmin from escalation where complaint_id = $1 union all select xmin from complaint_share where complaint_id = $1 union all
       select xmin from event where subject_id = $1) as written`,
    [id],
  )) as [{ count: number }];
  expect(count).toBe(1);
});

test('timers leave their events in the name of the system', async () => {
  const { id } = await register();
  bank.clock.advance({ hours: 24 });
  const events = (await eventsOf(() => bank.sweep())).filter(({ subject_id: subject }) => subject === id);
  expect(events.map(({ kind, actor_kind: actor }) => [kind, actor])).toEqual([['complaint.clockBreached', 'SYSTEM']]);
});

test('the chain holds, however many write at once', async () => {
  const inputs = Array.from({ length: 24 }, () => ({ input: plainComplaint({ categoryCode: 'FRAUD' }) }));
  await Promise.all(inputs.map(registerAtLast));
  const [{ count }] = (await sql<{ count: number }>('select count(*)::int as count from event')) as [{ count: number }];
  expect(await verifyChain(bank.app.pool)).toMatchObject({ count, broken: null });
  expect(await verifyChain(bank.app.pool, 7)).toMatchObject({ count, broken: null });
});

/** As a channel app does: what is too much at once is tried again, with the same key. */
async function registerAtLast(variables: object): Promise<void> {
  const { errors } = await bank.say('app', REGISTER(), variables);
  if (errors?.[0]?.extensions.code === 'UNAVAILABLE') return registerAtLast(variables);
  expect(errors).toBeUndefined();
}

const at = (seq: number) => `where seq = ${seq}`;
const tampering: [what: string, change: string[], broken: number][] = [
  ['the data edited', [`update event set data = '{"level":"GENERAL"}' ${at(20)}`], 20],
  ['the actor edited', [`update event set actor_kind = 'STAFF', actor_id = subject_id ${at(20)}`], 20],
  ['the time edited', [`update event set at = at - interval '1 second' ${at(20)}`], 20],
  ['the audience edited', [`update event set audience = 'nobody' ${at(20)}`], 20],
  ['the hash edited', [`update event set hash = previous_hash ${at(20)}`], 20],
  ['a row deleted', [`delete from event ${at(20)}`], 21],
  ['the first row deleted', [`delete from event ${at(1)}`], 2],
  [
    'a row deleted and the rest moved up',
    [`delete from event ${at(20)}`, 'update event set seq = seq - 1 where seq > 20'],
    20,
  ],
  [
    'two rows swapped',
    [
      `update event set seq = -1 ${at(20)}`,
      `update event set seq = 20 ${at(21)}`,
      `update event set seq = 21 ${at(-1)}`,
    ],
    20,
  ],
  [
    'a row inserted',
    [
      'update event set seq = -seq where seq > 20',
      'insert into event select 21, at, kind, actor_kind, actor_id, subject_type, subject_id, object_id, audience, is_drill, data, previous_hash, hash from event where seq = 20',
      'update event set seq = 1 - seq where seq < 0',
    ],
    21,
  ],
  [
    'a row added at the end',
    [
      'insert into event select seq + 1, at, kind, actor_kind, actor_id, subject_type, subject_id, object_id, audience, is_drill, data, previous_hash, hash from event order by seq desc limit 1',
    ],
    0,
  ],
];

test.each(tampering)('%s is named', async (_what, change, broken) => {
  const count = (await verifyChain(bank.app.pool)).count;
  await ownerSql(bank.databaseUrl, 'create table kept as table event');
  try {
    await tamper(bank.databaseUrl, ...change);
    const verdict = await verifyChain(bank.app.pool);
    expect(verdict.broken).toEqual({
      seq: String(broken || count + 1),
      fault: expect.stringMatching(/^(MISSING|UNCHAINED|ALTERED)$/),
    });
  } finally {
    await tamper(bank.databaseUrl, 'truncate event', 'insert into event select * from kept order by seq');
    await ownerSql(bank.databaseUrl, 'drop table kept');
  }
  expect((await verifyChain(bank.app.pool)).broken).toBeNull();
});
