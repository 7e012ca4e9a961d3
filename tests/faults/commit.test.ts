import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { verifyChain } from '../../server/src/kernel/verify-chain.js';
import { complaintAt, REGISTER } from '../harness/live-bank.js';
import { buildServer, killAll, post, prepareDatabase, startProcess } from '../harness/process.js';
import { until } from '../harness/until.js';

/** A simple query of PostgreSQL's protocol. */
const commit = Buffer.from('Q\0\0\0\u000bcommit\0', 'latin1');

beforeAll(buildServer);
afterEach(killAll);

/**
 * A line to the database that, once armed, holds back either the next commit or the answer to it: the two moments in
 * which a server that dies does not know how its transaction ended.
 */
async function heldLine(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const state = { hold: null as 'commit' | 'answer' | null };
  let held!: () => void;
  const isHeld = new Promise<void>((resolve) => (held = resolve));
  const line = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let isSilent = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].forEach((each) => each.destroy()));
    }
    near.on('data', (bytes: Buffer) => {
      if (state.hold && bytes.includes(commit)) {
        isSilent = true;
        if (state.hold === 'answer') far.write(bytes);
        return held();
      }
      far.write(bytes);
    });
    far.on('data', (bytes: Buffer) => !isSilent && near.write(bytes));
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((line.address() as AddressInfo).port);
  const close = () => {
    for (const socket of sockets) socket.destroy();
    line.close();
  };
  return { url: url.href, isHeld, arm: (hold: 'commit' | 'answer') => void (state.hold = hold), close };
}

/** Registers over a line that holds something back, kills the server there, and answers what is left. */
async function killedAt(hold: 'commit' | 'answer') {
  const { app, founded, environment, release } = await prepareDatabase();
  const line = await heldLine(environment.DATABASE_URL);
  const quiet = { ...environment, ENGINE_CYCLE_MS: '0', FEED_POLL_MS: '0' };
  const server = await startProcess({ ...quiet, DATABASE_URL: line.url });
  const input = complaintAt(founded.units.east, { categoryCode: 'FRAUD' });
  const send = (url: string) => post(url, founded.apiKey, REGISTER, { input });
  // Whoever the key is is known by now, so that the next transaction is the registration's own.
  await post(server.url, founded.apiKey, '{ __typename }');
  const rows = async () => {
    const { rows: found } = await app.pool.query<Record<string, number>>(
      `select (select count(*)::int from complaint) as complaints, (select count(*)::int from escalation) as escalations,
         (select count(*)::int from sla_clock) as clocks,
         (select count(*)::int from event where kind = 'complaint.registered') as registered`,
    );
    return found[0];
  };
  line.arm(hold);
  const answer = send(server.url).catch(() => null);
  await line.isHeld;
  if (hold === 'answer') await until(async () => (await rows())!['complaints'] === 1);
  await server.kill();
  line.close();
  expect(await answer).toBeNull();
  return { app, environment: quiet, send, rows, release };
}

const one = { complaints: 1, escalations: 1, clocks: 2, registered: 1 };

test('F1: killed between the commit and the answer, the same request finds the same complaint', async () => {
  const { app, environment, send, rows, release } = await killedAt('answer');
  const server = await startProcess(environment);
  const again = await send(server.url);
  expect(again.data.registerComplaint.reference).toMatch(/\S/);
  expect(await send(server.url)).toEqual(again);
  expect(await rows()).toEqual(one);
  expect(await verifyChain(app.pool)).toMatchObject({ broken: null });
  expect((await server.stop()).code).toBe(0);
  await release();
});

test('F2: killed before the commit, nothing of it can be seen, and the same request is a first one', async () => {
  const { app, environment, send, rows, release } = await killedAt('commit');
  expect(await rows()).toEqual({ complaints: 0, escalations: 0, clocks: 0, registered: 0 });
  const server = await startProcess(environment);
  expect((await send(server.url)).errors).toBeUndefined();
  expect(await rows()).toEqual(one);
  expect(await verifyChain(app.pool)).toMatchObject({ broken: null });
  expect((await server.stop()).code).toBe(0);
  await release();
});
