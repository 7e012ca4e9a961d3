/** One run: a fresh database, three lanes, the same operations to each in turn; the results as one JSON file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from '../server/dist/kernel/verify-chain.js';
import { machine, withBank } from './bank.mjs';
import { compare, readPlaces } from './compare.mjs';
import { startLane } from './lanes.mjs';
import { measure } from './measure.mjs';
import { operationsOf, requestOf } from './operations/operations.mjs';
import { readModel } from './operations/model.mjs';
import { postgresCpu } from './postgres-cpu.mjs';

const here = import.meta.dirname;
export const resultFile = join(here, 'results/latest.json');
const dataDir = join(here, '.data');
const log = (line) => console.log(`bench: ${line}`);

export async function run({ complaints, seed, isQuick }) {
  const started = Date.now();
  await withBank(dataDir, complaints, log, async ({ pool, environment, known, lanes }) => {
    const operations = operationsOf(await readModel(pool), await readPlaces(pool, known), seed);
    lanes.push(...(await startLanes(environment, operations)));
    const tokenFor = ({ isWrite }) => (isWrite ? known.registrarToken : known.token);
    const requestFor = (operation, lane, variables) => requestOf(operation, lane, variables, tokenFor(operation));
    log('comparing answers');
    for (const operation of operations)
      if (!operation.isWrite) await compare(operation, lanes, (...each) => requestFor(operation, ...each));
    const results = await measure(operations, lanes, requestFor, await postgresCpu(pool), { isQuick, log });
    const { rows: sizes } = await pool.query(sizesOf);
    log('verifying the event chain');
    const chain = await verifyChain(pool);
    if (chain.broken) throw new Error(`the event chain is broken at ${chain.broken.seq}: ${chain.broken.reason}`);
    const report = { at: new Date(started).toISOString(), seed, isQuick, machine: machine(), rows: sizes[0], results };
    mkdirSync(join(here, 'results'), { recursive: true });
    writeFileSync(resultFile, `${JSON.stringify(report, null, 2)}\n`);
    log(
      `${resultFile} after ${Math.round((Date.now() - started) / 1000)} s; node bench/report.mjs writes docs/performance.md`,
    );
  });
}

async function startLanes(environment, operations) {
  const statements = join(dataDir, 'statements.json');
  writeFileSync(
    statements,
    JSON.stringify(Object.fromEntries(operations.map(({ name, limit }) => [name, limit.text]))),
  );
  const { DATABASE_URL, DATABASE_POOL } = environment;
  return [
    await startLane('jiesu', environment),
    await startLane('postgraphile', { DATABASE_URL, DATABASE_POOL }),
    await startLane('limit', { DATABASE_URL, DATABASE_POOL, STATEMENTS: statements }),
  ];
}

const sizesOf = `select (select count(*) from complaint)::int as complaints, (select count(*) from event)::int as events,
  (select count(*) from escalation)::int as escalations, (select count(*) from contact)::int as contacts,
  (select count(*) from staff)::int as staff, (select count(*) from org_unit)::int as units`;
