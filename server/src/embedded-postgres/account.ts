import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The system account that PostgreSQL runs under, and what `spawn` needs to run as it. */
export interface Account {
  uid: number;
  gid: number;
  /** Undefined when the uid has no passwd entry. */
  name: string | undefined;
  spawnAs: { uid?: number; gid?: number };
}

/** Closes every message about a machine on which the embedded database cannot run. */
export const elsewhere = 'Or set DATABASE_URL to a PostgreSQL 18 of your own.';

/** Chooses the account for a data folder: oneself, or for root its owner, else `postgres`, else `nobody`. */
export function chooseAccount(folder: string): Account {
  const uid = process.geteuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? 0, name: ownName(), spawnAs: {} };
  const { uid: owner, gid } = statSync(folder);
  const name = passwd().find((entry) => entry.uid === owner)?.name;
  if (owner !== 0 && name !== undefined) return accountOf({ uid: owner, gid, name });
  const spare = passwd().find(({ name }) => name === 'postgres') ?? passwd().find(({ name }) => name === 'nobody');
  if (spare) return accountOf(spare);
  throw new Error(`PostgreSQL does not run as root, and there is no account "postgres" or "nobody". ${elsewhere}`);
}

/** The account that owns existing data; throws when this process may not run PostgreSQL as that account. */
export function ownerAccount(folder: string): Account {
  const self = process.geteuid?.() ?? 0;
  const { uid, gid } = statSync(folder);
  const name = passwd().find((entry) => entry.uid === uid)?.name;
  if (uid === 0) throw new Error(`${folder} belongs to root, and PostgreSQL does not run as root: chown -R it.`);
  if (self === 0) return accountOf({ uid, gid, name });
  if (uid === self) return { uid, gid, name, spawnAs: {} };
  throw new Error(`${folder} belongs to ${name ?? `uid ${uid}`}: start as that account or as root. ${elsewhere}`);
}

/** Whether the account can pass through the folder; asks the kernel, so that ACLs and mounts count too. */
export function canTraverse(account: Account, folder: string): boolean {
  const options = { ...account.spawnAs, cwd: '/', stdio: 'ignore' as const };
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], options).status === 0;
}

function accountOf({ uid, gid, name }: { uid: number; gid: number; name: string | undefined }): Account {
  return { uid, gid, name, spawnAs: { uid, gid } };
}

function ownName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

function passwd(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}
