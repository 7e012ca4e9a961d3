import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.js';
import { decodeCursor, requireReplayable } from './feed.js';
import type { Condition } from './read/registry.js';
import type { Row } from './read/read.js';

/** One kind of event in a feed: its type in the schema, where it is published, and what the caller filters by. */
export interface FeedSource {
  typeName: string;
  audience: string;
  /** The way from its type to the noun whose `concerns` names the people that an event touches in person. */
  about: string;
  where: Condition;
}

/** What a feed tells, from where, and what is done once a batch is about to be handed to a person whom it concerns. */
export interface FeedRequest {
  after: string | null | undefined;
  sources: readonly FeedSource[];
  handedOver?: (ctx: Context, rows: readonly Row[]) => Promise<void>;
}

/** A feed as a resolver asks for it; the stream hub tells it, once for all who ask for the same with equal rights. */
export class Feed {
  constructor(
    readonly info: GraphQLResolveInfo,
    readonly request: FeedRequest,
    /** The place in the log after which it begins. */
    readonly after: bigint,
  ) {}

  // GraphQL insists that a subscription is iterable; outside the hub there is nobody to tell it.
  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error('feeds are told by the stream hub');
  }
}

/** Everything after the cursor, then live, in commit order, at least once; from now on without a cursor. */
export async function follow(ctx: Context, info: GraphQLResolveInfo, request: FeedRequest): Promise<Feed> {
  if (!request.after) return new Feed(info, request, ctx.app.feed.position);
  const after = decodeCursor(request.after, 'after');
  await requireReplayable(ctx.app.pool, after, 'after');
  return new Feed(info, request, after);
}
