import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { canTraverse, type Account } from './account.js';

/** Makes a folder and its missing parents; root leaves them passable, for the account PostgreSQL runs under. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const mode = process.geteuid?.() === 0 ? 0o711 : 0o700;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, mode);
}

/** Where this process's account may keep what can be made again, best place first. */
export function cachePlaces(): string[] {
  const uid = process.geteuid?.();
  if (uid === 0) return ['/var/cache/jiesu', '/var/tmp/jiesu'];
  return [join(homedir(), '.cache', 'jiesu'), join(tmpdir(), `jiesu-${uid}`), `/var/tmp/jiesu-${uid}`];
}

/** Those of the places that nobody else can write to and the account can reach; made when they are missing. */
export function* privateFolders(places: string[], account: Account): Generator<string> {
  for (const place of places) {
    try {
      makeFolder(place);
    } catch {
      continue;
    }
    if (isPrivate(place) && canTraverse(account, place)) yield place;
  }
}

/** Whether the path is a real folder of this process's account that nobody else can write to. */
export function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
}
