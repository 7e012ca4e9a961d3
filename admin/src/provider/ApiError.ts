/** The API's closed set of codes, and OFFLINE for a request that never got an answer. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'QUERY_TOO_COMPLEX'
  | 'INTERNAL_SERVER_ERROR'
  | 'OFFLINE';

/** What must be done before the server goes on: set up one-time codes, or prove again who one is. */
export type StepUp = 'ENROL' | 'CODE' | 'PASSWORD';

/** An error as it travels on HTTP and on the WebSocket. */
export interface WireError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: {
    code?: string;
    fields?: Record<string, string>;
    retryAfterSeconds?: number;
    stepUp?: StepUp;
    id?: string;
  };
}

interface Details {
  status?: number;
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  stepUp?: StepUp;
  id?: string;
  cause?: unknown;
}

/** A refusal by the server, with its code, the fields it names and the id to quote. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** react-admin reads the HTTP status to decide about signing out. */
  readonly status: number | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | undefined;
  readonly stepUp: StepUp | undefined;
  readonly id: string | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { status, fields = {}, retryAfterSeconds, stepUp, id, cause }: Details = {},
  ) {
    super(message || `jiesu.error.${code}`, { cause });
    this.status = code === 'UNAUTHENTICATED' ? 401 : status;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
    this.stepUp = stepUp;
    this.id = id;
  }

  static from(error: WireError, status?: number): ApiError {
    const { code, ...details } = error.extensions ?? {};
    return new ApiError((code ?? 'INTERNAL_SERVER_ERROR') as ErrorCode, error.message, { ...details, status });
  }
}

/** Anything thrown, as an `ApiError`. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError('INTERNAL_SERVER_ERROR', '', { cause: error });
}
