import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';
import { startTestServer, type TestServer } from './harness/server.js';

let bank: LiveBank;
/** A second process on the same database. */
let other: TestServer;
const limits = { RATE_LIMIT_KEY: '10/100', RATE_LIMIT_STAFF: '5/20' };

beforeAll(async () => {
  bank = await openLiveBank({ environment: limits });
  const { databaseUrl, clock } = bank;
  other = await startTestServer({ databaseUrl, clock, environment: limits });
});
afterAll(async () => {
  await other.stop();
  await bank.stop();
});

const send = (server: TestServer, token: string, query = '{ __typename }') =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });

/** How many of some requests at once are let through. */
async function passed(server: TestServer, count: number, token = bank.apiKey): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, () => send(server, token)));
  return answers.filter(({ status }) => status === 200).length;
}

/** Lets every bucket fill to the brim. */
const refill = () => bank.clock.advance({ minutes: 1 });

test('a key may send its burst at once and no more, and is told when to come back', async () => {
  expect(await passed(bank, 120)).toBe(100);
  const refused = await send(bank, bank.apiKey);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  const { errors } = (await refused.json()) as { errors: object[] };
  expect(errors).toEqual([
    expect.objectContaining({ extensions: { code: 'RATE_LIMITED', params: { seconds: 1 }, retryAfterSeconds: 1 } }),
  ]);
});

test('so many come back each second', async () => {
  refill();
  expect(await passed(bank, 110)).toBe(100);
  bank.clock.advance({ seconds: 2 });
  expect(await passed(bank, 40)).toBe(20);
});

test('several processes share one bucket, up to a lot that one of them holds', async () => {
  refill();
  const [here, there] = await Promise.all([passed(bank, 90), passed(other, 90)]);
  expect(here + there).toBeLessThanOrEqual(100);
  expect(here + there).toBeGreaterThanOrEqual(90);
});

test('a key has no part in the limit of others, and a person has a limit of their own', async () => {
  refill();
  const [leader, clerk] = [await bank.signIn('leader'), await bank.signIn('clerk')];
  expect(await passed(bank, 110)).toBe(100);
  expect(await passed(bank, 30, leader)).toBe(20);
  expect(await passed(bank, 1, clerk)).toBe(1);
});

test('a costly query is charged for what it costs', async () => {
  refill();
  const pages = '{ complaints(page: { limit: 100 }) { items { id reference title status level escalations { id } } } }';
  let answered = 0;
  while ((await send(bank, bank.apiKey, pages)).status === 200) answered++;
  // About 1 600 values: two tokens a request.
  expect(answered).toBe(50);
});

test('most requests cost no statement of the database', async () => {
  refill();
  await passed(bank, 1);
  const bucket = async () => {
    const { rows } = await bank.app.pool.query<{ full: string }>(
      "select resets_at::text as full from rate_bucket where key like 'requests:API_KEY:%'",
    );
    return rows[0]!.full;
  };
  const before = await bucket();
  expect(await passed(bank, 9)).toBe(9);
  expect(await bucket()).toBe(before);
  expect(await passed(bank, 1)).toBe(1);
  expect(await bucket()).not.toBe(before);
});

test('what cannot even be read is charged like a request', async () => {
  refill();
  const answers = await Promise.all(Array.from({ length: 110 }, () => send(bank, bank.apiKey, '{')));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 400)).toHaveLength(100);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});
