import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../server/src/config.js';
import { createTestDatabase, ownerSql, type TestDatabase } from './harness/database.js';
import { complaintAt, REGISTER } from './harness/live-bank.js';
import { buildServer, keys, killAll, launch, post, prepareDatabase, startProcess } from './harness/process.js';

const folder = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
let empty: TestDatabase;
let bank: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  await buildServer();
  [empty, bank] = await Promise.all([createTestDatabase(), prepareDatabase()]);
});
afterEach(killAll);
afterAll(async () => {
  await bank.release();
  await empty.drop();
  rmSync(folder, { recursive: true });
});

const wrong: Record<string, string> = {
  PORT: 'http',
  HOST: '',
  DATABASE_URL: 'mysql://nowhere',
  DATABASE_OWNER_URL: 'mysql://nowhere',
  DATABASE_POOL: '1',
  JIESU_DEMO: 'yes',
  DATA_KEYS: 'no key',
  INDEX_KEY: 'short',
  PUBLIC_URL: 'jiesu.example',
  TRACK_FRAME_ORIGINS: 'https://www.bank.example/page',
  LOG_LEVEL: 'loud',
  FEED_POLL_MS: '-1',
  FEED_LISTEN: '1',
  ENGINE_CYCLE_MS: 'often',
  RATE_LIMIT_KEY: 'plenty',
  RATE_LIMIT_STAFF: '1/0',
  JIESU_DMEO: 'true',
  FEED_POLL: '5',
  DATABASE_HOST: 'localhost',
};

function mistakesOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as { mistakes: string[] }).mistakes;
  }
}

const namesOf = (mistakes: readonly string[]) => mistakes.map((text) => /^\w+/.exec(text)![0]).sort();
const named = Object.keys(wrong)
  .filter((name) => name !== 'HOST')
  .sort();

test.each(named)('a wrong %s is named', (name) => {
  expect(new Set(namesOf(mistakesOf({ ...keys, [name]: wrong[name]! })))).toEqual(new Set([name]));
});

test('all wrong settings are named at once, the process ends with 78 and has written nothing', async () => {
  const data = join(folder, 'untouched');
  const { ended, output } = launch('main.js', [], { ...wrong, JIESU_DATA_DIR: data });
  expect((await ended).code).toBe(78);
  for (const name of named) expect(output()).toMatch(new RegExp(`^ +${name}: `, 'm'));
  expect(output()).not.toMatch(/\bat .*\.js/);
  expect(readdirSync(folder)).not.toContain('untouched');
});

test('secrets are not repeated in what is said of them', () => {
  const [first] = mistakesOf({
    DATA_KEYS: 'one:c2VjcmV0',
    DATABASE_URL: 'postgres://a:geheim@b/c',
    INDEX_KEY: 'geheim',
  });
  expect(first).toMatch(/DATA_KEYS/);
  expect(mistakesOf({ DATA_KEYS: 'one:c2VjcmV0', INDEX_KEY: 'geheim' }).join()).not.toMatch(/c2VjcmV0|geheim/);
});

test('a setting may come from a file, but not twice', () => {
  const file = join(folder, 'port');
  writeFileSync(file, '4321\n');
  expect(readConfig({ PORT_FILE: file }).PORT).toBe(4321);
  expect(namesOf(mistakesOf({ PORT_FILE: file, PORT: '1' }))).toEqual(['PORT']);
  expect(namesOf(mistakesOf({ INDEX_KEY_FILE: join(folder, 'none') }))).toEqual(['INDEX_KEY_FILE']);
});

test('keys are asked for with a database of one’s own', () => {
  expect(namesOf(mistakesOf({ DATABASE_URL: 'postgres://a@b/c' }))).toEqual(['DATA_KEYS', 'INDEX_KEY']);
});

test('the demo listens on this machine only, a bank on all of it', () => {
  const own = { DATABASE_URL: 'postgres://a@b/c', ...keys };
  expect(readConfig({})).toMatchObject({ isDemo: true, host: '127.0.0.1' });
  expect(readConfig({ ...own, JIESU_DEMO: 'true' })).toMatchObject({ isDemo: true, host: '127.0.0.1' });
  expect(readConfig(own)).toMatchObject({ isDemo: false, host: '0.0.0.0' });
  expect(readConfig({ HOST: '::1' }).host).toBe('::1');
});

const other = Buffer.alloc(32, 9).toString('base64');

test.each([
  ['DATA_KEYS', { DATA_KEYS: `test:${other}` }],
  ['DATA_KEYS', { DATA_KEYS: `new:${other}` }],
  ['INDEX_KEY', { INDEX_KEY: other }],
])('a wrong %s on a used database ends with 78 before anything is written', async (name, changed) => {
  const before = await written();
  const { ended, output } = launch('main.js', [], { ...bank.environment, ...changed, PORT: '0' });
  expect((await ended).code).toBe(78);
  expect(output()).toContain(`${name}: `);
  expect(await written()).toEqual(before);
});

/** How much has ever been written to the database. */
async function written(): Promise<unknown> {
  const { rows } = await bank.app.pool.query(
    'select (select max(seq) from event) as seq, (select count(*) from complaint) as complaints, (select xmin::text from canary) as canary',
  );
  return rows[0];
}

test('wrong keys end with 78 before a migration runs', async () => {
  const { DATABASE_URL } = bank.environment;
  const { rows } = await bank.app.pool.query<{ name: string }>('select name from migration order by id');
  await ownerSql(DATABASE_URL, 'delete from migration');
  for (const program of ['main.js', 'cli/migrate.js']) {
    const { ended, output } = launch(program, [], { ...bank.environment, INDEX_KEY: other });
    expect((await ended).code).toBe(78);
    expect(output()).toContain('INDEX_KEY: ');
  }
  await ownerSql(DATABASE_URL, ...rows.map(({ name }) => `insert into migration (name) values ('${name}')`));
});

test('a new key may come first as long as the old one is there', async () => {
  const DATA_KEYS = `new:${other},${keys.DATA_KEYS}`;
  const server = await startProcess({ ...bank.environment, DATA_KEYS });
  const input = complaintAt(bank.founded.units.east, { complainant: { name: '张三', phone: '13800138000' } });
  expect((await post(server.url, bank.founded.apiKey, REGISTER, { input })).errors).toBeUndefined();
  expect((await server.stop()).code).toBe(0);
});

test('the demo refuses a database with a bank in it', async () => {
  const { ended, output } = launch('main.js', [], { ...bank.environment, JIESU_DEMO: 'true', PORT: '0' });
  expect((await ended).code).not.toBe(0);
  expect(output()).toContain('JIESU_DEMO');
});

test('a bank has no demo data, no demo sign-ins, and says PRODUCTION', async () => {
  const server = await startProcess({ DATABASE_URL: empty.url, ...keys });
  const ready = await fetch(`${server.url}/readyz`);
  expect(await ready.json()).toMatchObject({ status: 'ready', mode: 'PRODUCTION' });
  expect(server.output()).not.toMatch(/DEMO|jiesu-demo/);
  const byKey = await post(server.url, 'jiesu-demo-channel', '{ __typename }');
  expect(byKey.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation { signIn(input: { username: "admin", password: "jiesu-demo" }) { expiresAt } }',
    }),
  });
  expect(await response.text()).toContain('UNAUTHENTICATED');
  expect((await server.stop('SIGTERM')).code).toBe(0);
});
