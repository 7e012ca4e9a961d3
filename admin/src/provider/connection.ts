import { useSyncExternalStore } from 'react';

/** Live, cut off, or back again and not yet acknowledged by the reader. */
export type ConnectionState = 'live' | 'offline' | 'recovered';

/** What the connection mark and the offline strip show. */
export interface Connection {
  state: ConnectionState;
  /** When the picture stopped: the last word heard, which may be well before the silence was noticed. */
  since?: Date;
  /** Events that were caught up after the connection came back. */
  recoveredCount?: number;
  retryInSeconds?: number;
  /** The reader has seen that the connection is back. */
  acknowledge(): void;
}

/** Replayed events arrive at once after a reconnection; what comes later is news. */
const catchUpMilliseconds = 2_000;

let retryAt: number | undefined;
let openedAt = 0;
let heardAt: number | undefined;
let ticker: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();
const live: Connection = { state: 'live', acknowledge: () => publish(live) };
let current = live;

function publish(next: Connection): void {
  current = next;
  if (next.state !== 'offline') {
    clearInterval(ticker);
    ticker = undefined;
  }
  for (const listener of listeners) listener();
}

const secondsLeft = () => (retryAt === undefined ? undefined : Math.max(0, Math.ceil((retryAt - Date.now()) / 1_000)));

function publishOffline(): void {
  const since = current.state === 'offline' && current.since ? current.since : new Date(heardAt ?? Date.now());
  const retryInSeconds = secondsLeft();
  publish({ ...live, state: 'offline', since, ...(retryInSeconds === undefined ? {} : { retryInSeconds }) });
}

/** Told by the socket; read by `useConnection`. */
export const connection = {
  lost(retryInMilliseconds?: number): void {
    retryAt = retryInMilliseconds === undefined ? undefined : Date.now() + retryInMilliseconds;
    publishOffline();
    ticker ??= setInterval(publishOffline, 1_000);
  },
  /** A word came in: until now the picture is true. */
  heard(): void {
    heardAt = Date.now();
  },
  opened(): void {
    openedAt = Date.now();
    heardAt = openedAt;
    if (current.state !== 'offline') return;
    const { since } = current;
    publish({ ...live, state: 'recovered', recoveredCount: 0, ...(since ? { since } : {}) });
  },
  received(): void {
    if (current.state !== 'recovered' || Date.now() - openedAt > catchUpMilliseconds) return;
    publish({ ...current, recoveredCount: (current.recoveredCount ?? 0) + 1 });
  },
  /** The socket is closed on purpose: what was heard on it says nothing about the next one. */
  closed(): void {
    heardAt = undefined;
  },
  reset(): void {
    heardAt = undefined;
    publish(live);
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of the tab's one socket. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}
