import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../server/src/embedded-postgres.js';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';
import { ownerSql } from './harness/database.js';
import { buildServer, keys, killAll, launch, startProcess } from './harness/process.js';

let bank: LiveBank;
let folder: string;
/** A PostgreSQL of this file's own, with an empty database. */
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  await buildServer();
  bank = await openLiveBank();
  await bank.register(bank.units.east);
  folder = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
  postgres = await startEmbeddedPostgres({ dataDir: folder, durable: false });
});
afterEach(killAll);
afterAll(async () => {
  await bank.stop();
  await postgres.stop();
  rmSync(realpathSync(join(folder, 'cluster')), { recursive: true });
  rmSync(folder, { recursive: true });
});

const changes = [
  "update event set kind = 'nothing'",
  'delete from event',
  'truncate event',
  'drop table event',
  'alter table event disable trigger user',
  'drop trigger event_is_for_good on event',
  'create or replace function event_is_for_good() returns trigger language plpgsql as $$ begin return null; end $$',
  "delete from migration where name like '%events%'",
  'create table mine ()',
];

test.each(changes)('the server itself may not: %s', async (change) => {
  await expect(bank.app.pool.query(change)).rejects.toMatchObject({ code: '42501' });
});

test.each(changes.slice(0, 3))('nor may the owner of the tables, by mistake: %s', async (change) => {
  await expect(ownerSql(bank.databaseUrl, change)).rejects.toMatchObject({ code: '42501' });
});

const main = (environment: Record<string, string>) =>
  launch('main.js', [], { HOST: '127.0.0.1', PORT: '0', ...keys, ...environment });

test('a bank gives an owner for migrations and a role for the server; later starts do without the owner', async () => {
  const early = main({ DATABASE_URL: postgres.appUrl });
  expect((await early.ended).code).toBe(78);
  expect(early.output()).toContain('DATABASE_OWNER_URL: ');
  const migrated = launch('cli/migrate.js', [], {
    ...keys,
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.url,
  });
  expect(await migrated.ended).toMatchObject({ code: 0 });
  const server = await startProcess({ ...keys, DATABASE_URL: postgres.appUrl });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(server.output()).not.toContain('DATABASE_OWNER_URL');
  expect((await server.stop()).code).toBe(0);
});

test('with one address for both the server works, warns, and the trigger still stands', async () => {
  const server = await startProcess({ ...keys, DATABASE_URL: postgres.url });
  expect(server.output()).toContain('see DATABASE_OWNER_URL');
  expect((await server.stop()).code).toBe(0);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await expect(client.query('delete from event')).rejects.toMatchObject({ code: '42501' });
  await client.end();
});
