import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.js';
import { decodeCursor, requireReplayable, type EventFeed } from './feed.js';
import { isOutage, isTimeout } from './outage.js';
import type { Condition } from './read/registry.js';
import { readRows, type Row } from './read/read.js';

/** One kind of event in a feed: its type in the schema, where it is published, and what the caller filters by. */
export interface FeedSource {
  typeName: string;
  audience: string;
  where: Condition;
}

/** What a feed tells, from where, and what is done once a batch is about to be handed over. */
export interface FeedRequest {
  after: string | null | undefined;
  sources: readonly FeedSource[];
  handedOver?: (ctx: Context, rows: readonly Row[]) => Promise<void>;
}

const batchSize = 200;
const recheckMs = 1000;

/**
 * Replays everything after the cursor, then follows in commit order, at least once.
 * Each batch is judged by the viewer's rights of that moment; the feed ends when their session does.
 */
export async function follow(
  ctx: Context,
  info: GraphQLResolveInfo,
  request: FeedRequest,
): Promise<AsyncIterableIterator<Row>> {
  let position = ctx.app.feed.position;
  if (request.after) {
    position = decodeCursor(request.after, 'after');
    await requireReplayable(ctx.app.pool, position, 'after');
  }
  const ended = new AbortController();
  return endable(events(ctx, info, request, position, ended.signal), ended);
}

interface Batch {
  rows: Row[];
  upTo: bigint;
}

async function* events(
  ctx: Context,
  info: GraphQLResolveInfo,
  request: FeedRequest,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<Row> {
  const { feed } = ctx.app;
  const news = (since: bigint) => throughOutages(feed, signal, () => nextBatch(ctx, info, request, since));
  let position = after;
  while (!signal.aborted && !feed.isStopped) {
    const batch = await news(position);
    if (!batch) return;
    position = yield* told(batch);
    await feed.next(position, soon(signal));
  }
}

// A bounded wait, since a session may end by time alone.
const soon = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(recheckMs)]);

/** What the viewer may know of as of now; null once they may not listen any more. */
async function nextBatch(
  ctx: Context,
  info: GraphQLResolveInfo,
  { sources, handedOver }: FeedRequest,
  after: bigint,
): Promise<Batch | null> {
  if (!(await ctx.revalidate())) return null;
  const { feed } = ctx.app;
  const head = feed.position;
  if (head <= after) return { rows: [], upTo: after };
  const audiences = sources.map(({ audience }) => audience);
  if (!feed.hasNews(audiences, after)) return { rows: [], upTo: head };
  const batch = await readBatch(ctx, info, sources, after, head);
  await handedOver?.(ctx, batch.rows);
  return batch;
}

/** Hands a batch on; answers how far it came, since who reads slowly may lose the right to the rest meanwhile. */
async function* told({ rows, upTo }: Batch): AsyncGenerator<Row, bigint> {
  const readAt = performance.now();
  for (const row of rows) {
    yield row;
    if (performance.now() - readAt > recheckMs) return seqOf(row);
  }
  return upTo;
}

/** Tries until the database answers: an outage interrupts a feed and does not end it. */
async function throughOutages<T>(feed: EventFeed, signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (isTimeout(error) || !isOutage(error)) throw error;
      if (signal.aborted || feed.isStopped) return null;
      await feed.next(feed.position, soon(signal));
    }
  }
}

async function readBatch(
  ctx: Context,
  info: GraphQLResolveInfo,
  sources: readonly FeedSource[],
  after: bigint,
  head: bigint,
): Promise<Batch> {
  const parts = await Promise.all(sources.map((source) => readSource(ctx, info, source, after, head)));
  // A source that filled its batch has more to say before the others may go on.
  const upTo = parts.reduce(
    (least, rows) => (rows.length === batchSize ? smaller(least, seqOf(rows.at(-1)!)) : least),
    head,
  );
  const rows = parts.flat().filter((row) => seqOf(row) <= upTo);
  return { rows: rows.sort((a, b) => (seqOf(a) < seqOf(b) ? -1 : 1)), upTo };
}

async function readSource(
  ctx: Context,
  info: GraphQLResolveInfo,
  source: FeedSource,
  after: bigint,
  head: bigint,
): Promise<Row[]> {
  const type = info.schema.getType(source.typeName) as GraphQLObjectType;
  const rows = await readRows(ctx, info, type, {
    where: { $and: [{ audience: source.audience, seq: { $gt: String(after), $lte: String(head) } }, source.where] },
    orderBy: [{ field: 'seq', direction: 'asc' }],
    limit: batchSize,
  });
  return rows.map((row) => ({ ...row, __typename: source.typeName }));
}

const seqOf = (row: Row) => BigInt(row['seq'] as string);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);

// `return()` of a plain generator waits for its next value; a quiet feed would never end.
function endable(generator: AsyncGenerator<Row>, ended: AbortController): AsyncIterableIterator<Row> {
  return {
    next: () => generator.next(),
    return: async () => {
      ended.abort();
      return { done: true, value: undefined };
    },
    throw: (error) => generator.throw(error),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
