import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownerSql } from './harness/database.js';
import {
  ACKNOWLEDGE,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  REVEAL,
  speech,
  type TestBank,
} from './harness/bank.js';
import { buildServer, keys, killAll, post, startProcess } from './harness/process.js';
import { startTestServer } from './harness/server.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(async () => {
  await killAll();
  await bank.stop();
});

/** Words that are found nowhere else. */
const canary = {
  name: '司马金丝雀',
  phone: '13977778888',
  email: 'canary.bird@example.org',
  address: '金丝雀路 77 号金丝雀小区',
  idNumber: '11010519491231002X',
  customerNumber: 'CANARY0077',
  representative: { name: '诸葛金丝雀', phone: '13966667777', relation: '金丝雀之友' },
};
const content = '金丝雀投诉正文，卡号 6222021234567890123';
const canaries = /金丝雀|13977778888|13966667777|canary\.bird|11010519491231002X|CANARY0077|6222021234567890123/i;
const dump = async (table: string) =>
  (await bank.app.pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${table} t`)).rows
    .map(({ row }) => row)
    .join('\n');

const registered = async (more: object = {}) => {
  const input = plainComplaint({
    content,
    complainant: canary,
    customerDemand: '金丝雀诉求',
    place: '金丝雀广场',
    ...more,
  });
  return (await bank.ask('app', REGISTER('id version'), { input })).registerComplaint.id as string;
};

test('A20: no event, notice, share or bucket holds a word of the customer, whatever is done', async () => {
  const id = await registered({ riskFlags: ['REPUTATION'], orgUnitId: bank.unit.northOutlet });
  await bank.ask('office', RECORD, { id, input: progress({ summary: '已致电金丝雀 13977778888' }) });
  await bank.ask('office', RAISE, { id, reason: '金丝雀女士情绪激动' });
  const { escalations } = (await bank.ask('office', COMPLAINT('escalations { id }'), { id })).complaint;
  await bank.ask('northLeader', ACKNOWLEDGE, { id: escalations[0].id });
  const reason = { reason: 'OTHER', note: '金丝雀本人来电 13977778888' };
  for (const field of ['NAME', 'PHONE', 'CONTENT'])
    await bank.ask('office', REVEAL, { id, input: { field, ...reason } });
  await bank.refusal('auditor', REVEAL, { id, input: { field: 'NAME', ...reason } });
  bank.clock.advance({ hours: 30 });
  await bank.sweep();
  const tables = ['event', 'escalation_notice', 'complaint_share', 'sla_clock', 'rate_bucket', 'user_session'];
  for (const table of [...tables, 'field_reveal'])
    expect([table, canaries.exec(await dump(table))]).toEqual([table, null]);
  expect(await dump('event')).toContain(id);
});

test('a complainant lies in the database only as ciphertext and digest', async () => {
  await registered();
  const rows = await dump('complainant');
  expect(rows).not.toMatch(canaries);
  expect(rows).toMatch(/"sealed_name":"test\./);
  const { rows: twins } = await bank.app.pool.query<{ names: number; phones: number }>(
    `select count(distinct sealed_name)::int as names, count(distinct phone_digest)::int as phones from complainant`,
  );
  // The same name is sealed anew each time; the same number is found by one digest.
  expect(twins[0]!.names).toBeGreaterThan(1);
  expect(twins[0]!.phones).toBe(1);
});

test('A20: an answer shows none of it in clear, to nobody', async () => {
  const id = await registered();
  const fields = `title content customerDemand place complainant { name phone email address idNumber customerNumber
    representative { name phone relation } } contacts { summary }`;
  for (const who of ['app', 'office', 'president', 'auditor', 'intake'] as const) {
    const answer = JSON.stringify(await bank.ask(who, COMPLAINT(fields), { id }));
    expect(answer).not.toMatch(
      /司马金|诸葛金|13977778888|13966667777|canary\.bird|11010519491231002X|CANARY0077|6222021/,
    );
  }
});

test('A20: what goes wrong is logged without a word of the customer, and answered with an id only', async () => {
  await buildServer();
  // Counted by the clock of the test, which is ahead of the process'.
  await bank.app.pool.query('delete from rate_bucket');
  const server = await startProcess({ DATABASE_URL: bank.databaseUrl, ...keys, JIESU_DEMO: 'false' });
  const send = (input: object) => post(server.url, bank.keys.app, REGISTER('id complainant { name }'), { input });
  const input = (more: object = {}) => plainComplaint({ content, complainant: canary, categoryCode: 'FRAUD', ...more });
  expect((await send(input())).errors).toBeUndefined();
  expect((await send(input({ complainant: { ...canary, phone: '139' } }))).errors?.[0]?.extensions.code).toBe(
    'BAD_USER_INPUT',
  );
  await ownerSql(bank.databaseUrl, 'alter table complainant rename to hidden');
  const broken = await send(input());
  await ownerSql(bank.databaseUrl, 'alter table hidden rename to complainant');
  await ownerSql(bank.databaseUrl, 'alter table complainant add constraint odd check (joint_count > 5) not valid');
  const refused = await send(input());
  await ownerSql(bank.databaseUrl, 'alter table complainant drop constraint odd');
  await server.stop();
  const output = server.output();
  for (const { errors } of [broken, refused]) {
    const [error] = errors!;
    expect(Object.keys(error!.extensions).sort()).toEqual(['code', 'id']);
    expect(error!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(errors)).not.toMatch(canaries);
    expect(output).toContain(error!.extensions.id);
  }
  expect(output).not.toMatch(canaries);
});

const secret = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const another = (DATA_KEYS: string) =>
  startTestServer({ databaseUrl: bank.databaseUrl, clock: bank.clock, environment: { DATA_KEYS } });

test('a new key in front reads what the old one wrote, and writes with itself', async () => {
  const old = await registered();
  const server = await another(`new:${secret(9)},test:${secret(1)}`);
  try {
    const { ask } = speech(server, bank.keys);
    const masked = { name: '司**', phone: '139****8888' };
    expect((await ask('office', COMPLAINT('complainant { name phone }'), { id: old })).complaint.complainant).toEqual(
      masked,
    );
    const input = plainComplaint({ complainant: canary });
    const { id } = (await ask('app', REGISTER('id'), { input })).registerComplaint;
    const { rows } = await server.app.pool.query<{ sealed_name: string; sealed_tracking_code: string }>(
      'select sealed_name, sealed_tracking_code from complainant c join complaint p on p.complainant_id = c.id where p.id = $1',
      [id],
    );
    expect([rows[0]!.sealed_name, rows[0]!.sealed_tracking_code].map((sealed) => sealed.split('.')[0])).toEqual([
      'new',
      'new',
    ]);
    // People are found by their numbers across both keys.
    const list =
      'query ($phone: String) { complaints(filter: { phone: $phone }, page: { limit: 100 }) { items { id } } }';
    const { items } = (await ask('office', list, { phone: canary.phone })).complaints;
    expect(items).toEqual(expect.arrayContaining([{ id: old }, { id }]));
  } finally {
    await server.stop();
  }
});

test('without the key that the data was written with, no server starts', async () => {
  await expect(another(`new:${secret(9)}`)).rejects.toThrow(/DATA_KEYS/);
  await expect(another(`test:${secret(3)}`)).rejects.toThrow(/DATA_KEYS/);
});

test('a ciphertext that was altered opens nothing, and is not shown in part', async () => {
  const id = await registered();
  await bank.app.pool.query(
    `update complainant c set sealed_phone = overlay(sealed_phone placing 'AAAA' from length(sealed_phone) - 4)
     from complaint p where p.complainant_id = c.id and p.id = $1`,
    [id],
  );
  const { extensions } = await bank.refusal('office', COMPLAINT('complainant { phone }'), { id });
  expect(extensions.code).toBe('INTERNAL_SERVER_ERROR');
});
