import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';

import { canTraverse, chooseAccount, elsewhere, ownerAccount, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import { makeFolder, privateFolders } from './private-folder.js';

/** A PostgreSQL cluster on disk: its data, the account that owns it and the passwords of its two roles. */
export interface Cluster {
  data: string;
  account: Account;
  /** Of the role `jiesu`, which owns the database. */
  password: string;
  /** Of the role `jiesu_app`; null in a cluster from before there was one. */
  appPassword: string | null;
}

const major = '18';

/** Makes the data folder if need be and returns its real path; refuses a folder laid out by someone else. */
export function openDataFolder(dataDir: string): string {
  const home = usable(dataDir, () => {
    makeFolder(resolve(dataDir));
    fs.accessSync(dataDir, fs.constants.X_OK);
    return fs.realpathSync(dataDir);
  });
  if (!fs.existsSync(join(home, 'PG_VERSION'))) return home;
  throw new Error(`${home} is a PostgreSQL folder that was not made here; it was left untouched. ${elsewhere}`);
}

/** Throws unless this process may make files in the folder, as a guest need not. */
export function assertWritable(home: string): void {
  usable(home, () => fs.accessSync(home, fs.constants.W_OK));
}

/** Finds the cluster of a data folder; throws when it is damaged, of another major version or someone else's. */
export function findCluster(home: string): Cluster | undefined {
  const pointer = join(home, 'cluster');
  const found = fs.lstatSync(pointer, { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && fs.readdirSync(pointer).length === 0)) return undefined;
  if (!fs.existsSync(pointer)) {
    const target = fs.readlinkSync(pointer);
    throw new Error(`The data of ${home} is gone: ${target} is missing. Remove ${pointer} to begin with an empty one.`);
  }
  const place = fs.realpathSync(pointer);
  const account = ownerAccount(place);
  const data = join(place, 'data');
  assertIntact(place, data);
  if (!canTraverse(account, data)) {
    throw new Error(`${account.name ?? `uid ${account.uid}`} owns ${data} but a folder above it is closed to it.`);
  }
  const read = (name: string) => fs.readFileSync(join(place, name), 'utf8');
  const appPassword = fs.existsSync(join(place, 'app-password')) ? read('app-password') : null;
  return { data, account, password: read('password'), appPassword };
}

/** The account that a new cluster in this data folder belongs to; throws for a uid without a passwd entry. */
export function newAccount(home: string): Account {
  const account = chooseAccount(home);
  if (account.name !== undefined) return account;
  throw new Error(
    `PostgreSQL cannot make its data as uid ${account.uid}, which has no entry in /etc/passwd: add one. ${elsewhere}`,
  );
}

/** Makes a new cluster beside its final place and moves it there whole, so that a half-done one is never used. */
export function createCluster(home: string, account: Account, binaries: Binaries, durable: boolean): Cluster {
  // A name of its own: the initdb of a killed start may live on for a moment.
  const staging = join(home, `cluster.new-${randomBytes(4).toString('hex')}`);
  const place = makePlace(home, staging, account);
  const [password, appPassword] = [newPassword(), newPassword()];
  keepPassword(place, 'password', password, account);
  keepPassword(place, 'app-password', appPassword, account);
  initialise(join(place, 'data'), account, binaries, { password, appPassword }, durable);
  if (fs.existsSync(join(home, 'cluster'))) fs.rmdirSync(join(home, 'cluster'));
  fs.renameSync(staging, join(home, 'cluster'));
  return { data: join(fs.realpathSync(join(home, 'cluster')), 'data'), account, password, appPassword };
}

function usable<T>(folder: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (cause) {
    const reason = `${folder} cannot hold the database: ${(cause as Error).message}`;
    throw new Error(`${reason}. Start as the account that it belongs to. ${elsewhere}`, { cause });
  }
}

function assertIntact(place: string, data: string): void {
  const needed = ['data/PG_VERSION', 'data/global/pg_control', 'data/base', 'data/pg_wal', 'password'];
  const missing = needed.filter((name) => !fs.existsSync(join(place, name)));
  if (missing.length > 0) {
    throw new Error(`${place} is damaged (${missing.join(', ')} missing) and was left untouched: restore a backup.`);
  }
  const version = fs.readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === major) return;
  throw new Error(`${data} holds PostgreSQL ${version} data and this is ${major}; it was left untouched. ${elsewhere}`);
}

