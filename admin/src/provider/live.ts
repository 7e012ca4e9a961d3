import { createClient, type Client } from 'graphql-ws';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { graphql } from '../gql';
import type { TypedDocumentString } from '../gql/graphql';
import { ApiError, type WireError } from './ApiError';
import { endpoint, request } from './client';
import { connection } from './connection';
import { currentLanguage } from './language';

export { useConnection, type Connection, type ConnectionState } from './connection';

const EventCursorDocument = graphql(`
  query EventCursor {
    eventCursor
  }
`);

/**
 * The position of the event log when a page opens: read it, then the page's data, then follow from it, and nothing is lost between.
 * `isSettled` is also true when it could not be read; the feed then starts when it can.
 */
export function useStartCursor(): { cursor: string | undefined; isSettled: boolean } {
  const [key] = useState(() => crypto.randomUUID());
  const { data, isPending } = useQuery({
    queryKey: ['eventCursor', key],
    queryFn: async () => (await request(EventCursorDocument)).eventCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return { cursor: data, isSettled: !isPending };
}

/** How a feed begins and what else it reports. */
export interface FeedOptions {
  /** The position the page was read at; without it the feed starts now. */
  initialCursor?: string | undefined;
  /** The feed could not be resumed (its cursor is too old): read everything anew. */
  onGap?: (() => void) | undefined;
  /** No subscription while true. */
  skip?: boolean | undefined;
}

/** The documents this module takes: a subscription whose one field carries a cursor. */
export type FeedDocument<T> = Pick<TypedDocumentString<T, never>, 'toString'> & { __apiType?: (variables: never) => T };

const firstRetry = 500;
const longestRetry = 20_000;
const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

let client: Client | undefined;

/** The tab's one socket; opened by the first feed, closed after the last. */
function socket(): Client {
  return (client ??= connect());
}

function connect(): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let open: WebSocket | undefined;
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}`,
    connectionParams: () => ({ 'accept-language': currentLanguage() }),
    lazyCloseTimeout: 3_000,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      const ceiling = Math.min(longestRetry, firstRetry * 2 ** retries);
      const wait = ceiling / 2 + Math.random() * (ceiling / 2);
      connection.lost(wait);
      await pause(wait);
    },
    on: {
      connected: (opened) => {
        open = opened as WebSocket;
        connection.opened();
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        if ((event as CloseEvent).code === 1000) connection.closed();
        else connection.lost();
      },
      // Pongs come here, too.
      message: () => connection.heard(),
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => open?.close(4408, 'no pong'), 5_000);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
    },
  });
}

/** Closes the socket, for instance at sign-out; the next feed opens a new one. */
export function closeLive(): void {
  // A socket that is waiting for its next try refuses to be awaited.
  void Promise.resolve(client?.dispose()).catch(() => undefined);
  client = undefined;
  connection.reset();
}

/**
 * Follows a feed: events after the cursor in commit order, each once per reconnection, until the returned function is called.
 * The cursor moves with every event, so a reconnection resumes where the feed stopped.
 */
export function follow<T>(
  document: FeedDocument<T>,
  variables: Readonly<Record<string, unknown>>,
  onEvent: (event: T) => void,
  { initialCursor, onGap }: FeedOptions = {},
): () => void {
  let stopped = false;
  let release = () => {};
  const start = async (cursor: string | undefined): Promise<void> => {
    const after = cursor ?? (await cursorNow(() => stopped));
    if (stopped) return;
    // graphql-ws sends this very object again when it reconnects.
    const payload = { query: document.toString(), variables: { ...variables, after } };
    release = socket().subscribe<Record<string, { cursor?: string } | null>>(payload, {
      next: ({ data }) => {
        if (!data) return;
        payload.variables.after = cursorOf(data) ?? payload.variables.after;
        connection.received();
        onEvent(data as T);
      },
      error: (error) => void restart(error),
      complete: () => void restart(undefined),
    });
  };
  const restart = async (error: unknown): Promise<void> => {
    if (stopped || isSignedOut(error)) return;
    await pause(2_000);
    if (stopped) return;
    onGap?.();
    await start(undefined);
  };
  void start(initialCursor);
  return () => {
    stopped = true;
    release();
  };
}

async function cursorNow(stopped: () => boolean): Promise<string | undefined> {
  for (let wait = firstRetry; !stopped(); wait = Math.min(longestRetry, wait * 2)) {
    try {
      return (await request(EventCursorDocument)).eventCursor;
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'OFFLINE' && error.code !== 'UNAVAILABLE') return undefined;
      connection.lost(wait);
      await pause(wait);
    }
  }
  return undefined;
}

const cursorOf = (data: Record<string, { cursor?: string } | null>) => Object.values(data)[0]?.cursor;

function isSignedOut(error: unknown): boolean {
  const errors: WireError[] = Array.isArray(error) ? (error as WireError[]) : [];
  return errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED' || extensions?.code === 'FORBIDDEN');
}

/** `follow` for as long as the component is mounted; a changed document or variables starts anew. */
export function useFeed<T>(
  document: FeedDocument<T>,
  variables: Readonly<Record<string, unknown>>,
  onEvent: (event: T) => void,
  { initialCursor, onGap, skip = false }: FeedOptions = {},
): void {
  const latest = useRef({ onEvent, onGap });
  useEffect(() => {
    latest.current = { onEvent, onGap };
  });
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (skip) return undefined;
    return follow(document, JSON.parse(key) as Record<string, unknown>, (event) => latest.current.onEvent(event), {
      initialCursor,
      onGap: () => latest.current.onGap?.(),
    });
  }, [document, key, initialCursor, skip]);
}
