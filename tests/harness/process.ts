import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createApplication } from '../../server/src/application.js';
import { readConfig } from '../../server/src/config.js';
import { seedCodeLists } from '../../server/src/work/seed-code-lists.js';
import { createTestDatabase } from './database.js';
import { foundLiveBank } from './live-bank.js';
import type { Answer } from './server.js';

const root = resolve(import.meta.dirname, '../..');
const launched = new Set<ChildProcess>();
const startMs = 300_000;

/** Keys of a bank of the tests. */
export const keys = {
  DATA_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};

/** Compiles the server unless it is compiled already. */
export async function buildServer(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale', 'server']);
}

/** Runs one of the compiled programs; nothing of this process' own settings reaches it. */
export function launch(program: string, args: readonly string[], environment: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, ...environment };
  const child = spawn(process.execPath, [join(root, 'server/dist', program), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launched.add(child);
  let output = '';
  const hear = (chunk: Buffer) => void (output += chunk);
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'close').then(([code, signal]) => {
    launched.delete(child);
    return { code: code as number | null, signal: signal as NodeJS.Signals | null };
  });
  const signalled = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    child,
    ended,
    output: () => output,
    /** Asks it to end and answers how it did. */
    stop: (signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') => signalled(signal),
    /** kill -9. */
    kill: () => signalled('SIGKILL'),
  };
}

/** Starts a real server and waits until it says that it is ready; throws with its words when it ends before. */
export async function startProcess(environment: Record<string, string>) {
  const launching = launch('main.js', [], { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...environment });
  const began = performance.now();
  const url = await new Promise<string>((found, failed) => {
    const give = (why: string) => failed(new Error(`${why}: ${launching.output()}`));
    const timer = setTimeout(() => give('not ready in time'), startMs);
    void launching.ended.then(({ code }) => give(`ended with ${code}`));
    launching.child.stdout.on('data', () => {
      const address = /explorer\s+(\S+)\/graphiql/.exec(launching.output())?.[1];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    });
  });
  return { ...launching, url, readyMs: performance.now() - began };
}

export type ServerProcess = Awaited<ReturnType<typeof startProcess>>;

/** Ends what a test left running. */
export async function killAll(): Promise<void> {
  for (const child of launched) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

/** A database with the small bank for real processes, and an application of the test's own on it. */
export async function prepareDatabase() {
  const { url, drop } = await createTestDatabase();
  // Tests send faster than any channel.
  const environment = { DATABASE_URL: url, RATE_LIMIT_KEY: '10000/10000', ...keys };
  const app = await createApplication(readConfig({ ...environment, LOG_LEVEL: 'silent' }), url);
  await seedCodeLists(app);
  const founded = await foundLiveBank(app);
  const release = async () => {
    await app.orm.close();
    await drop();
  };
  return { app, founded, environment, release };
}

/** One GraphQL request to a real process. */
export async function post(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}