/** Under a checkout that is closed to the account, as /root is, the data lives outside and a link points there. */
function makePlace(home: string, staging: string, account: Account): string {
  if (canTraverse(account, home)) {
    fs.mkdirSync(staging, { mode: 0o700 });
  } else {
    const [folder] = privateFolders(['/var/lib/jiesu', '/var/tmp/jiesu'], account);
    if (folder === undefined) throw new Error(`${home} is closed to ${account.name}. ${elsewhere}`);
    const outside = fs.mkdtempSync(join(folder, 'postgres-'));
    fs.symlinkSync(outside, staging);
    fs.writeFileSync(join(outside, 'origin'), `${home}\n`);
  }
  const place = fs.realpathSync(staging);
  fs.chownSync(place, account.uid, account.gid);
  return place;
}

/** Removes what starts that were killed while they made a cluster left behind; only for the holder of the lock. */
export function discardHalfDone(home: string): void {
  for (const name of fs.readdirSync(home).filter((name) => name.startsWith('cluster.new'))) {
    const path = join(home, name);
    try {
      if (fs.existsSync(path)) fs.rmSync(fs.realpathSync(path), { recursive: true });
      fs.rmSync(path, { force: true });
    } catch {
      // What the initdb of a killed start still writes to is discarded next time.
    }
  }
}

/** Adds the role that the application works as to a cluster from before there was one, while it is not running. */
export function addAppRole({ data, account }: Cluster, binaries: Binaries, durable: boolean): string {
  const appPassword = newPassword();
  fs.writeFileSync(join(data, 'pg_hba.conf'), access);
  // A start that was killed here before may have made it; nothing was granted to it yet.
  runAlone(data, account, binaries, durable, `DROP ROLE IF EXISTS jiesu_app;\n${appRole(appPassword)}`);
  keepPassword(join(data, '..'), 'app-password', appPassword, account);
  return appPassword;
}

const access = 'host all jiesu,jiesu_app 127.0.0.1/32 scram-sha-256\n';

/** The owner may end sessions of the application, and what it may else do it may do itself. */
const appRole = (password: string) =>
  `CREATE ROLE jiesu_app LOGIN PASSWORD '${password}';\nGRANT jiesu_app TO jiesu;\n`;

const newPassword = () => randomBytes(24).toString('hex');

function keepPassword(place: string, name: string, password: string, account: Account): void {
  fs.writeFileSync(join(place, name), password, { mode: 0o600, flag: 'wx' });
  fs.chownSync(join(place, name), account.uid, account.gid);
}

/** Owner and application get a role each, and the owner a database; the superuser cannot log in at all. */
function initialise(
  data: string,
  account: Account,
  binaries: Binaries,
  { password, appPassword }: { password: string; appPassword: string },
  durable: boolean,
): void {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8', '--lc-messages=C'];
  const zone = ['--set=timezone=UTC', '--set=log_timezone=UTC'];
  const options = ['--username=postgres', '--auth=reject', '--encoding=UTF8', '--no-instructions', ...locale, ...zone];
  run(account, binaries.initdb, ['-D', data, ...options, ...(durable ? [] : ['--no-sync'])]);
  fs.writeFileSync(join(data, 'pg_hba.conf'), access);
  const owner = `CREATE ROLE jiesu LOGIN CREATEDB PASSWORD '${password}';\nCREATE DATABASE jiesu OWNER jiesu;\n`;
  runAlone(data, account, binaries, durable, owner + appRole(appPassword));
}

/** Runs statements, one a line, by PostgreSQL without a server. */
function runAlone(data: string, account: Account, binaries: Binaries, durable: boolean, statements: string): void {
  const single = ['--single', '-D', data, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off'];
  run(account, binaries.postgres, [...single, ...(durable ? [] : ['-c', 'fsync=off']), 'postgres'], statements);
}

function run(account: Account, program: string, args: string[], input = ''): void {
  const options = { ...account.spawnAs, cwd: '/', env: { PATH: process.env['PATH'] }, encoding: 'utf8' as const };
  const { status, stdout, stderr, error } = spawnSync(program, args, { ...options, input });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? `${stdout}\n${stderr}`}`, { cause: error });
}
