import type { EntityManager } from '@mikro-orm/postgresql';
import type { Application } from '../../kernel/application.js';
import type { Viewer } from '../../kernel/viewer.js';

/** A viewer as the database knows it. */
export interface Known {
  viewer: Viewer;
  lastUsedAt: Date | null;
}

interface Entry {
  known: Promise<unknown>;
  accessVersion: number;
  /** On the host's own clock, which nobody moves. */
  readAt: number;
  now: Date;
}

const longestMs = 1000;
const mostEntries = 10_000;
const memories = new WeakMap<Application, Map<string, Entry>>();

const memoryOf = (app: Application): Map<string, Entry> => {
  const memory = memories.get(app) ?? new Map<string, Entry>();
  memories.set(app, memory);
  return memory;
};

/**
 * Looks up what rights hang on, a viewer or the units of a place, or remembers it from within the last second, as long
 * as nobody's rights have changed since.
 */
export function remembered<Value>(
  app: Application,
  key: string,
  now: Date,
  load: (em: EntityManager) => Promise<Value | null> | null,
): Promise<Value | null> {
  const memory = memoryOf(app);
  const entry = memory.get(key);
  if (entry && isFresh(app, entry, now)) return entry.known as Promise<Value | null>;
  if (memory.size >= mostEntries) memory.clear();
  const known = Promise.resolve(load(app.orm.em.fork()));
  memory.set(key, { known, accessVersion: app.feed.accessVersion, readAt: performance.now(), now });
  known.catch(() => memory.delete(key));
  return known;
}

/** Forgets every viewer and place at once: whoever changed rights or sessions must see it at the next request. */
export function forgetViewers(app: Application): void {
  memories.delete(app);
}

function isFresh(app: Application, { accessVersion, readAt, now: then }: Entry, now: Date): boolean {
  const isRecent = performance.now() - readAt < longestMs && Math.abs(now.getTime() - then.getTime()) < longestMs;
  return isRecent && accessVersion === app.feed.accessVersion;
}
