import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { openDatabase } from '../server/src/database.js';
import { createTestDatabase, type TestDatabase } from './harness/database.js';
import { lineTo } from './harness/line.js';
import { complaintAt, openLiveBank, REGISTER, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS } from './harness/subscription.js';
import { until } from './harness/until.js';

let database: TestDatabase;
let line: Awaited<ReturnType<typeof lineTo>>;
let bank: LiveBank;
/** A connection that does not go through the line. */
let outside: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  line = await lineTo(database.url);
  outside = new Client({ connectionString: database.url });
  await outside.connect();
  bank = await openLiveBank({ databaseUrl: line.url, environment: { FEED_POLL_MS: '100', DATABASE_POOL: '4' } });
});
afterAll(async () => {
  line.mend();
  await bank.stop();
  await outside.end();
  line.close();
  await database.drop();
});

const probe = async (path: string) => (await fetch(`${bank.url}${path}`)).status;

test('without its database the server says so, lives on, and heals by itself', async () => {
  const leader = await bank.signIn('leader');
  const feed = bank.listen(leader, COMPLAINTS, { after: await bank.cursor() });
  const before = await bank.register(bank.units.east);
  expect(await feed.first(1)).toEqual([before]);
  line.cut();
  const refused = await bank.request(REGISTER, { input: complaintAt(bank.units.east) }, { token: bank.apiKey });
  expect(refused.errors?.[0]?.extensions).toEqual({
    code: 'UNAVAILABLE',
    params: { seconds: 2 },
    retryAfterSeconds: 2,
  });
  expect(await probe('/readyz')).toBe(503);
  expect(await probe('/livez')).toBe(200);
  line.mend();
  await until(async () => (await probe('/readyz')) === 200);
  const after = await bank.register(bank.units.east);
  expect(await feed.first(2)).toEqual([before, after]);
});

test('a socket that knocks while the database is away may come back', async () => {
  const leader = await bank.signIn('leader');
  bank.clock.advance({ seconds: 5 });
  line.cut();
  const closed = await bank.listen(leader, COMPLAINTS).closed();
  line.mend();
  expect(closed).toMatchObject({ code: 1013 });
  await until(async () => (await probe('/readyz')) === 200);
});

test('connections that break in a transaction are not counted as taken for ever', async () => {
  let broken = 0;
  let isEnough = false;
  const customers = Array.from({ length: 8 }, async () => {
    while (!isEnough) {
      const input = { input: complaintAt(bank.units.east) };
      const { errors } = await bank.request(REGISTER, input, { token: bank.apiKey });
      expect([undefined, 'UNAVAILABLE']).toContain(errors?.[0]?.extensions.code);
      if (!errors) continue;
      await until(async () => !(await bank.request(REGISTER, input, { token: bank.apiKey })).errors);
    }
  });
  // More often than the pool has connections: were any lost, none would be left.
  await until(async () => (broken += await breakTransactions()) > 8);
  isEnough = true;
  await Promise.all(customers);
});

test('the first connection, which the ORM opens by itself, is given back too', async () => {
  const { orm, pool } = await openDatabase(database.url, 1);
  const inTransaction = orm.em.fork().transactional(async (em) => {
    await breakTransactions("state = 'idle in transaction'");
    await em.execute('select 1');
  });
  await expect(inTransaction).rejects.toThrow(/terminat|not queryable/);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await orm.close();
});

/** Ends the sessions that are in a transaction now; answers how many. */
async function breakTransactions(when = 'backend_xid is not null'): Promise<number> {
  const { rowCount } = await outside.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and ${when}`,
  );
  return rowCount!;
}
