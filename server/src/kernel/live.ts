import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.js';
import { decodeCursor, requireReplayable } from './feed.js';
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

async function* events(
  ctx: Context,
  info: GraphQLResolveInfo,
  { sources, handedOver }: FeedRequest,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<Row> {
  const { feed } = ctx.app;
  const audiences = sources.map(({ audience }) => audience);
  let position = after;
  while (!signal.aborted && !feed.isStopped && (await ctx.revalidate())) {
    const head = feed.position;
    if (head > position && feed.hasNews(audiences, position)) {
      const batch = await readBatch(ctx, info, sources, position, head);
      await handedOver?.(ctx, batch.rows);
      yield* batch.rows;
      position = batch.upTo;
    } else {
      if (head > position) position = head;
      // A bounded wait, since a session may end by time alone.
      await feed.next(position, AbortSignal.any([signal, AbortSignal.timeout(recheckMs)]));
    }
  }
}

async function readBatch(
  ctx: Context,
  info: GraphQLResolveInfo,
  sources: readonly FeedSource[],
  after: bigint,
  head: bigint,
): Promise<{ rows: Row[]; upTo: bigint }> {
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
