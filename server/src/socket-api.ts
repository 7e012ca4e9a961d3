import type { IncomingMessage, Server } from 'node:http';
import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { codedErrorOf, formatErrors, mayKnowSchema } from './error-response.js';
import { checkVariables, documentOf } from './input-errors.js';
import type { Application } from './kernel/application.js';
import { Context } from './kernel/context.js';
import { rateLimited } from './kernel/errors.js';
import { localeOf } from './kernel/messages.js';
import type { Grant, Viewer } from './kernel/viewer.js';
import { isStillValid, viewerOf } from './org/sign-in/authentication.js';
import { charge, tokensFor } from './org/sign-in/request-limit.js';
import { requireAffordable } from './query-cost.js';
import { parseOptions, validationOptions, validationRules } from './query-limits.js';
import { isAllowedOrigin, sessionCookieOf } from './request.js';

const maxPayloadBytes = 64 * 1024;
/** On one socket at a time. */
const mostSubscriptions = 50;
/** Of RFC 6455's registry: clients may come back. */
const tryAgainLater = 1013;

interface Extra extends Record<PropertyKey, unknown> {
  request: IncomingMessage;
  socket: WebSocket;
  viewer?: Context;
}

/** GraphQL subscriptions over WebSocket, with the same checks and the same masking as HTTP. */
export function startSocketApi(
  app: Application,
  schema: GraphQLSchema,
  httpServer: Server,
  origins: readonly string[],
): { dispose(): Promise<void> } {
  const sockets = new WebSocketServer({
    server: httpServer,
    path: '/graphql',
    maxPayload: maxPayloadBytes,
    verifyClient: ({ req }: { req: IncomingMessage }) => !req.headers.origin || isAllowedOrigin(req, origins),
  });
  sockets.on('connection', (socket) => {
    app.metrics.sockets.inc();
    socket.on('close', () => app.metrics.sockets.dec());
    socket.on('error', () => socket.terminate());
  });
  const localeFor = ({ request }: Extra) => localeOf(request.headers['accept-language']);
  const masked = (extra: Extra, errors: readonly unknown[]) =>
    formatErrors(errors, localeFor(extra), app.log, !!extra.viewer && mayKnowSchema(app, extra.viewer.viewer)).map(
      ({ message, ...rest }) => new GraphQLError(message, rest as never),
    );
  const disposable = useServer<Record<string, unknown>, Extra>(
    {
      schema,
      connectionInitWaitTimeout: 3000,
      onConnect: (connection) => connect(app, connection.extra, connection.connectionParams),
      onSubscribe: async ({ extra, subscriptions }, _id, { query, variables, operationName }) => {
        try {
          if (Object.keys(subscriptions).length > mostSubscriptions) throw rateLimited(60);
          return await prepare(app, schema, extra, { query, variables: variables ?? {}, operationName });
        } catch (error) {
          return [error as Error].flat().map(asGraphQLError);
        }
      },
      onNext: ({ extra }, _id, _payload, _args, result: ExecutionResult) =>
        result.errors ? { ...result, errors: masked(extra, result.errors) } : undefined,
      onError: ({ extra }, _id, _payload, errors) => masked(extra, errors) as never,
    },
    sockets as never,
    12_000,
  );
  return { dispose: async () => void (await disposable.dispose()) };
}

async function connect(
  app: Application,
  extra: Extra,
  params: Readonly<Record<string, unknown>> | undefined,
): Promise<boolean> {
  const { request, socket } = extra;
  const given = params?.['authorization'] ?? request.headers.authorization;
  const bearer = typeof given === 'string' ? (/^Bearer (.+)$/.exec(given)?.[1] ?? 'malformed') : null;
  // A cookie travels by itself: without a known origin it may have been sent by a foreign page.
  const cookieToken = bearer || !request.headers.origin ? null : sessionCookieOf(request.headers.cookie);
  try {
    const viewer = await viewerOf(app, { bearer, cookieToken, now: app.clock.now() });
    extra.viewer = socketContext(
      app,
      extra,
      new Context(app, viewer, localeOf(request.headers['accept-language']), request.socket.remoteAddress),
    );
    return true;
  } catch (error) {
    const code = codedErrorOf(error)?.code;
    if (code === 'UNAUTHENTICATED') socket.close(CloseCode.Unauthorized, 'Unauthorized');
    else if (code === 'UNAVAILABLE') socket.close(tryAgainLater, 'Try again later');
    else {
      formatErrors([error], 'en', app.log);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    }
    return false;
  }
}

function socketContext(app: Application, { socket }: Extra, ctx: Context): Context {
  ctx.revalidate = async () => {
    const viewer = await isStillValid(app, ctx.viewer);
    const isOver = viewer === null || hasLostRole(ctx.viewer, viewer);
    if (isOver) socket.close(CloseCode.Forbidden, 'Forbidden');
    else ctx.viewer = viewer;
    return !isOver;
  };
  return ctx;
}

/** Whether a role is gone: whoever listens must come anew and see what is left. */
function hasLostRole(before: Viewer, now: Viewer): boolean {
  const held = new Set(now.grants.map(placeOf));
  return before.grants.some((grant) => !held.has(placeOf(grant)));
}

const placeOf = ({ role, unitId, withSubtree }: Grant) => `${role} ${unitId} ${withSubtree}`;

interface SubscribeRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string | null | undefined;
}

// Masked and put into words by onError, like everything else that goes wrong.
const asGraphQLError = (error: Error) =>
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error });

/** Parses and checks one subscription; throws a `GraphQLError`, a coded error, or the list of validation errors. */
async function prepare(
  app: Application,
  schema: GraphQLSchema,
  extra: Extra,
  request: SubscribeRequest,
): Promise<ExecutionArgs> {
  const document: DocumentNode = parse(request.query, parseOptions);
  if (document.loc) documentOf.set(document.loc.source, document);
  const errors = validate(schema, document, validationRules, validationOptions);
  if (errors.length) throw errors;
  const operation = getOperationAST(document, request.operationName);
  if (!operation || operation.operation !== 'subscription')
    throw new GraphQLError('Only subscriptions run over the socket.');
  checkVariables(schema, document, operation, request.variables);
  const cost = requireAffordable(schema, document, operation, request.variables);
  const shared = extra.viewer!;
  await charge(app, shared.viewer, tokensFor(cost));
  const ctx = socketContext(app, extra, new Context(app, shared.viewer, shared.locale, shared.address));
  return {
    schema,
    document,
    operationName: request.operationName ?? null,
    variableValues: request.variables,
    contextValue: ctx,
  };
}
