import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { verifyChain } from '../../server/src/kernel/verify-chain.js';
import { complaintAt, REGISTER } from '../harness/live-bank.js';
import { buildServer, killAll, post, prepareDatabase, startProcess, type ServerProcess } from '../harness/process.js';
import { COMPLAINTS, subscribe } from '../harness/subscription.js';
import { until } from '../harness/until.js';

const kills = 20;
/** A busy machine may take its time to start a server. */
const longestMs = 60_000;
beforeAll(buildServer);
afterEach(killAll);

/** A caller that sends a complaint under its key again and again until it is acknowledged. */
function patientCaller(serverNow: () => Promise<ServerProcess>, token: string, unit: string) {
  const acknowledged = new Map<string, string>();
  const state = { isOver: false };
  const run = (async () => {
    while (!state.isOver) {
      const input = complaintAt(unit, { categoryCode: 'FRAUD' });
      for (;;) {
        const answer = await post((await serverNow()).url, token, REGISTER, { input }).catch(() => null);
        if (answer?.data?.registerComplaint) {
          acknowledged.set(input.idempotencyKey, answer.data.registerComplaint.reference);
          break;
        }
        const code = answer?.errors?.[0]?.extensions.code;
        if (code && code !== 'UNAVAILABLE') throw new Error(code);
      }
    }
  })();
  return { acknowledged, run, finish: () => void (state.isOver = true) };
}

test(`killed at ${kills} random moments, the server loses nothing acknowledged and doubles nothing`, async () => {
  const { app, founded, environment, release } = await prepareDatabase();
  let current = startProcess(environment);
  const callers = Array.from({ length: 8 }, () => patientCaller(() => current, founded.apiKey, founded.units.east));
  const countOf = () => callers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  const readyMs: number[] = [];
  for (let count = 0; count < kills; count++) {
    const reached = countOf();
    await until(() => countOf() > reached, longestMs);
    const moment = performance.now() + Math.random() * 150;
    await until(() => performance.now() >= moment);
    const { kill } = await current;
    current = kill().then(() => startProcess(environment));
    readyMs.push((await current).readyMs);
  }
  for (const { finish } of callers) finish();
  await Promise.all(callers.map(({ run }) => run));
  const acknowledged = new Map(callers.flatMap((caller) => [...caller.acknowledged]));
  const { rows } = await app.pool.query<{ key: string; reference: string; events: number; escalations: number }>(
    `select idempotency_key as key, reference,
       (select count(*)::int from event where subject_id = complaint.id and kind = 'complaint.registered') as events,
       (select count(*)::int from escalation where complaint_id = complaint.id) as escalations
     from complaint`,
  );
  expect(new Map(rows.map(({ key, reference }) => [key, reference]))).toEqual(acknowledged);
  expect(rows.filter(({ events, escalations }) => events !== 1 || escalations !== 1)).toEqual([]);
  const orphans = `select from event where kind = 'complaint.registered'
    and not exists (select from complaint where id = subject_id)`;
  expect((await app.pool.query(orphans)).rowCount).toBe(0);
  expect(await verifyChain(app.pool)).toMatchObject({ broken: null });
  expect(Math.max(...readyMs)).toBeLessThan(10_000);
  expect((await (await current).stop()).code).toBe(0);
  await release();
}, 900_000);

test.each(['SIGINT', 'SIGTERM'] as const)(
  'F16: %s with 100 requests in flight and 300 sockets: not ready, all answered, sockets told, ended cleanly',
  async (signal) => {
    const { app, founded, environment, release } = await prepareDatabase();
    const server = await startProcess({ ...environment, SOCKETS_PER_USER: '1000', DATABASE_POOL: '50' });
    const feeds = Array.from({ length: 300 }, () => {
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${founded.apiKey}` },
        retryAttempts: 0,
      });
      return subscribe(client, COMPLAINTS, { after: 'MTow' });
    });
    const register = () => post(server.url, founded.apiKey, REGISTER, { input: complaintAt(founded.units.east) });
    await register();
    await Promise.all(feeds.map((feed) => feed.first(1)));
    const gate = await app.pool.connect();
    await gate.query('begin');
    // The lock of the event chain, which every change takes last.
    await gate.query('select pg_advisory_xact_lock($1)', [0x6a696573]);
    const inFlight = Array.from({ length: 100 }, register);
    await until(async () => (await gate.query(waiting)).rowCount! > 0);
    const began = performance.now();
    const ended = server.stop(signal);
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503);
    await gate.query('commit');
    gate.release();
    const answers = await Promise.all(inFlight);
    expect(answers.filter(({ errors }) => errors)).toEqual([]);
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(20_000);
    for (const feed of feeds) expect(await feed.closed()).toMatchObject({ code: 1001 });
    await release();
  },
);

/** Sessions that wait to write an event. */
const waiting = `select from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

/** Processes whose command line names the folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return line.includes(folder) || environment.includes(folder) ? [line] : [];
      } catch {
        return [];
      }
    });
}

test('killed on its embedded database it leaves nothing running and loses nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
  const environment = { JIESU_DATA_DIR: folder };
  let server = await startProcess(environment);
  const token = 'jiesu-demo-channel';
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ mode: 'DEMO' });
  const input = { ...complaintAt('', { categoryCode: 'FRAUD' }), orgUnitId: null };
  const registered = await post(server.url, token, REGISTER, { input });
  const { trackingCode } = registered.data.registerComplaint;
  await server.kill();
  await until(() => processesOf(folder).length === 0, longestMs);
  server = await startProcess(environment);
  expect(server.readyMs).toBeLessThan(15_000);
  expect(await post(server.url, token, REGISTER, { input })).toEqual(registered);
  expect(trackingCode).toMatch(/\S/);
  expect((await server.stop()).code).toBe(0);
  await until(() => processesOf(folder).length === 0, longestMs);
  rmSync(folder, { recursive: true, force: true });
}, 240_000);
