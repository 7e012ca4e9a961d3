import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './harness/database.js';
import { lineTo } from './harness/line.js';
import { complaintAt, openLiveBank, REGISTER, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS } from './harness/subscription.js';
import { until } from './harness/until.js';

let database: TestDatabase;
let line: Awaited<ReturnType<typeof lineTo>>;
let bank: LiveBank;

beforeAll(async () => {
  database = await createTestDatabase();
  line = await lineTo(database.url);
  bank = await openLiveBank({ databaseUrl: line.url, environment: { FEED_POLL_MS: '100', DATABASE_POOL: '4' } });
});
afterAll(async () => {
  line.mend();
  await bank.stop();
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
  for (let round = 0; round < 3; round++) {
    const inputs = Array.from({ length: 8 }, () => ({ input: complaintAt(bank.units.east) }));
    const under = inputs.map((input) => bank.request(REGISTER, input, { token: bank.apiKey }));
    await until(async () => (await breakTransactions()) > 0);
    const answers = await Promise.all(under);
    for (const { errors } of answers) expect([undefined, 'UNAVAILABLE']).toContain(errors?.[0]?.extensions.code);
    const again = await Promise.all(inputs.map((input) => bank.request(REGISTER, input, { token: bank.apiKey })));
    expect(again.filter(({ errors }) => errors)).toEqual([]);
  }
});

/** Ends the sessions that are in a transaction now; answers how many. */
async function breakTransactions(): Promise<number> {
  const { rowCount } = await bank.app.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`,
  );
  return rowCount!;
}
