import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { findPostmaster, marksOf, pidFileIsTakenOver } from './processes.js';

/** A server that this process started and has to stop. */
export interface Launched {
  child: ChildProcess;
  port: number;
  guard: Guard;
  /** The last lines of the server's log. */
  lastWords(): string;
}

interface Guard {
  watch(pid: number): void;
  /** Resolves when the guard is gone. */
  dismiss(): Promise<void>;
}

interface Launch {
  cluster: Cluster;
  binaries: Binaries;
  durable: boolean;
  logFile: string;
  log: (line: string) => void;
}

/** Starts the server with its guard and resolves when it accepts connections; throws its last words otherwise. */
export async function launchPostmaster(launch: Launch): Promise<Launched> {
  const { cluster, logFile, log } = launch;
  if (pidFileIsTakenOver(cluster.data)) rmSync(join(cluster.data, 'postmaster.pid'));
  const guard = keepGuard(cluster, log);
  try {
    for (let tries = 1; ; tries += 1) {
      const port = await freePort();
      const output = openLog(logFile);
      const child = spawnPostmaster(launch, port, output.descriptor);
      closeSync(output.descriptor);
      if (child.pid !== undefined) guard.watch(child.pid);
      const failure = await untilReady(child, cluster, log);
      const lastWords = (): string => readFileSync(logFile).subarray(output.offset).toString().slice(-2000).trim();
      if (failure === undefined) return { child, port, guard, lastWords };
      // Another program may take the port between our look and PostgreSQL's.
      if (tries === 10 || !lastWords().includes('Address already in use')) {
        throw new Error(`PostgreSQL did not start on ${cluster.data} (${failure}):\n${lastWords()}`);
      }
    }
  } catch (error) {
    await guard.dismiss();
    throw error;
  }
}

// Data that may be lost need neither be flushed nor tidied; a worker tidying a database would keep it from being dropped.
const passing = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

function spawnPostmaster({ cluster, binaries, durable }: Launch, port: number, output: number): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    // Failed statements and the details of errors hold personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : passing),
  };
  const plain = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const args = [...plain, ...marksOf(cluster.data)].flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', cluster.data, ...args], {
    ...cluster.account.spawnAs,
    cwd: '/',
    env: { PATH: process.env['PATH'] },
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  return child;
}

/** Resolves to undefined when the server is ready, or to why it ended; recovery after a crash may take its time. */
async function untilReady(child: ChildProcess, { data }: Cluster, log: (line: string) => void): Promise<string | void> {
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure = signal ?? `exit code ${code}`));
  for (let tries = 1; failure === undefined; tries += 1) {
    const running = findPostmaster(data);
    if (running?.pid === child.pid && running?.status === 'ready') return;
    if (tries % 500 === 0) log('PostgreSQL is still starting: after a crash it first recovers its data');
    await sleep(20);
  }
  return failure;
}

/** Runs the guard, and another one whenever it is killed. */
function keepGuard({ data }: Cluster, log: (line: string) => void): Guard {
  const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? 'guard.ts' : 'guard.js', import.meta.url));
  let told = '';
  let dismissed = false;
  const start = (): ChildProcess => {
    const args = [program, join(data, 'postmaster.pid'), ...marksOf(data)];
    const child = spawn(process.execPath, args, {
      cwd: '/',
      env: {},
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.unref();
    (child.stdin as unknown as { unref(): void }).unref();
    child.stdin.on('error', () => undefined).write(told);
    child.once('error', (error) => log(`the guard of PostgreSQL did not start: ${error.message}`));
    child.once('exit', () => {
      if (!dismissed) setTimeout(() => !dismissed && (guard = start()), 1000).unref();
    });
    return child;
  };
  let guard = start();
  const tell = (line: string): void => {
    told = `${line}\n`;
    guard.stdin?.write(told);
  };
  const dismiss = async (): Promise<void> => {
    dismissed = true;
    tell('done');
    guard.stdin?.end();
    if (guard.pid !== undefined && guard.exitCode === null && guard.signalCode === null) await once(guard, 'exit');
  };
  return { watch: (pid) => tell(String(pid)), dismiss };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function openLog(logFile: string): { descriptor: number; offset: number } {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 1_000_000) renameSync(logFile, `${logFile}.old`);
  const descriptor = openSync(logFile, 'a', 0o600);
  // Started once as root, the folder's owner must still be able to start it next time.
  const { uid, gid } = statSync(dirname(logFile));
  if (process.geteuid?.() === 0) fchownSync(descriptor, uid, gid);
  return { descriptor, offset: size > 1_000_000 ? 0 : size };
}
