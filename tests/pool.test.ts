import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { complaintAt, openLiveBank, REGISTER, type LiveBank } from './harness/live-bank.js';
import { until } from './harness/until.js';

const size = 3;
let bank: LiveBank;
beforeAll(async () => {
  bank = await openLiveBank({ environment: { DATABASE_POOL: String(size), FEED_POLL_MS: '0' } });
});
afterAll(() => bank.stop());

test('F9: with every connection taken callers queue for three seconds, are told UNAVAILABLE, and nothing leaks', async () => {
  const { pool } = bank.app;
  await bank.register(bank.units.east);
  const taken = await Promise.all(Array.from({ length: size }, () => pool.connect()));
  const began = performance.now();
  const waiting = Array.from({ length: 6 }, () =>
    bank.request(REGISTER, { input: complaintAt(bank.units.east) }, { token: bank.apiKey }),
  );
  await until(() => pool.waitingCount > 0);
  expect((await fetch(`${bank.url}/livez`)).status).toBe(200);
  expect((await fetch(`${bank.url}/readyz`)).status).toBe(503);
  // Long before the queue is over.
  expect(performance.now() - began).toBeLessThan(3000);
  for (const { errors } of await Promise.all(waiting))
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 2 });
  expect(performance.now() - began).toBeGreaterThan(2500);
  for (const client of taken) client.release();
  await until(async () => (await fetch(`${bank.url}/readyz`)).status === 200);
  await Promise.all(Array.from({ length: 10 }, () => bank.register(bank.units.east)));
  await until(() => pool.idleCount === pool.totalCount);
  expect([pool.totalCount, pool.waitingCount]).toEqual([size, 0]);
});
