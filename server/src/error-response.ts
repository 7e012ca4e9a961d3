import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Application } from './kernel/application.js';
import { badInput, CodedError, unavailable, type ErrorCode } from './kernel/errors.js';
import { say, type Locale } from './kernel/messages.js';
import { isOutage } from './kernel/outage.js';
import type { Viewer } from './kernel/viewer.js';
import { syntaxAndValidationFields } from './input-errors.js';

/** What HTTP says beside a code, where no answer of GraphQL carries it. */
export const statuses: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  QUERY_TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** Whether a caller may learn the schema: those who are signed in, and everybody in demo mode. */
export const mayKnowSchema = ({ isDemo }: Application, { kind }: Viewer): boolean => isDemo || kind !== 'ANONYMOUS';

/**
 * Turns whatever went wrong into what a caller may know; the rest goes to the log under an id to quote.
 * Words that tell of the schema, suggestions above all, are for those who may know it.
 */
export function formatErrors(
  errors: readonly unknown[],
  locale: Locale,
  log: Logger,
  tellsSchema = false,
): GraphQLFormattedError[] {
  const joined = joinFields(errors.map((error) => ({ error, coded: codedErrorOf(error, tellsSchema) })));
  return joined.map(({ error, coded }) => {
    const place = placeOf(error);
    if (coded) return { ...place, ...formatCoded(coded, locale) };
    const id = quotedId(error, log);
    const message = say(locale, { key: 'error.internal', params: { id } });
    return { ...place, message, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
  });
}

// Apollo shows an error twice: one id, one line in the log.
const ids = new WeakMap<object, string>();

function quotedId(error: unknown, log: Logger): string {
  const original = originOf(error) as object;
  let id = ids.get(original);
  if (!id) {
    id = randomUUID();
    ids.set(original, id);
    log.error({ id, error: describe(error) }, 'request failed');
  }
  return id;
}

interface Judged {
  error: unknown;
  coded: CodedError | null;
}

/** Wrong inputs found one by one become a single error that names them all. */
function joinFields(judged: Judged[]): Judged[] {
  const isInput = ({ error, coded }: Judged) => coded?.code === 'BAD_USER_INPUT' && !placeOf(error).path;
  const inputs = judged.filter(isInput);
  if (inputs.length < 2) return judged;
  const [first] = inputs as [Judged & { coded: CodedError }];
  const fields = Object.assign({}, ...inputs.map(({ coded }) => coded!.details.fields));
  const coded = new CodedError('BAD_USER_INPUT', first.coded.text, { fields });
  return [{ error: first.error, coded }, ...judged.filter((each) => !isInput(each))];
}

function formatCoded({ code, text, details }: CodedError, locale: Locale): GraphQLFormattedError {
  const { fields, allowedActions, retryAfterSeconds, stepUp } = details;
  const spoken =
    fields && Object.fromEntries(Object.entries(fields).map(([path, message]) => [path, say(locale, message)]));
  return {
    message: say(locale, text),
    extensions: {
      code,
      ...(text.params && { params: text.params }),
      ...(spoken && { fields: spoken }),
      ...(allowedActions && { allowedActions }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      ...(stepUp && { stepUp }),
    },
  };
}

/** The coded error behind an error, if its words are ours or GraphQL's own; null for everything that must be masked. */
export function codedErrorOf(error: unknown, tellsSchema = false): CodedError | null {
  const original = originOf(error);
  if (original instanceof CodedError) return original;
  if (original instanceof GraphQLError) return fromGraphQL(original, tellsSchema);
  return isOutage(original) ? unavailable(2) : null;
}

/** What was thrown, without the wrappings of GraphQL and of its servers; those copy its words. */
function originOf(error: unknown): unknown {
  const original = unwrapResolverError(error);
  // GraphQL's wrapping of what is no Error to it.
  if (original instanceof Error && 'thrownValue' in original) return original.thrownValue;
  const isWrapping = original instanceof GraphQLError && original.originalError && !original.nodes;
  return isWrapping ? originOf(original.originalError) : original;
}

function fromGraphQL(error: GraphQLError, tellsSchema: boolean): CodedError | null {
  const code = error.extensions['code'];
  if (code === 'INTERNAL_SERVER_ERROR') return null;
  if (code === 'BAD_REQUEST' || code === 'PERSISTED_QUERY_NOT_SUPPORTED')
    return new CodedError('BAD_USER_INPUT', { key: 'error.badRequest' });
  // A resolver that throws a bare GraphQLError would speak unchecked words.
  if (error.path) return null;
  const isSyntax = error.message.startsWith('Syntax Error');
  return badInput(tellsSchema || isSyntax ? syntaxAndValidationFields(error) : { query: 'field.notInSchema' });
}

function placeOf(error: unknown): { path?: readonly (string | number)[] } {
  return error instanceof GraphQLError && error.path ? { path: error.path } : {};
}

// Names, codes and the stack, but no message of the database: it may quote values.
function describe(error: unknown): Record<string, unknown> {
  const original = originOf(error) as Error & { code?: string; constraint?: string };
  const isDatabase = typeof original.code === 'string' && /^[0-9A-Z]{5}$/.test(original.code);
  const stack = original.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 12);
  return {
    name: original.name,
    code: original.code,
    constraint: original.constraint,
    stack,
    ...(isDatabase ? {} : { message: original.message }),
  };
}
