import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { canTraverse, type Account } from './account.js';

/** Makes a folder and its missing parents; root leaves them passable, for the account PostgreSQL runs under. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const mode = process.geteuid?.() === 0 ? 0o711 : 0o700;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, mode);
}

/** The first of the places that nobody else can write to and the account can reach; made when it is missing. */
export function privateFolders(places: string[], account: Account): string[] {
  return places.filter((place) => {
    try {
      makeFolder(place);
      return isPrivate(place) && canTraverse(account, place);
    } catch {
      return false;
    }
  });
}

/** Whether the path is a real folder of this process's account that nobody else can write to. */
export function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
}
