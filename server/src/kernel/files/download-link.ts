import type { Context } from '../context.js';
import { notFound } from '../errors.js';

/** How long a link to a file opens it. */
const lastsMs = 5 * 60_000;

const proofOf = ({ app, viewer }: Context, path: string, until: string): string =>
  app.cipher.digest('download', [path, viewer.sessionId, until].join('\n'));

/** A link that opens a path for a few minutes, in the caller's own session only; null for callers without a session. */
export function linkTo(ctx: Context, path: string): string | null {
  if (!ctx.viewer.sessionId) return null;
  const until = String(ctx.clock.now().getTime() + lastsMs);
  return `${path}?${new URLSearchParams({ until, proof: proofOf(ctx, path, until) }).toString()}`;
}

/** Refuses with `NOT_FOUND` a link that has run out, was altered, or was made for another session. */
export function requireLink(ctx: Context, path: string, query: URLSearchParams): void {
  const until = query.get('until') ?? '';
  const isOver = !(Number(until) > ctx.clock.now().getTime());
  if (!ctx.viewer.sessionId || isOver || query.get('proof') !== proofOf(ctx, path, until)) throw notFound();
}
