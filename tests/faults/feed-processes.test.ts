import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createTestDatabase } from '../harness/database.js';
import { complaintAt, liveBank, openLiveBank, REGISTER } from '../harness/live-bank.js';
import { buildServer, killAll, post, prepareDatabase, startProcess } from '../harness/process.js';
import { startTestServer } from '../harness/server.js';
import { ESCALATIONS, subscribe } from '../harness/subscription.js';
import { until } from '../harness/until.js';

const FRAUD = { categoryCode: 'FRAUD' };
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** Two servers on one database; each follows the other only by what the environment leaves it. */
async function openTwo(environment: Record<string, string>) {
  const database = await createTestDatabase();
  cleanUp.push(database.drop);
  const one = await openLiveBank({ databaseUrl: database.url, environment });
  cleanUp.push(one.stop);
  const { app, clock, databaseUrl } = one;
  const second = await startTestServer({ databaseUrl, clock, environment });
  cleanUp.push(second.stop);
  const { units, apiKey, apiKeyId, staff, grants } = one;
  const two = liveBank(second, { units, apiKey, apiKeyId, staff, grants });
  const leader = await one.signIn('leader');
  const after = await one.cursor();
  const feeds = [one, two].map((bank) => bank.listen(leader, ESCALATIONS, { after }));
  return { app, banks: [one, two] as const, feeds };
}

/** Both servers take complaints in turn; followers of both are told of each, once. */
async function expectAllOnBoth({ banks, feeds }: Awaited<ReturnType<typeof openTwo>>): Promise<void> {
  const written = feeds[0]!.references();
  for (let count = 0; count < 6; count++) written.push(await banks[count % 2]!.register(banks[0].units.east, FRAUD));
  for (const feed of feeds) expect(await feed.first(written.length)).toEqual(written);
}

test('every event reaches the followers of two servers, once', async () => {
  await expectAllOnBoth(await openTwo({}));
});

test('word by NOTIFY alone is enough', async () => {
  await expectAllOnBoth(await openTwo({ FEED_POLL_MS: '0' }));
});

test('looking now and then alone is enough', async () => {
  await expectAllOnBoth(await openTwo({ FEED_LISTEN: 'false', FEED_POLL_MS: '200' }));
});

const listeners = `select pid from pg_stat_activity where datname = current_database()
  and application_name = 'jiesu listen' and state is not null`;

test('F7: with only the listening session killed nothing is lost or late, and it comes back', async () => {
  const two = await openTwo({ FEED_POLL_MS: '1000' });
  const { pool } = two.app;
  const before = await pool.query<{ pid: number }>(listeners);
  expect(before.rowCount).toBe(2);
  await pool.query(`select pg_terminate_backend(pid) from (${listeners}) listening`);
  await expectAllOnBoth(two);
  const killed = new Set(before.rows.map(({ pid }) => pid));
  await until(async () => {
    const { rows } = await pool.query<{ pid: number }>(listeners);
    return rows.length === 2 && rows.every(({ pid }) => !killed.has(pid));
  });
});

test('after its listening session was killed a server without a poll catches up by itself', async () => {
  const two = await openTwo({ FEED_POLL_MS: '0' });
  await two.app.pool.query(`select pg_terminate_backend(pid) from (${listeners}) listening`);
  await expectAllOnBoth(two);
});

beforeAll(buildServer);

test('two real processes on one database: every event reaches the followers of both, once', async () => {
  const { founded, environment, release } = await prepareDatabase();
  cleanUp.push(release, killAll);
  const processes = await Promise.all([startProcess(environment), startProcess(environment)]);
  const { token } = (
    await post(
      processes[0].url,
      founded.apiKey,
      `mutation { signIn(input: { username: "leader", password: "a long enough password", mode: TOKEN }) { token } }`,
    )
  ).data.signIn;
  const feeds = processes.map(({ url }) => {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    cleanUp.push(async () => client.dispose());
    return subscribe(client, ESCALATIONS, { after: 'MTow' });
  });
  const writers = Array.from({ length: 20 }, async (_, count) => {
    const { url } = processes[count % 2]!;
    const input = complaintAt(founded.units.east, FRAUD);
    return (await post(url, founded.apiKey, REGISTER, { input })).data.registerComplaint.reference as string;
  });
  const written = (await Promise.all(writers)).sort();
  for (const feed of feeds) expect((await feed.first(20)).sort()).toEqual(written);
  const [first, second] = feeds.map(({ events }) => events.map(({ cursor }) => cursor));
  expect(first).toEqual(second);
  expect((await processes[0].stop()).code).toBe(0);
});
