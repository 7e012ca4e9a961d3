import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

import { provideBinaries } from './embedded-postgres/binaries.js';
import {
  addAppRole,
  assertWritable,
  createCluster,
  discardHalfDone,
  findCluster,
  newAccount,
  openDataFolder,
  type Cluster,
} from './embedded-postgres/cluster.js';
import { launchPostmaster, type Launched } from './embedded-postgres/postmaster.js';
import { findPostmaster, processesOf } from './embedded-postgres/processes.js';
import { takeStartLock } from './embedded-postgres/start-lock.js';

/** Where the embedded database keeps its data and how careful it is with it. */
export interface EmbeddedPostgresOptions {
  /** Holds the cluster (or a link to it, under a checkout closed to PostgreSQL's account) and its log. */
  dataDir: string;
  /** False does without fsync: fast, and only for data that may be lost. */
  durable?: boolean;
  log?: (line: string) => void;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** The address of the database `jiesu`, as its owner, who is not a superuser. */
  url: string;
  /** The same as the role of the application, which owns nothing: what it may do is granted by migrations. */
  appUrl: string;
  /** Stops the database; a guest only lets go of it. */
  stop(): Promise<void>;
  /** Resolves, with the reason, when the database ends although nobody here called `stop`. */
  exited: Promise<string>;
  /** Whether another process started the database and will stop it. */
  guest: boolean;
}

type Log = (line: string) => void;
const shutdownMs = 60_000;

/** Starts PostgreSQL 18 on a folder, making its data on first use, or joins the process that already did so. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, log = () => undefined } = options;
  const home = openDataFolder(dataDir);
  const unlock = await takeStartLock(home, log);
  try {
    const cluster = findCluster(home);
    const running = cluster && (await joinRunning(cluster, log));
    return running ?? (await startOwn(home, cluster, durable, log));
  } finally {
    unlock();
  }
}

async function startOwn(
  home: string,
  found: Cluster | undefined,
  durable: boolean,
  log: Log,
): Promise<EmbeddedPostgres> {
  assertWritable(home);
  discardHalfDone(home);
  const account = found?.account ?? newAccount(home);
  const binaries = provideBinaries(account, log);
  if (!found) log(`making a database in ${home}`);
  const cluster = found ?? createCluster(home, account, binaries, durable);
  cluster.appPassword ??= addAppRole(cluster, binaries, durable);
  const logFile = join(home, 'postgres.log');
  const launched = await launchPostmaster({ cluster, binaries, durable, logFile, log });
  const own = ownDatabase(cluster, launched);
  try {
    await (await connect(own.url)).end();
  } catch (error) {
    await own.stop();
    throw error;
  }
  return own;
}

function ownDatabase(cluster: Cluster, { child, port, guard, lastWords }: Launched): EmbeddedPostgres {
  let stopped: Promise<void> | undefined;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', async (code, signal) => {
      await guard.dismiss();
      resolve(`PostgreSQL ended by itself (${signal ?? `exit code ${code}`}):\n${lastWords()}`);
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    const impatient = setTimeout(() => child.kill('SIGQUIT'), shutdownMs);
    await ended;
    clearTimeout(impatient);
  };
  const exited = new Promise<string>((resolve) => void ended.then((reason) => stopped ?? resolve(reason)));
  return { ...urlsOf(cluster, port), stop: () => (stopped ??= stop()), exited, guest: false };
}

/** Joins the running server as a guest; ends one whose owner died first, and returns undefined when none is left. */
async function joinRunning(cluster: Cluster, log: Log): Promise<EmbeddedPostgres | undefined> {
  for (let tries = 0; ; tries += 1) {
    const running = findPostmaster(cluster.data);
    if (!running && processesOf(cluster.data).length === 0) return undefined;
    if (running?.owned && running.status === 'ready') {
      const guest = await guestDatabase(urlsOf(cluster, running.port)).catch(() => undefined);
      if (guest) return guest;
    } else if (running && !running.owned) {
      if (tries === 0) log('stopping a PostgreSQL server that was left behind');
      // Processes can end between the look and the signal.
      if (tries % 200 === 0 && findPostmaster(cluster.data)) process.kill(running.pid, 'SIGINT');
    }
    if (tries * 50 > 2 * shutdownMs) {
      throw new Error(`PostgreSQL on ${cluster.data} neither answers nor ends (process ${running?.pid}): stop it.`);
    }
    await sleep(50);
  }
}

async function guestDatabase(urls: Urls): Promise<EmbeddedPostgres> {
  const watch = await connect(urls.url);
  let stopped = false;
  const exited = new Promise<string>((resolve) => {
    watch.once('end', () => {
      if (!stopped) resolve('the process that started PostgreSQL has stopped it');
    });
  });
  // Missing in @types/pg.
  (watch as unknown as { unref(): void }).unref();
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await watch.end();
  };
  return { ...urls, stop, exited, guest: true };
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

type Urls = Pick<EmbeddedPostgres, 'url' | 'appUrl'>;

function urlsOf({ password, appPassword }: Cluster, port: number): Urls {
  const address = `127.0.0.1:${port}/jiesu`;
  const url = `postgres://jiesu:${password}@${address}`;
  // A guest of a release from before the second role has only the first.
  return { url, appUrl: appPassword ? `postgres://jiesu_app:${appPassword}@${address}` : url };
}
