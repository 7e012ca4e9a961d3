import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Config } from './config.js';
import { mostSkewMs, setClock } from './application.js';
import { startTidying } from './complaints/evidence/tidy-files.js';
import { consoleFiles } from './console-files.js';
import { longSweeps, sweeps } from './database.js';
import { evidenceApi } from './evidence-api.js';
import { exportsApi } from './exports-api.js';
import { formatErrors, mayKnowSchema } from './error-response.js';
import { startHttpApi } from './http-api.js';
import { createBoundedServer } from './http-server.js';
import { startAnchors } from './kernel/anchor.js';
import { listen } from './listen.js';
import type { Application } from './kernel/application.js';
import { SystemClock } from './kernel/clock.js';
import { startEngine } from './kernel/engine.js';
import { CodedError, unauthenticated } from './kernel/errors.js';
import { localeOf } from './kernel/messages.js';
import { anonymous } from './kernel/viewer.js';
import { viewerOf } from './org/sign-in/authentication.js';
import { credentialsOf } from './request.js';
import { startMetricsPage } from './metrics-page.js';
import { securityHeaders } from './security-headers.js';
import { startSocketApi } from './socket-api.js';
import { startSenders } from './work/delivery/senders.js';

/** A running server. */
export interface RunningServer {
  app: Application;
  url: string;
  metricsUrl: string | null;
  /** How many subscriptions are open. */
  openFeeds(): number;
  /** Finishes what is in flight, closes sockets, stops timers and leaves the database. */
  stop(): Promise<void>;
}

/** Serves the API, the console and the probes of one application on one port. */
export async function startServer(app: Application, config: Config): Promise<RunningServer> {
  const schema = app.schema();
  const http = express();
  const httpServer = createBoundedServer(http);
  http.disable('x-powered-by');
  // Nobody keeps an answer, so nobody compares tags; those of files are the file server's own.
  http.disable('etag');
  if (config.TRUSTED_PROXIES) http.set('trust proxy', config.TRUSTED_PROXIES.split(','));
  const isSecure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const state = { isStopping: false };
  http.use(securityHeaders(isSecure, config.TRACK_FRAME_ORIGINS));
  probes(http, app, state);
  http.get('/schema.graphql', schemaPage(app, schema));
  http.use('/graphql', neverStored);
  http.use(
    '/graphql',
    express.json({ limit: `${mostBodyKb}kb` }),
    badBody(app),
    await startHttpApi(app, schema, httpServer, isSecure),
  );
  http.use('/evidence', neverStored, await evidenceApi(app));
  http.use('/exports', neverStored, exportsApi(app));
  http.use(consoleFiles());
  const socketApi = startSocketApi(app, schema, httpServer, {
    origins: (config.ALLOWED_ORIGINS ?? '').split(',').filter(Boolean),
    socketsPerUser: config.SOCKETS_PER_USER,
  });
  const quiet = whenQuiet(httpServer);
  await app.feed.start();
  const engine = startEngine(app, sweeps, config.ENGINE_CYCLE_MS);
  const longEngine = startEngine(app, longSweeps, config.ENGINE_CYCLE_MS, { name: 'exports' });
  const senders = startSenders(app, config.ENGINE_CYCLE_MS);
  const anchors = config.ENGINE_CYCLE_MS ? await startAnchors(app, config.AUDIT_ANCHOR_FILE) : null;
  const tidying = config.ENGINE_CYCLE_MS ? startTidying(app) : null;
  const clockSetter = setInterval(() => void setClock(app).catch(() => undefined), 60_000).unref();
  const metricsPage = await startMetricsPage(app, config);
  const url = await listen(httpServer, config.PORT, config.host);
  return {
    app,
    url,
    metricsUrl: metricsPage?.url ?? null,
    openFeeds: () => socketApi.openFeeds(),
    async stop() {
      state.isStopping = true;
      clearInterval(clockSetter);
      metricsPage?.stop();
      anchors?.stop();
      tidying?.stop();
      await Promise.all([engine.stop(), longEngine.stop(), senders.stop()]);
      await socketApi.dispose();
      await quiet();
      await closed(httpServer);
      await app.feed.stop();
      await app.orm.close();
    },
  };
}

const longestProbeMs = 1000;

function probes(http: express.Express, app: Application, state: { isStopping: boolean }): void {
  http.get('/livez', (_request, response) => void response.json({ status: 'live' }));
  http.get('/readyz', async (_request, response) => {
    const mode = app.isDemo ? 'DEMO' : 'PRODUCTION';
    const isReady =
      !state.isStopping &&
      (await Promise.race([
        app.pool.query('select 1').then(
          () => true,
          () => false,
        ),
        // Whoever probes does not wait in the queue for a connection.
        sleep(longestProbeMs, false, { ref: false }),
      ]));
    const isSkewed = app.clock instanceof SystemClock && Math.abs(app.clock.skewMs) > mostSkewMs;
    const warnings = isSkewed ? ['the clock of this host differs from the database by more than 5 s'] : [];
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', mode, warnings });
  });
}

/** The contract as text, for those who may know it. */
function schemaPage(app: Application, schema: GraphQLSchema): express.RequestHandler {
  const sdl = printSchema(lexicographicSortSchema(schema));
  return async (request, response) => {
    const viewer = await viewerOf(app, { ...credentialsOf(request), now: app.clock.now() }).catch(() => anonymous);
    if (mayKnowSchema(app, viewer)) return void response.type('text/plain').send(sdl);
    const errors = formatErrors([unauthenticated()], localeOf(request.headers['accept-language']), app.log);
    response.status(401).json({ errors });
  };
}

/** Answers hold what only their caller may see. */
const neverStored: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const mostBodyKb = 256;

/** Says of a body that could not be read whether it is too large (413) or malformed (400). */
const badBody =
  ({ log }: Application): express.ErrorRequestHandler =>
  (error: { type?: string }, { headers }, response, _next) => {
    const isTooLarge = error.type === 'entity.too.large';
    const text = isTooLarge ? { key: 'error.tooLarge', params: { most: mostBodyKb } } : { key: 'error.badRequest' };
    const coded = new CodedError('BAD_USER_INPUT', text);
    const errors = formatErrors([coded], localeOf(headers['accept-language']), log);
    response.status(isTooLarge ? 413 : 400).json({ errors });
  };

const longestMs = 10_000;

/** Makes a wait for the last request to be answered: until then `/readyz` can say that nothing new should come. */
function whenQuiet(httpServer: Server): () => Promise<void> {
  let inFlight = 0;
  httpServer.on('request', (_request, response) => {
    inFlight++;
    response.once('close', () => inFlight--);
  });
  return async () => {
    const deadline = performance.now() + longestMs;
    while (inFlight > 0 && performance.now() < deadline) await sleep(50);
  };
}

async function closed(httpServer: Server): Promise<void> {
  const finished = new Promise<void>((resolve) => httpServer.close(() => resolve()));
  // A browser keeps its connections after the answer; each goes as soon as it is idle.
  const idle = setInterval(() => httpServer.closeIdleConnections(), 100);
  const force = setTimeout(() => httpServer.closeAllConnections(), longestMs).unref();
  await finished;
  clearInterval(idle);
  clearTimeout(force);
}
