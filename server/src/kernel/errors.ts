import type { Message } from './messages.js';

/** The closed set of error codes that clients may branch on. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'QUERY_TOO_COMPLEX',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Wrong fields by path (`complainant.phone`), each with what is wrong. */
export type FieldErrors = Record<string, Message | string>;

/**
 * What must be done before a caller may go on: set up a second factor, or prove again who they are,
 * by a one-time code or, where the demo bank asks for no more, by the password.
 */
export type StepUp = 'ENROL' | 'CODE' | 'PASSWORD';

/** What a code carries beside its message. */
export interface ErrorDetails {
  fields?: FieldErrors;
  allowedActions?: string[];
  retryAfterSeconds?: number;
  stepUp?: StepUp;
}

/** The only errors whose words reach a caller; all others are masked at the door. */
export class CodedError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly text: Message,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code}: ${text.key}`);
    this.name = 'CodedError';
  }
}

/** Nobody is signed in, or not any more. */
export const unauthenticated = (key = 'error.unauthenticated', details: ErrorDetails = {}) =>
  new CodedError('UNAUTHENTICATED', { key }, details);

/** Visible to the caller, but not theirs to do. */
export const forbidden = (key = 'error.forbidden', details: ErrorDetails = {}) =>
  new CodedError('FORBIDDEN', { key }, details);

/** Not there, or not to be seen: the two look alike. */
export const notFound = () => new CodedError('NOT_FOUND', { key: 'error.notFound' });

/** One or more values are wrong; every wrong field is named at once. */
export const badInput = (fields: FieldErrors) =>
  new CodedError('BAD_USER_INPUT', { key: 'error.badInput' }, { fields });

/** The state, the version or an idempotency key stands against it. */
export const conflict = (key = 'error.wrongState', details: ErrorDetails = {}) =>
  new CodedError('CONFLICT', { key }, details);

/** Too many tries; the caller may come back after so many seconds. */
export const rateLimited = (seconds: number) =>
  new CodedError('RATE_LIMITED', { key: 'error.rateLimited', params: { seconds } }, { retryAfterSeconds: seconds });

/** The database cannot be reached or is overloaded. */
export const unavailable = (seconds: number) =>
  new CodedError('UNAVAILABLE', { key: 'error.unavailable', params: { seconds } }, { retryAfterSeconds: seconds });

/** Refuses what a rule does not leave open: `FORBIDDEN` when denied, `CONFLICT` with the reason when blocked. */
export function requireOpen(permission: 'denied' | 'open' | { blockedBy: string }, alternatives: () => string[]): void {
  if (permission === 'denied') throw forbidden();
  if (permission !== 'open') throw conflict(permission.blockedBy, { allowedActions: alternatives() });
}

/** Refuses with `FORBIDDEN` unless the claim holds. */
export function requireThat(claim: boolean, key?: string): asserts claim {
  if (!claim) throw forbidden(key);
}
