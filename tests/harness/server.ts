import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createApplication } from '../../server/src/application.js';
import { readConfig } from '../../server/src/config.js';
import { longSweeps, sweeps } from '../../server/src/database.js';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { runSweeps } from '../../server/src/kernel/engine.js';
import { startServer } from '../../server/src/server.js';
import { runSenders } from '../../server/src/work/delivery/senders.js';
import { seedCodeLists } from '../../server/src/work/seed-code-lists.js';
import { createTestDatabase } from './database.js';

/** How a test server differs from the usual one. */
export interface TestServerOptions {
  isDemo?: boolean;
  /** A database that another server of the test uses already. */
  databaseUrl?: string;
  /** The clock of that other server. */
  clock?: ManualClock;
  environment?: Record<string, string>;
}

/** An answer as a client sees it. */
export interface Answer {
  // Tests name the fields they asked for; the schema is checked by the server.
  // oxlint-disable-next-line typescript/no-explicit-any
  data: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: {
      code: string;
      fields?: Record<string, string>;
      allowedActions?: string[];
      retryAfterSeconds?: number;
      stepUp?: string;
      id?: string;
    };
  }[];
}

/** Who asks, and in which language. */
export interface Caller {
  token?: string | undefined;
  locale?: 'zh' | 'en';
  headers?: Record<string, string>;
}

const keys = {
  DATA_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};

/** A whole server on a database of its own, with a clock that stands still and timers that fire when the test says so. */
export async function startTestServer(options: TestServerOptions = {}) {
  const database = options.databaseUrl ? null : await createTestDatabase();
  const databaseUrl = options.databaseUrl ?? database!.url;
  const dataDir = await mkdtemp(join(tmpdir(), 'jiesu-test-'));
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ENGINE_CYCLE_MS: '0',
    DATABASE_URL: databaseUrl,
    JIESU_DEMO: String(options.isDemo ?? false),
    JIESU_DATA_DIR: dataDir,
    // The clock stands still, so no token would ever come back.
    RATE_LIMIT_KEY: '100000/100000',
    RATE_LIMIT_STAFF: '100000/100000',
    ...keys,
    ...options.environment,
  });
  const clock = options.clock ?? new ManualClock(new Date('2026-11-23T02:00:00Z'));
  const app = await createApplication(config, databaseUrl, clock);
  await seedCodeLists(app);
  const server = await startServer(app, config);
  const sockets: Client[] = [];
  return {
    app,
    clock,
    databaseUrl,
    url: server.url,
    metricsUrl: server.metricsUrl,
    /** One request over HTTP. */
    async request(query: string, variables: Record<string, unknown> = {}, caller: Caller = {}): Promise<Answer> {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: headersOf(caller),
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    /** A socket of a caller, closed with the server. */
    connect({ token, locale }: Caller = {}): Client {
      class Socket extends WebSocket {
        constructor(url: string, protocols: string[]) {
          super(url, protocols, locale ? { headers: { 'accept-language': locale } } : {});
        }
      }
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: Socket,
        connectionParams: token ? { authorization: `Bearer ${token}` } : {},
        retryAttempts: 0,
      });
      sockets.push(client);
      return client;
    },
    /** How many subscriptions are open on the server. */
    openFeeds: () => server.openFeeds(),
    /** Lets every timer fire that is due at the clock's time. */
    sweep: () => runSweeps(app, { ...sweeps, ...longSweeps }),
    /** Sends every message that is due at the clock's time. */
    send: () => runSenders(app),
    async stop() {
      for (const socket of sockets) await socket.dispose();
      await server.stop();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

function headersOf({ token, locale = 'en', headers }: Caller): Record<string, string> {
  return {
    'content-type': 'application/json',
    'accept-language': locale,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...headers,
  };
}
