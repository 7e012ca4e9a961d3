import type { IncomingMessage, Server } from 'node:http';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { codedErrorOf, formatErrors, mayKnowSchema } from './error-response.js';
import type { Application } from './kernel/application.js';
import type { Context } from './kernel/context.js';
import { rateLimited } from './kernel/errors.js';
import { StreamHub, type Subscribing } from './kernel/live/hub.js';
import { viewerOf } from './org/sign-in/authentication.js';
import { charge, tokensFor } from './org/sign-in/request-limit.js';
import { isAllowedOrigin, sessionCookieOf } from './request.js';
import { RightsCalendar } from './rights-calendar.js';
import { Connection, tooMany } from './socket-connection.js';
import { SubscriptionChecks } from './socket-request.js';

const maxPayloadBytes = 64 * 1024;
/** On one socket at a time. */
const mostSubscriptions = 50;
/** Of RFC 6455's registry: clients may come back. */
const tryAgainLater = 1013;
const unsupportedData = 1003;
const goingAway = 1001;
const heartbeatMs = 1000;
/** For a client that does not answer the end. */
const closeTimeoutMs = 5000;
/** Sessions that are looked up at the same time. */
const looksAtOnce = 8;

/** Who may connect, and how often. */
export interface SocketLimits {
  /** Addresses of pages that may connect beside the server's own. */
  origins: readonly string[];
  /** Open sockets of one person or key at a time. */
  socketsPerUser: number;
}

/** The sockets of a server. */
export interface SocketApi {
  /** How many subscriptions are open. */
  openFeeds(): number;
  dispose(): Promise<void>;
}

/** By whose language and rights an error is put into words. */
type Reader = Pick<Context, 'locale' | 'viewer'>;

