/**
 * `npm run bench -- clocks`: 100 000 running clocks and the server as it ships, one process and then two on one database.
 * The engine comes back after two hours in which 1 000 fell due; then clocks fall due one after the other; then 10 000
 * at one moment, while one of the two processes is killed at a random one. After each part every clock must have fired
 * exactly once by the event log, else the run ends with an error.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '../../server/dist/kernel/verify-chain.js';
import { machine, withBank } from '../bank.mjs';
import { startLane } from '../lanes.mjs';
import { letAllRun, makeDue, outcome, waiting } from './due.mjs';

const here = import.meta.dirname;
const dataDir = join(here, '../.data-clocks');
const log = (line) => console.log(`bench: ${line}`);
const hour = 3_600_000;
const mostSeconds = 600;

const whole = { outage: 1000, perSecond: 50, seconds: 60, atOnce: 10_000, rounds: 3 };
const quick = { outage: 200, perSecond: 50, seconds: 10, atOnce: 1000, rounds: 1 };

/** Runs the three parts and writes bench/results/clocks.json. */
export async function run({ complaints, isQuick }) {
  const sizes = isQuick ? quick : whole;
  await withBank(dataDir, complaints, log, async ({ pool, environment, lanes }) => {
    log(`letting ${complaints} clocks run`);
    await letAllRun(pool);
    const start = async () => lanes[lanes.push(await startLane('jiesu', environment)) - 1];
    const highest = watchLoad();
    const outage = await afterOutage(pool, sizes, start);
    const steady = await oneAfterTheOther(pool, sizes, start);
    const rounds = [];
    for (let round = 0; round < sizes.rounds; round++) {
      rounds.push(await allAtOnce(pool, sizes, lanes.slice(-2)));
      await start();
    }
    log('verifying the event chain');
    const chain = await verifyChain(pool);
    if (chain.broken) throw new Error(`the event chain is broken at ${chain.broken.seq}: ${chain.broken.reason}`);
    const report = {
      at: new Date().toISOString(),
      isQuick,
      machine: machine(),
      load: highest(),
      clocks: complaints,
      outage,
      steady: { ...steady, perSecond: sizes.perSecond },
      rounds,
    };
    mkdirSync(join(here, '../results'), { recursive: true });
    const file = join(here, '../results/clocks.json');
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    log(`${file}; node bench/report.mjs writes docs/performance.md`);
  });
}

/** No engine ran for two hours; one comes back. */
async function afterOutage(pool, { outage }, start) {
  const now = Date.now();
  const since = await makeDue(pool, {
    count: outage,
    from: new Date(now - 2 * hour),
    to: new Date(now),
    warnings: true,
  });
  const began = performance.now();
  await start();
  await untilWaiting(pool, 0);
  const seconds = secondsSince(began);
  const result = { ...(await outcome(pool, since)), seconds };
  if (result.outOfOrder) throw new Error(`${result.outOfOrder} clocks fired before an earlier one`);
  log(`outage: ${JSON.stringify(result)}`);
  return result;
}

/** Two engines; clocks fall due evenly, as on a busy day. */
async function oneAfterTheOther(pool, { perSecond, seconds }, start) {
  await start();
  const from = Date.now() + 5000;
  const since = await makeDue(pool, {
    count: perSecond * seconds,
    from: new Date(from),
    to: new Date(from + seconds * 1000),
    warnings: true,
  });
  await sleep(from + seconds * 1000 - Date.now());
  await untilWaiting(pool, 0);
  const result = await outcome(pool, since);
  log(`one after the other: ${JSON.stringify(result)}`);
  return result;
}

/** Two engines, many clocks that end at the same moment, and a SIGKILL for one of the two somewhere on the way. */
async function allAtOnce(pool, { atOnce }, engines) {
  const at = Date.now() + 10_000;
  const since = await makeDue(pool, { count: atOnce, from: new Date(at), to: new Date(at) });
  if (Date.now() > at) throw new Error('the clocks were due before they were all there');
  await sleep(at - Date.now());
  const began = performance.now();
  const victim = engines[Math.floor(Math.random() * 2)];
  await untilWaiting(pool, Math.floor(atOnce * Math.random()));
  await sleep(Math.random() * 100);
  victim.kill();
  const killedAfter = secondsSince(began);
  const left = await waiting(pool);
  await untilWaiting(pool, 0);
  const seconds = secondsSince(began);
  const result = { ...(await outcome(pool, since)), seconds, killedAfter, leftToTheOther: left };
  log(`at once: ${JSON.stringify(result)}`);
  return result;
}

async function untilWaiting(pool, most) {
  const began = performance.now();
  while ((await waiting(pool)) > most) {
    if (secondsSince(began) > mostSeconds) throw new Error(`clocks are left after ${mostSeconds} s`);
    await sleep(100);
  }
}

const secondsSince = (began) => Number(((performance.now() - began) / 1000).toFixed(2));

/** The highest load average of the machine so far, read every five seconds. */
function watchLoad() {
  let most = loadavg()[0];
  setInterval(() => (most = Math.max(most, loadavg()[0])), 5000).unref();
  return () => Number(most.toFixed(1));
}
