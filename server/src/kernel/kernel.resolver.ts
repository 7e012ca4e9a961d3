import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from './context.js';
import { lastSeq } from './event-log.js';
import { encodeCursor } from './feed.js';
import { EventCursor } from './scalars.js';

@Resolver()
export class KernelResolver {
  @Authorized()
  @Query(() => EventCursor, {
    description:
      'The position of the event log now: read it, then a list, then subscribe with it, and nothing is lost between.',
  })
  async eventCursor(@Ctx() { app }: Context): Promise<string> {
    // From the table, not from this process' memory: another process may be ahead.
    return encodeCursor(await lastSeq(app.pool));
  }
}