/** GraphQL subscriptions over WebSocket, with the same checks and the same masking as HTTP. */
export function startSocketApi(
  app: Application,
  schema: GraphQLSchema,
  httpServer: Server,
  { origins, socketsPerUser }: SocketLimits,
): SocketApi {
  const sockets = new WebSocketServer({
    server: httpServer,
    path: '/graphql',
    maxPayload: maxPayloadBytes,
    handleProtocols,
    verifyClient: ({ req }: { req: IncomingMessage }) => !req.headers.origin || isAllowedOrigin(req, origins),
    // Known to the library and not yet to its types.
    ...({ closeTimeout: closeTimeoutMs } as object),
  });
  const connections = new Set<Connection>();
  const masked = (errors: readonly unknown[], { locale, viewer }: Reader) =>
    formatErrors(errors, locale, app.log, mayKnowSchema(app, viewer)).map(
      ({ message, ...rest }) => new GraphQLError(message, rest as never),
    );
  const withMasked = (result: ExecutionResult, reader: Reader): ExecutionResult =>
    result.errors ? { ...result, errors: masked(result.errors, reader) } : result;
  const hub = new StreamHub(app, (result, ctx) => JSON.stringify(withMasked(result, ctx)));
  const checks = new SubscriptionChecks(schema);
  const calendar = new RightsCalendar(app);
  const server = makeServer<Record<string, unknown>, Connection>({
    schema,
    connectionInitWaitTimeout: 3000,
    onConnect: ({ extra, connectionParams }) => connect(app, extra, connectionParams, connections, socketsPerUser),
    onSubscribe: async ({ extra, subscriptions }, subscriptionId, { query, variables, operationName }) => {
      try {
        if (Object.keys(subscriptions).length > mostSubscriptions) throw rateLimited(60);
        const variableValues = variables ?? {};
        const checked = checks.check({ query, variables: variableValues, operationName });
        const { document, cursorVariable, cost } = checked;
        await charge(app, extra.viewer, tokensFor(cost));
        return {
          ...{ schema, document, operationName: operationName ?? null, variableValues, contextValue: extra.context() },
          ...{ line: extra, subscriptionId, cursorVariable },
        };
      } catch (error) {
        return [error as Error].flat().map(asGraphQLError);
      }
    },
    subscribe: (args) => hub.subscribe(args as Subscribing),
    onNext: ({ extra }, _id, _payload, _args, result) => withMasked(result as ExecutionResult, extra),
    onError: ({ extra }, _id, _payload, errors) => masked(errors, extra),
  });
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const connection = new Connection(app, socket, request, calendar, () => hub.run());
    connections.add(connection);
    app.metrics.sockets.inc();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: async (text) => connection.send(text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data, isBinary) => {
            if (isBinary) return socket.close(unsupportedData, 'Text only');
            if (connection.countFrame()) take(String(data)).catch((error) => giveUp(app, socket, error));
          }),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      app.metrics.sockets.dec();
      void closed(code, String(reason));
    });
  });
  const stopHeart = startHeart(app, connections, hub);
  return {
    openFeeds: () => hub.size,
    async dispose() {
      stopHeart();
      hub.stop();
      for (const { socket } of connections) socket.close(goingAway, 'Going away');
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}

/** Looks after every socket: ends those whose session is over, and lets feeds go on that wait for room or a database. */
function startHeart(app: Application, connections: ReadonlySet<Connection>, hub: StreamHub): () => void {
  let looking: Promise<void> | null = null;
  const lookAtAll = async () => {
    const due = [...connections].filter(({ viewer, isDue }) => viewer.id !== null && isDue);
    for (let start = 0; start < due.length; start += looksAtOnce)
      await Promise.all(due.slice(start, start + looksAtOnce).map((connection) => connection.revalidate()));
  };
  // Without a database nobody is told anything; who is still entitled shows when it is back.
  const look = () =>
    (looking ??= lookAtAll()
      .catch((error: unknown) => void formatErrors([error], 'en', app.log))
      .finally(() => (looking = null)));
  let version = app.feed.accessVersion;
  const leaveLog = app.feed.onGrowth(() => {
    if (version !== app.feed.accessVersion) void look();
    version = app.feed.accessVersion;
  });
  const heart = setInterval(() => {
    for (const connection of connections) connection.beat();
    hub.run();
    void look();
  }, heartbeatMs).unref();
  return () => {
    clearInterval(heart);
    leaveLog();
  };
}

function giveUp(app: Application, socket: WebSocket, error: unknown): void {
  formatErrors([error], 'en', app.log);
  socket.close(CloseCode.InternalServerError, 'Internal server error');
}

async function connect(
  app: Application,
  connection: Connection,
  params: Readonly<Record<string, unknown>> | undefined,
  connections: ReadonlySet<Connection>,
  socketsPerUser: number,
): Promise<boolean> {
  const { headers } = connection.request;
  const given = params?.['authorization'] ?? headers.authorization;
  const bearer = typeof given === 'string' ? (/^Bearer (.+)$/.exec(given)?.[1] ?? 'malformed') : null;
  // A cookie travels by itself: without a known origin it may have been sent by a foreign page.
  const cookieToken = bearer || !headers.origin ? null : sessionCookieOf(headers.cookie);
  const { socket } = connection;
  try {
    const viewer = await viewerOf(app, { bearer, cookieToken, now: app.clock.now() });
    const others = [...connections].filter((other) => viewer.id !== null && other.viewer.id === viewer.id);
    if (others.length >= socketsPerUser) {
      socket.close(tooMany, 'Too many sockets');
      return false;
    }
    connection.viewer = viewer;
    return true;
  } catch (error) {
    const code = codedErrorOf(error)?.code;
    if (code === 'UNAUTHENTICATED') socket.close(CloseCode.Unauthorized, 'Unauthorized');
    else if (code === 'UNAVAILABLE') socket.close(tryAgainLater, 'Try again later');
    else giveUp(app, socket, error);
    return false;
  }
}

// Masked and put into words by onError, like everything else that goes wrong.
const asGraphQLError = (error: Error) =>
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error });
