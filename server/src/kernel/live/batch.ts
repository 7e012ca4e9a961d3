import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import type { FeedSource } from '../live.js';
import { readRows, type Row } from '../read/read.js';

/** Events of a feed in order, and how far in the log they reach. */
export interface Batch {
  rows: Row[];
  upTo: bigint;
}

const batchSize = 200;

/** The place of an event in the log. */
export const seqOf = (row: Row) => BigInt(row['seq'] as string);

/** Reads the events between two places that the viewer of the context may know of, at most two hundred of each source. */
export async function readBatch(
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

const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
