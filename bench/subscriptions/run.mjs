/**
 * `npm run bench -- subscriptions`: 1 000 and 5 000 sockets that follow complaints, people of equal rights, beside as
 * many sockets of a bare `ws` server that is given the text of the same message. Every event goes to one lane and then
 * the other, so that whatever else the machine does falls on both.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApplication } from '../../server/dist/application.js';
import { readConfig } from '../../server/dist/config.js';
import { Context } from '../../server/dist/kernel/context.js';
import { system } from '../../server/dist/kernel/viewer.js';
import { grantRole } from '../../server/dist/org/grants/role-grant.actions.js';
import { digestOf, newToken, sessionPrefix } from '../../server/dist/org/sign-in/credentials.js';
import { enrolStaff } from '../../server/dist/org/staff/staff.actions.js';
import { machine, withBank } from '../bank.mjs';
import { startLane } from '../lanes.mjs';
import { Crowd, follow } from './crowd.mjs';

const here = import.meta.dirname;
const dataDir = join(here, '../.data-subscriptions');
const people = 50;
const steps = [
  { sockets: 1000, events: 40 },
  { sockets: 5000, events: 20 },
];
const query = `subscription { complaintEvents { cursor at kind
  complaint { id reference title status level orgUnit { id name } responsible { id name } } } }`;
const registration = `mutation ($input: RegisterComplaintInput!) { registerComplaint(input: $input) { id } }`;
const log = (line) => console.log(`bench: ${line}`);

/** Runs both lanes and writes bench/results/subscriptions.json. */
export async function run() {
  await withBank(dataDir, 1000, log, async ({ pool, environment, known, lanes }) => {
    const tokens = await enrolDesk(pool, environment);
    lanes.push(
      await startLane('jiesu', { ...environment, SOCKETS_PER_USER: '100000' }),
      await startLane('broadcast', {}),
    );
    const results = await measure(lanes, tokens, known.registrarToken);
    mkdirSync(join(here, '../results'), { recursive: true });
    const file = join(here, '../results/subscriptions.json');
    writeFileSync(
      file,
      `${JSON.stringify({ at: new Date().toISOString(), machine: machine(), people, results }, null, 2)}\n`,
    );
    log(file);
  });
}

/** People of the head office's desk, a session each: equal rights, different persons. */
async function enrolDesk(pool, environment) {
  const app = await createApplication(readConfig(environment), environment.DATABASE_URL);
  const ctx = new Context(app, system);
  const { rows } = await pool.query('select id from org_unit where parent_id is null');
  const tokens = [];
  for (let count = 0; count < people; count++) {
    const username = `desk${count}`;
    const { id } = await enrolStaff(ctx, { username, name: username, orgUnitId: rows[0].id, passwordHash: '' });
    await grantRole(ctx, { staffId: id, role: 'DESK', orgUnitId: rows[0].id, withSubtree: true });
    const token = newToken(sessionPrefix);
    await pool.query(
      `insert into user_session (id, created_at, staff_id, token_digest, expires_at, last_used_at)
       values (uuidv7(), now(), $1, $2, now() + interval '1 day', now())`,
      [id, digestOf(token)],
    );
    tokens.push(token);
  }
  await app.orm.close();
  return tokens;
}

async function measure([jiesu, broadcast], tokens, registrarToken) {
  const crowds = { jiesu: new Crowd(), broadcast: new Crowd() };
  const register = () => registerAt(jiesu.port, registrarToken);
  const say = () => post(`http://127.0.0.1:${broadcast.port}/`, crowds.jiesu.last);
  const results = [];
  log('warming up');
  await warmUp(jiesu, broadcast, tokens, register);
  const empty = { jiesu: await restingMemory(jiesu), broadcast: await restingMemory(broadcast) };
  for (const { sockets, events } of steps) {
    log(`${sockets} sockets on each server`);
    await crowds.jiesu.grow(`ws://127.0.0.1:${jiesu.port}/graphql`, sockets, (socket, index) =>
      follow(socket, tokens[index % people], query),
    );
    await crowds.broadcast.grow(`ws://127.0.0.1:${broadcast.port}/`, sockets);
    const idle = { jiesu: await restingMemory(jiesu), broadcast: await restingMemory(broadcast) };
    for (let warmUp = 0; warmUp < 5; warmUp++) {
      await crowds.jiesu.hear(register);
      await crowds.broadcast.hear(say);
    }
    const rounds = { jiesu: [], broadcast: [] };
    for (let count = 0; count < events; count++) {
      rounds.jiesu.push(await round(jiesu, () => crowds.jiesu.hear(register)));
      rounds.broadcast.push(await round(broadcast, () => crowds.broadcast.hear(say)));
    }
    const lanes = Object.fromEntries(
      Object.entries(rounds).map(([name, of]) => [name, summary(of, (idle[name] - empty[name]) / sockets / 1024)]),
    );
    results.push({ sockets, events, bytes: crowds.jiesu.last.length, load: loadavg()[0], lanes });
    log(JSON.stringify(results.at(-1)));
  }
  for (const crowd of Object.values(crowds)) await crowd.leave();
  return results;
}

/** Before memory is weighed: what a server needs once, however many listen. */
async function warmUp(jiesu, broadcast, tokens, register) {
  const [few, others] = [new Crowd(), new Crowd()];
  await few.grow(`ws://127.0.0.1:${jiesu.port}/graphql`, 200, (socket, index) =>
    follow(socket, tokens[index % people], query),
  );
  await others.grow(`ws://127.0.0.1:${broadcast.port}/`, 200);
  for (let count = 0; count < 50; count++) {
    await few.hear(register);
    await others.hear(() => post(`http://127.0.0.1:${broadcast.port}/`, few.last));
  }
  await few.leave();
  await others.leave();
}

/** One event and what it cost the server's process. */
async function round(lane, work) {
  const before = await lane.usage();
  const latencies = await work();
  const after = await lane.usage();
  return { latencies, cpu: after.cpu - before.cpu };
}

function summary(rounds, idleKb) {
  const latencies = rounds.flatMap((each) => each.latencies).sort((a, b) => a - b);
  const at = (part) =>
    Math.round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] * 10) / 10;
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
    deliveriesPerSecond: Math.round(
      middle(rounds.map((each) => (each.latencies.length * 1000) / Math.max(...each.latencies))),
    ),
    cpuPerDelivery: Math.round(middle(rounds.map((each) => each.cpu / each.latencies.length)) * 10) / 10,
    idleKb: Math.round(idleKb * 10) / 10,
  };
}

/** What the process holds once nothing has happened for a while. */
async function restingMemory(lane) {
  await sleep(5000);
  return (await lane.usage()).memory;
}

const registerAt = (port, token) =>
  post(`http://127.0.0.1:${port}/graphql`, JSON.stringify({ query: registration, variables: { input: complaint() } }), {
    authorization: `Bearer ${token}`,
  });

const complaint = () => ({
  channel: 'ON_SITE',
  content: '转账未到账,要求尽快处理',
  complainant: { anonymous: true },
  idempotencyKey: crypto.randomUUID(),
});

async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await answer.text();
  if (!answer.ok || text.includes('"errors"')) throw new Error(`${answer.status} ${text}`);
}
