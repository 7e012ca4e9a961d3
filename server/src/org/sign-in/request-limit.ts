import type { Application, RequestLimit } from '../../kernel/application.js';
import { rateLimited } from '../../kernel/errors.js';
import { runSql } from '../../kernel/sql.js';
import type { Viewer } from '../../kernel/viewer.js';

/** Values fetched for one token; a request takes one token at least. */
const valuesPerToken = 1000;
/** Tokens that a process takes from the database at once, so that most requests cost no statement. */
const lotPart = 10;
/** How long an empty bucket is not asked again. */
const pauseMs = 100;

interface Lease {
  tokens: number;
  /** Until when the tokens may be spent; kept longer, they would add up beside a bucket that is full again. */
  until: number;
  /** No tokens before then: the bucket was empty. */
  closedUntil: number;
  fetching: Promise<void> | null;
}

const leases = new WeakMap<Application, Map<string, Lease>>();
const mostLeases = 10_000;

/** What a request of so many estimated values is charged. */
export const tokensFor = (cost: number): number => Math.max(1, Math.ceil(cost / valuesPerToken));

/**
 * Takes tokens from the bucket of a key or person; `RATE_LIMITED` when it is empty.
 * The bucket is a row shared by all processes, from which each takes tokens in lots of a tenth of the burst. All
 * together never get more than the bucket holds, except for one unspent lot per process; a process can be refused up to
 * one lot per other process too early.
 */
export async function charge(app: Application, viewer: Viewer, charged: number): Promise<void> {
  const limit = app.requestLimits[viewer.kind];
  if (!limit || viewer.id === null || charged === 0) return;
  // What costs more than a full bucket would never be answered.
  const tokens = Math.min(charged, limit.burst);
  const lease = leaseOf(app, viewer.id);
  for (;;) {
    const now = app.clock.now().getTime();
    if (now >= lease.until) lease.tokens = 0;
    if (lease.tokens >= tokens) {
      lease.tokens -= tokens;
      return;
    }
    if (now < lease.closedUntil) throw rateLimited(Math.max(1, Math.ceil((tokens - lease.tokens) / limit.perSecond)));
    // One statement for all requests that wait for the same bucket.
    await (lease.fetching ??= fetchLot(app, viewer, limit, lease, tokens).finally(() => (lease.fetching = null)));
  }
}

function leaseOf(app: Application, id: string): Lease {
  const known = leases.get(app) ?? new Map<string, Lease>();
  leases.set(app, known);
  const lease = known.get(id) ?? { tokens: 0, until: 0, closedUntil: 0, fetching: null };
  if (known.size >= mostLeases && !known.has(id)) known.clear();
  known.set(id, lease);
  return lease;
}

async function fetchLot(
  app: Application,
  viewer: Viewer,
  { perSecond, burst }: RequestLimit,
  lease: Lease,
  needed: number,
): Promise<void> {
  const now = app.clock.now();
  const wanted = Math.max(needed - lease.tokens, Math.ceil(burst / lotPart));
  const [row] = await runSql<{ granted: number }>(app.pool, {
    text: takeLot,
    values: [`requests:${viewer.kind}:${viewer.id}`, now, wanted, perSecond, burst],
  });
  lease.tokens += row!.granted;
  lease.until = now.getTime() + (burst / perSecond) * 1000;
  if (lease.tokens < needed) lease.closedUntil = now.getTime() + pauseMs;
}

// `resets_at` is when the bucket will be full: each token taken moves it on by the time that one needs to come back. What
// is over is deleted with the windows of other limits, since no row and a full bucket are the same.
const window = "$5::float8 / $4::float8 * interval '1 second'";
// A time that far away can only come of a clock that was set back; nobody is to be locked out by it.
const fullAt = `case when b.resets_at > $2::timestamptz + 2 * ${window} then $2::timestamptz else greatest(b.resets_at, $2::timestamptz) end`;
const left = `floor($5::float8 - extract(epoch from (${fullAt}) - $2::timestamptz) * $4::float8)`;
const granted = `least($3::int, greatest(0, ${left}))::int`;
const takeLot = `insert into rate_bucket as b (key, count, resets_at)
  values ($1, $3::int, $2::timestamptz + $3::int / $4::float8 * interval '1 second')
  on conflict (key) do update set
    count = ${granted}, resets_at = (${fullAt}) + ${granted} / $4::float8 * interval '1 second'
  returning count as granted`;
