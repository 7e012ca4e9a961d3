import type { Application } from '../../kernel/application.js';
import { rateLimited } from '../../kernel/errors.js';
import { runSql } from '../../kernel/sql.js';

/** How many tries a window has room for. */
export interface RateLimit {
  limit: number;
  windowSeconds: number;
}

const keyOf = (app: Application, purpose: string, who: string) =>
  `${purpose}:${app.cipher.digest(`rate ${purpose}`, who)}`;

/**
 * Counts a try; `RATE_LIMITED` when the window is full.
 * It is one statement of its own, so that it counts for all processes even if the caller's work is undone.
 */
export async function takeToken(
  app: Application,
  purpose: string,
  who: string,
  { limit, windowSeconds }: RateLimit,
): Promise<void> {
  const now = app.clock.now();
  const resetsAt = new Date(now.getTime() + windowSeconds * 1000);
  const [bucket] = await runSql<{ count: number; seconds: number }>(app.pool, {
    text: `insert into rate_bucket as b (key, count, resets_at) values ($1, 1, $3)
      on conflict (key) do update set
        count = case when b.resets_at <= $2 then 1 else b.count + 1 end,
        resets_at = case when b.resets_at <= $2 then excluded.resets_at else b.resets_at end
      returning count, ceil(extract(epoch from resets_at - $2::timestamptz))::int as seconds`,
    values: [keyOf(app, purpose, who), now, resetsAt],
  });
  await tidyNowAndThen(app, now);
  const { count, seconds } = bucket!;
  if (count > limit) throw rateLimited(Math.max(1, seconds));
}

/** Gives a try back, when it turned out not to be one of those that are limited. */
export async function returnToken(app: Application, purpose: string, who: string): Promise<void> {
  await runSql(app.pool, {
    text: 'update rate_bucket set count = greatest(count - 1, 0) where key = $1',
    values: [keyOf(app, purpose, who)],
  });
}

/** Forgets the tries of somebody. */
export async function clearTokens(app: Application, purpose: string, who: string): Promise<void> {
  await runSql(app.pool, { text: 'delete from rate_bucket where key = $1', values: [keyOf(app, purpose, who)] });
}

/** Drops windows that are over; few tries are enough to keep the table small. */
async function tidyNowAndThen(app: Application, now: Date): Promise<void> {
  if (Math.random() > 0.01) return;
  await runSql(app.pool, { text: 'delete from rate_bucket where resets_at <= $1', values: [now] });
}
