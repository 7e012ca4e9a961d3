import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './harness/database.js';

const program = join(import.meta.dirname, '../server/dist/cli/create-admin.js');
let database: TestDatabase;
let settings: NodeJS.ProcessEnv;
beforeAll(async () => {
  database = await createTestDatabase();
  const key = () => randomBytes(32).toString('base64');
  settings = {
    ...process.env,
    DATABASE_URL: database.url,
    DATA_KEYS: `a:${key()}`,
    INDEX_KEY: key(),
    LOG_LEVEL: 'error',
  };
});
afterAll(() => database.drop());

interface Outcome {
  code: number;
  said: string;
}

function createAdmin(args: string[], { password = 'a long enough password', env = settings } = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile('node', [program, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
    child.stdin?.end(`${password}\n`);
  });
}
const named = (username: string) => ['--username', username, '--name', username];

async function rows(query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

test('says how it is used', async () => {
  expect(await createAdmin([])).toMatchObject({ code: 2, said: expect.stringContaining('npm run create-admin') });
  expect(await createAdmin(['--user', 'x'])).toMatchObject({ code: 2 });
});

test('wants a database of the bank', async () => {
  const { DATABASE_URL: _, ...env } = settings;
  expect(await createAdmin(named('a'), { env })).toMatchObject({
    code: 78,
    said: expect.stringContaining('DATABASE_URL'),
  });
});

test('refuses a short password and the public one', async () => {
  expect(await createAdmin(named('a'), { password: 'short' })).toMatchObject({
    code: 1,
    said: expect.stringContaining('password'),
  });
  expect(await createAdmin(named('a'), { password: 'jiesu-demo' })).toMatchObject({ code: 1 });
});

test('makes the first two administrators and the head office, and then no more', async () => {
  expect(await createAdmin(named('first'))).toEqual({ code: 0, said: 'first (first) is an administrator now.\n' });
  expect(await createAdmin(named('first'))).toMatchObject({ code: 1, said: expect.stringContaining('username') });
  expect(await createAdmin(named('second'))).toMatchObject({ code: 0 });
  expect(await createAdmin(named('third'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('Two administrators'),
  });
  expect(await rows('select username from staff order by 1')).toEqual([{ username: 'first' }, { username: 'second' }]);
  expect(await rows('select name from org_unit')).toEqual([{ name: '总行' }]);
  expect(await rows("select actor_kind from event where kind = 'access.roleGranted'")).toEqual([
    { actor_kind: 'SYSTEM' },
    { actor_kind: 'SYSTEM' },
  ]);
});
