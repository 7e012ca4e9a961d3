import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/src/embedded-postgres.js';
import { findPostmaster, processesOf, tagOf } from '../../server/src/embedded-postgres/processes.js';
import { until } from '../harness/until.js';

interface Owner {
  process: ChildProcess;
  first: { url: string; guest: boolean };
  /** The last row that the owner said it has committed. */
  written: () => number;
}

let base: string;
let folder: string;
let running: EmbeddedPostgres[];
let owners: ChildProcess[];

beforeEach(() => {
  base = fs.mkdtempSync(join(tmpdir(), 'jiesu-test-'));
  fs.chmodSync(base, 0o711);
  folder = join(base, 'data');
  running = [];
  owners = [];
});

afterEach(async () => {
  for (const owner of owners) owner.kill('SIGKILL');
  for (const database of running) await database.stop();
  if (fs.existsSync(inCluster('data'))) {
    await until(() => processesOf(dataFolder()).length === 0);
    fs.rmSync(fs.realpathSync(inCluster('')), { recursive: true });
  }
  fs.rmSync(base, { recursive: true });
});

test('a stopped database leaves no process behind and keeps its rows', async () => {
  const first = await start();
  await query(first, 'CREATE TABLE note AS SELECT 1 AS id');
  await first.stop();
  expect(processesOf(dataFolder())).toEqual([]);
  const second = await start();
  expect(await query(second, 'SELECT id FROM note')).toEqual([{ id: 1 }]);
});

test('a new database knows Chinese, belongs to a plain role and listens on nothing but 127.0.0.1', async () => {
  const database = await start();
  await query(database, 'CREATE EXTENSION pg_trgm');
  expect(await query(database, `SELECT show_trgm('中') <> '{}' AS found`)).toEqual([{ found: true }]);
  expect(await query(database, `SELECT '阿' < '波' COLLATE "zh-x-icu" AS sorted`)).toEqual([{ sorted: true }]);
  expect(await query(database, 'SELECT rolsuper FROM pg_roles WHERE rolname = user')).toEqual([{ rolsuper: false }]);
  const [, , , , socketFolder, address] = fs.readFileSync(join(dataFolder(), 'postmaster.pid'), 'utf8').split('\n');
  expect([socketFolder, address]).toEqual(['', '127.0.0.1']);
  expect(fs.statSync(inCluster('password')).mode & 0o777).toBe(0o600);
});

test('a wrong password is refused', async () => {
  const { url } = await start();
  await expect(query({ url: url.replace(/:[^:]*@/, ':guess@') }, 'SELECT 1')).rejects.toThrow('password');
});

test('a killed owner takes the database down and loses no committed row', async () => {
  const owner = await startOwner();
  await until(() => owner.written() > 50);
  owner.process.kill('SIGKILL');
  await until(() => processesOf(dataFolder()).length === 0);
  await expectRows(await start(), owner.written());
});

test('a killed guard is replaced', async () => {
  const owner = await startOwner();
  const guard = await until(() => guardOf(owner.process));
  process.kill(guard, 'SIGKILL');
  await until(() => (guardOf(owner.process) ?? guard) !== guard);
  owner.process.kill('SIGKILL');
  await until(() => processesOf(dataFolder()).length === 0);
});

test('the guard of an earlier start that was killed leaves a later server alone', async () => {
  const database = await start();
  const program = join(import.meta.dirname, '../../server/src/embedded-postgres/guard.ts');
  const marks = [`cluster_name=${tagOf(dataFolder())}`, 'jiesu.owner=1.1'];
  const guard = spawn(process.execPath, [program, join(dataFolder(), 'postmaster.pid'), ...marks]);
  guard.stdin.end();
  await once(guard, 'exit');
  expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a database left behind by a killed owner and a killed guard is taken over', async () => {
  const owner = await startOwner();
  await until(() => owner.written() > 50);
  process.kill(await until(() => guardOf(owner.process)), 'SIGKILL');
  owner.process.kill('SIGKILL');
  await once(owner.process, 'exit');
  const abandoned = findPostmaster(dataFolder())?.pid;
  expect(abandoned).toBeGreaterThan(0);
  const database = await start();
  expect(database.guest).toBe(false);
  expect(processesOf(dataFolder())).not.toContain(abandoned);
  await expectRows(database, owner.written());
});

