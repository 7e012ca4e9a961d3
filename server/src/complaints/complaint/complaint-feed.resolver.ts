import { Arg, Authorized, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { follow, type FeedSource } from '../../kernel/live.js';
import type { Condition } from '../../kernel/read/registry.js';
import type { Row } from '../../kernel/read/read.js';
import { unitOrBelow } from '../../org/units/subtree.js';
import { EventCursor } from '../../kernel/scalars.js';
import { ComplaintEvent } from './complaint-event.js';

/** Complaint events of a feed, narrowed to one complaint or to a unit and those below. */
export function complaintSource(filter: {
  complaintId?: string | null | undefined;
  orgUnitId?: string | null | undefined;
}): FeedSource {
  const parts: Condition[] = [];
  if (filter.complaintId) parts.push({ subjectId: filter.complaintId });
  if (filter.orgUnitId) parts.push({ complaint: { orgUnit: unitOrBelow(filter.orgUnitId) } });
  return { typeName: 'ComplaintEvent', audience: 'complaints', about: 'complaint', where: { $and: parts } };
}

@Resolver()
export class ComplaintFeedResolver {
  @Authorized()
  @Subscription(() => ComplaintEvent, {
    description:
      'What happens to complaints that the viewer may see: everything after the cursor, then live, in order, at least once.',
    subscribe: ({ args, context, info }) =>
      follow(context as Context, info, { after: args['after'], sources: [complaintSource(args)] }),
  })
  complaintEvents(
    @Root() event: Row,
    @Arg('after', () => EventCursor, { nullable: true, description: 'Start after this event; absent = now.' })
    _after?: string,
    @Arg('complaintId', () => ID, { nullable: true, description: 'Only of this complaint.' }) _complaintId?: string,
    @Arg('orgUnitId', () => ID, { nullable: true, description: 'Only of this unit and those below.' })
    _orgUnitId?: string,
  ): Row {
    return event;
  }
}
