import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import { GraphQLError, Kind, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Request, RequestHandler, Response } from 'express';
import { codedErrorOf, formatErrors, mayKnowSchema, statuses } from './error-response.js';
import { checkVariables, documentOf } from './input-errors.js';
import type { Application } from './kernel/application.js';
import { Context } from './kernel/context.js';
import { badInput, unauthenticated } from './kernel/errors.js';
import { localeOf, type Locale } from './kernel/messages.js';
import { noteRefusals, type Refusal } from './org/sign-in/note-refusal.js';
import { charge, tokensFor } from './org/sign-in/request-limit.js';
import { observation } from './observation.js';
import { requireAffordable } from './query-cost.js';
import { executePlanned } from './query-plan.js';
import { ownRules, parseOptions, validationOptions } from './query-limits.js';
import { admit } from './request.js';

/** GraphQL over HTTP, hardened: one operation a request, bounded text, masked errors. */
export async function startHttpApi(
  app: Application,
  schema: GraphQLSchema,
  httpServer: Server,
  isSecure: boolean,
): Promise<RequestHandler> {
  const server = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    parseOptions,
    validationRules: ownRules,
    validationOptions,
    executionOptions: { maxCoercionErrors: 50 },
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 10_000 }),
      inputs(app, schema),
      observation(app, schema),
    ],
    formatError: (_formatted, error) => formatErrors([error], language.getStore() ?? 'zh', app.log)[0]!,
  });
  await server.start();
  const answer = expressMiddleware(server, { context: ({ req, res }) => contextOf(app, req, res, isSecure) });
  return (req, res, next) => language.run(localeOf(req.headers['accept-language']), () => answer(req, res, next));
}

/** Checks inputs before they are coerced, and says all errors of an answer in the caller's language. */
function inputs(app: Application, schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let raw: readonly unknown[] = [];
      return {
        async validationDidStart({ document }) {
          if (document.loc) documentOf.set(document.loc.source, document);
        },
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return;
          try {
            if (operation.operation === 'subscription') throw badInput({ query: 'field.onlyOverSocket' });
            if (!mayKnowSchema(app, contextValue.viewer) && asksForSchema(document)) throw unauthenticated();
            checkVariables(schema, document, operation, request.variables ?? {});
            const cost = requireAffordable(schema, document, operation, request.variables ?? {});
            await charge(app, contextValue.viewer, tokensFor(cost) - 1);
          } catch (error) {
            throw withStatus(error as Error);
          }
        },
        async responseForOperation(requestContext) {
          const { document, operation, request, contextValue, response } = requestContext;
          // Typed as given, but missing where the document has none of the name that was asked for.
          const result =
            operation && (await executePlanned(schema, document, operation, contextValue, request.variables ?? {}));
          if (!result) return null;
          if (result.errors) Object.assign(requestContext, { errors: (raw = result.errors) });
          return { http: response.http, body: { kind: 'single', singleResult: result } };
        },
        async didEncounterErrors({ errors }) {
          raw = errors;
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
          const { locale, viewer } = contextValue;
          response.body.singleResult.errors = formatErrors(raw, locale, app.log, mayKnowSchema(app, viewer));
          await noteRefusals(contextValue, raw.flatMap(refusalIn));
        },
      };
    },
  };
}

/** A refusal by the rules, named by the field and never by its alias, which is the caller's own word. */
function refusalIn(error: unknown): Refusal[] {
  const { code, details } = codedErrorOf(error) ?? {};
  const [node] = (error as GraphQLError).nodes ?? [];
  if ((code !== 'FORBIDDEN' && code !== 'NOT_FOUND') || details?.stepUp || node?.kind !== Kind.FIELD) return [];
  return [{ field: node.name.value, code }];
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') found = true;
    },
  });
  return found;
}

/** The caller's, for errors from before there is a context. */
const language = new AsyncLocalStorage<Locale>();

// Whatever is thrown before anything runs would else be a 500.
function withStatus(error: Error): GraphQLError {
  const { code, details } = codedErrorOf(error) ?? {};
  const status = code ? statuses[code] : 500;
  const headers = new HeaderMap();
  if (details?.retryAfterSeconds) headers.set('retry-after', String(details.retryAfterSeconds));
  return new GraphQLError('', { originalError: error, extensions: { http: { status, headers } } });
}

async function contextOf(app: Application, req: Request, res: Response, isSecure: boolean): Promise<Context> {
  const locale: Locale = localeOf(req.headers['accept-language']);
  const viewer = await admit(app, req).catch((error: Error) => {
    throw withStatus(error);
  });
  const ctx = new Context(app, viewer, locale, req.ip ?? 'unknown');
  ctx.userAgent = req.headers['user-agent'];
  const secure = isSecure || req.secure;
  ctx.cookies = {
    set: (name, value, options) => void res.cookie(name, value, { ...options, secure }),
    clear: (name) => void res.clearCookie(name, { httpOnly: true, sameSite: 'strict', path: '/', secure }),
  };
  return ctx;
}