test('a killed server is reported, and starts again', async () => {
  const first = await start();
  process.kill(findPostmaster(dataFolder())?.pid ?? 0, 'SIGKILL');
  expect(await first.exited).toContain('SIGKILL');
  const second = await start();
  expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a second process is a guest, does not stop the database and hears when its owner dies', async () => {
  const owner = await startOwner();
  const leaving = await start();
  const staying = await start();
  expect([leaving.guest, leaving.url]).toEqual([true, owner.first.url]);
  await leaving.stop();
  expect(await query(staying, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  owner.process.kill('SIGKILL');
  expect(await staying.exited).toContain('stopped');
});

test('of two first starts at once one owns the database and the other is its guest', async () => {
  const [owner, database] = await Promise.all([startOwner(), start()]);
  expect([owner.first.guest, database.guest].toSorted()).toEqual([false, true]);
  expect(owner.first.url).toBe(database.url);
});

test('a half-made cluster is made again', async () => {
  fs.mkdirSync(join(folder, 'cluster.new-1', 'data', 'base'), { recursive: true });
  await start();
  expect(fs.readdirSync(folder).toSorted()).toEqual(['cluster', 'postgres.log']);
});

test('a stale pid file that names another living process does not stop the start', async () => {
  await (await start()).stop();
  fs.writeFileSync(join(dataFolder(), 'postmaster.pid'), `${process.pid}\n${dataFolder()}\n1\n5432\n`);
  expect((await start()).guest).toBe(false);
});

test.each([
  ['missing', (file: string) => fs.rmSync(file)],
  ['overwritten', (file: string) => fs.writeFileSync(file, 'noise')],
])('a cluster whose control file is %s is reported and left untouched', async (_, damage) => {
  await (await start()).stop();
  damage(inCluster('data/global/pg_control'));
  const before = contents();
  await expect(start()).rejects.toThrow(/damaged|did not start/);
  expect(contents()).toEqual(before);
});

test('data of another major version is reported and left untouched', async () => {
  await (await start()).stop();
  fs.writeFileSync(inCluster('data/PG_VERSION'), '17\n');
  const before = contents();
  await expect(start()).rejects.toThrow('PostgreSQL 17');
  expect(contents()).toEqual(before);
});

test('a path full of quotes, dollars, spaces and Chinese works', async () => {
  folder = join(base, `接诉 'b' "c" $HOME 数据`);
  expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

async function start(): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  running.push(database);
  return database;
}

async function startOwner(): Promise<Owner> {
  const program = join(import.meta.dirname, '../harness/database-owner.ts');
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  owners.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  const lines = (): string[] => said.split('\n').slice(0, -1);
  const first = JSON.parse(await until(() => lines()[0]));
  return { process: child, first, written: () => Number(lines().at(-1)) || 0 };
}

function guardOf({ pid }: ChildProcess): number | undefined {
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.find((child) => fs.readFileSync(`/proc/${child}/comm`, 'utf8') === 'jiesu-guard\n');
}

async function expectRows(database: EmbeddedPostgres, acknowledged: number): Promise<void> {
  const rows = await query(database, 'SELECT count(*)::int AS rows, max(id) AS last FROM written');
  const { rows: count, last } = rows[0] as { rows: number; last: number };
  expect(count).toBe(last);
  expect([acknowledged, acknowledged + 1]).toContain(last);
}

async function query({ url }: { url: string }, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function inCluster(name: string): string {
  return join(folder, 'cluster', name);
}

function dataFolder(): string {
  return fs.realpathSync(inCluster('data'));
}

function contents(): string[] {
  const names = fs.readdirSync(dataFolder(), { recursive: true, encoding: 'utf8' }).toSorted();
  // A server that panics leaves its pid file behind.
  return names
    .filter((name) => name !== 'postmaster.pid')
    .map((name) => {
      const found = fs.statSync(join(dataFolder(), name));
      return found.isFile() ? `${name} ${found.size} ${found.mtimeMs}` : name;
    });
}

test('data from before the application had a role of its own gets one', async () => {
  const first = await start();
  await query(first, 'CREATE TABLE note AS SELECT 1 AS id');
  await query(first, 'REVOKE ALL ON note FROM jiesu_app');
  await first.stop();
  fs.rmSync(inCluster('app-password'));
  const second = await start();
  expect(await query({ url: second.appUrl }, 'SELECT user::text AS role')).toEqual([{ role: 'jiesu_app' }]);
  expect(await query(second, 'SELECT id FROM note')).toEqual([{ id: 1 }]);
});
