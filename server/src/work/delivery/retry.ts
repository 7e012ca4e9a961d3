import { createHash } from 'node:crypto';

const firstMs = 30_000;
const longestMs = 15 * 60_000;

/**
 * When a failed message is tried again: after half a minute, then twice as long each time up to a quarter of an hour, each
 * a little apart from the others (±20 %), so that a server that comes back is not met by all at once. Later if it asked so.
 */
export function nextTryAt(message: { id: string; attemptCount: number }, now: Date, retryAfterMs = 0): Date {
  const { id, attemptCount } = message;
  const wait = Math.min(firstMs * 2 ** (attemptCount - 1), longestMs);
  const spread = createHash('sha256').update(`${id} ${attemptCount}`).digest()[0]! / 255;
  return new Date(now.getTime() + Math.max(wait * (0.8 + 0.4 * spread), retryAfterMs));
}
