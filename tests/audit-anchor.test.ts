import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { noteAnchor } from '../server/src/kernel/anchor.js';
import { hashOf, type ChainedEvent } from '../server/src/kernel/event-log.js';
import { verifyChain } from '../server/src/kernel/verify-chain.js';
import { tamper } from './harness/database.js';
import { complaintAt, REGISTER } from './harness/live-bank.js';
import { buildServer, keys, killAll, launch, post, prepareDatabase, startProcess } from './harness/process.js';

const folder = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
const file = join(folder, 'anchors.jsonl');
let bank: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  await buildServer();
  bank = await prepareDatabase();
});
afterEach(killAll);
afterAll(async () => {
  await bank.release();
  rmSync(folder, { recursive: true });
});

const anchors = () =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: string });

async function verify() {
  const { DATABASE_URL } = bank.environment;
  const { ended, output } = launch('cli/audit-verify.js', [], { DATABASE_URL, AUDIT_ANCHOR_FILE: file, ...keys });
  return { code: (await ended).code, said: output() };
}

test('a server notes the head at its start, in its log and in the file, and a noted head is found again', async () => {
  for (let start = 0; start < 2; start++) {
    const server = await startProcess({ ...bank.environment, AUDIT_ANCHOR_FILE: file });
    expect(server.output()).toContain('head of the audit chain');
    const input = complaintAt(bank.founded.units.east);
    expect((await post(server.url, bank.founded.apiKey, REGISTER, { input })).errors).toBeUndefined();
    expect((await server.stop()).code).toBe(0);
  }
  const [first, second] = anchors();
  expect(Number(second!.seq)).toBeGreaterThan(Number(first!.seq));
  expect(await verify()).toEqual({ code: 0, said: expect.stringContaining('all of 2 noted heads are in it') });
});

test('a file that cannot be written stops the start with 78', async () => {
  const { ended, output } = launch('main.js', [], {
    ...bank.environment,
    HOST: '127.0.0.1',
    PORT: '0',
    AUDIT_ANCHOR_FILE: join(folder, 'nowhere', 'anchors'),
  });
  expect((await ended).code).toBe(78);
  expect(output()).toContain('AUDIT_ANCHOR_FILE: ');
});

/** Lets work change the log, verifies by the program, and puts everything back. */
async function afterChange(work: () => Promise<void>) {
  const { DATABASE_URL } = bank.environment;
  await noteAnchor(bank.app, file);
  const kept = readFileSync(file);
  await tamper(DATABASE_URL, 'create table kept as table event');
  try {
    await work();
    return await verify();
  } finally {
    await tamper(
      DATABASE_URL,
      'truncate event',
      'insert into event select * from kept order by seq',
      'drop table kept',
    );
    writeFileSync(file, kept);
  }
}

test('a tail that was cut off is found, though the chain that is left holds', async () => {
  const last = anchors().at(-1)!.seq;
  const { code, said } = await afterChange(async () => {
    await tamper(bank.environment.DATABASE_URL, `delete from event where seq >= ${last}`);
    expect(await verifyChain(bank.app.pool)).toMatchObject({ broken: null });
  });
  expect(code).toBe(1);
  expect(said).toContain(`broken at event ${last}: is missing`);
});

test('a history that was written anew with right hashes is found', async () => {
  const { code, said } = await afterChange(async () => {
    await rewriteFrom(2);
    expect(await verifyChain(bank.app.pool)).toMatchObject({ broken: null });
  });
  expect(code).toBe(1);
  expect(said).toContain(`broken at event ${anchors()[0]!.seq}: is not the event that was noted`);
});

/** What somebody would do who owns the database and knows how the chain is made. */
async function rewriteFrom(from: number): Promise<void> {
  const { rows } = await bank.app.pool.query<ChainedEvent>(
    `select seq, at, kind, actor_kind as "actorKind", actor_id as "actorId", subject_type as "subjectType",
       subject_id as "subjectId", object_id as "objectId", audience, is_drill as "isDrill", data,
       previous_hash as "previousHash", hash from event order by seq`,
  );
  let previousHash = rows[from - 2]!.hash;
  const updates = rows.slice(from - 1).map(({ hash, ...row }) => {
    const forged = { ...row, at: new Date(row.at), isDrill: true, previousHash };
    const before = previousHash;
    previousHash = hashOf(forged);
    return `update event set is_drill = true, previous_hash = '${before}', hash = '${previousHash}' where hash = '${hash}'`;
  });
  await tamper(bank.environment.DATABASE_URL, ...updates);
}

test('a line that no server wrote is named', async () => {
  const kept = readFileSync(file);
  writeFileSync(file, `${kept}{"seq":"x"}\n`);
  expect(await verify()).toEqual({ code: 1, said: expect.stringContaining('is no anchor') });
  writeFileSync(file, kept);
});
