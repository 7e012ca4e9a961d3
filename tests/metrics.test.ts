import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { complaintAt, openLiveBank, REGISTER, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS } from './harness/subscription.js';
import { until } from './harness/until.js';

let bank: LiveBank;
beforeAll(async () => {
  bank = await openLiveBank({ environment: { METRICS_PORT: '0' } });
});
afterAll(() => bank.stop());

const page = async () => (await fetch(bank.metricsUrl!)).text();
/** The value of one time series. */
const valueOf = async (series: string) => {
  const line = (await page()).split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

test('requests are counted by root field and code, whatever name they give themselves', async () => {
  await bank.register(bank.units.east);
  await bank.request('query Canary { canary: viewer { __typename } }', {}, { token: bank.apiKey });
  await bank.request(REGISTER, { input: { ...complaintAt(bank.units.east), content: ' ' } }, { token: bank.apiKey });
  await bank.request('{ viewer { __typename } }', {}, { token: 'jkey_nobody' });
  const count = (field: string, code: string) =>
    valueOf(`jiesu_request_seconds_count{field="${field}",code="${code}"}`);
  expect(await count('registerComplaint', 'OK')).toBe(1);
  expect(await count('registerComplaint', 'BAD_USER_INPUT')).toBe(1);
  expect(await count('viewer', 'OK')).toBe(1);
  expect(await count('none', 'UNAUTHENTICATED')).toBe(1);
  expect(await page()).not.toMatch(/canary/i);
});

test('the engine, the sockets, the feed and the connections are watched', async () => {
  const before = (await valueOf('jiesu_feed_position'))!;
  bank.listen(await bank.signIn('leader'), COMPLAINTS);
  await until(async () => (await valueOf('jiesu_sockets')) === 1);
  await bank.register(bank.units.east);
  await until(async () => (await valueOf('jiesu_feed_position'))! > before);
  bank.clock.advance({ hours: 48 });
  await bank.sweep();
  expect(await valueOf('jiesu_engine_steps_total{sweep="clocks",outcome="done"}')).toBeGreaterThan(0);
  expect(await valueOf('jiesu_database_connections{state="waiting"}')).toBe(0);
});

test('customers find no metrics on the port they use', async () => {
  const { headers } = await fetch(`${bank.url}/metrics`);
  expect(headers.get('content-type')).not.toMatch(/text\/plain/);
  expect((await fetch(bank.metricsUrl!.replace('/metrics', '/graphql'))).status).toBe(404);
});
