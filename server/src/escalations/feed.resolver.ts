import { Arg, Authorized, createUnionType, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { ComplaintEvent } from '../complaints/complaint/complaint-event.js';
import { complaintSource } from '../complaints/complaint/complaint-feed.resolver.js';
import { kindOf } from '../complaints/complaint-parts.resolver.js';
import type { Context } from '../kernel/context.js';
import { encodeCursor } from '../kernel/feed.js';
import { follow, type FeedSource } from '../kernel/live.js';
import type { Row } from '../kernel/read/read.js';
import { EventCursor } from '../kernel/scalars.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { notePushed } from './delivery.js';
import { EscalationEvent, EscalationEventKind } from './escalation-event.js';
import { conditionOf, EscalationEventFilter } from './escalation-filter.js';

const ManagerEvent = createUnionType({
  name: 'ManagerEvent',
  description: 'Anything a manager follows live (管理动态).',
  types: () => [EscalationEvent, ComplaintEvent] as const,
  resolveType: (event) => (event as unknown as { __typename: string }).__typename,
});

const escalationSource = (filter?: EscalationEventFilter | null): FeedSource => ({
  typeName: 'EscalationEvent',
  audience: 'escalations',
  about: 'escalation.complaint',
  where: filter ? { escalation: conditionOf(filter) } : {},
});

@Resolver(() => EscalationEvent)
export class EscalationFeedResolver {
  @Authorized()
  @Subscription(() => EscalationEvent, {
    description:
      'What happens to escalations that the viewer may see: everything after the cursor, then live, in order, at least once.',
    subscribe: ({ args, context, info }) =>
      follow(context as Context, info, {
        after: args['after'],
        sources: [escalationSource(args['filter'])],
        handedOver: notePushed,
      }),
  })
  escalationEvents(
    @Root() event: Row,
    @Arg('after', () => EventCursor, { nullable: true, description: 'Start after this event; absent = now.' })
    _after?: string,
    @Arg('filter', () => EscalationEventFilter, { nullable: true, description: 'Which of them.' })
    _filter?: EscalationEventFilter,
  ): Row {
    return event;
  }

  @Authorized()
  @Subscription(() => ManagerEvent, {
    description: 'Escalations and complaints in one feed, in order: what a manager follows live.',
    subscribe: ({ args, context, info }) =>
      follow(context as Context, info, {
        after: args['after'],
        sources: [
          escalationSource({ orgUnitId: args['orgUnitId'] }),
          complaintSource({ orgUnitId: args['orgUnitId'] }),
        ],
        handedOver: notePushed,
      }),
  })
  managerFeed(
    @Root() event: Row,
    @Arg('after', () => EventCursor, { nullable: true, description: 'Start after this event; absent = now.' })
    _after?: string,
    @Arg('orgUnitId', () => ID, { nullable: true, description: 'Only of this unit and those below.' })
    _orgUnitId?: string,
    @Arg('includeDrills', () => Boolean, {
      defaultValue: false,
      description: 'Whether drills are told, too (演练); there are none yet.',
    })
    _includeDrills?: boolean,
  ): Row {
    return event;
  }

  @FieldResolver(() => EscalationEventKind, { description: 'What happened (动态类型).' })
  kind(@Root() event: Row) {
    return kindOf(event['kind'] as string);
  }

  @FieldResolver(() => EventCursor, { description: 'Its place in the log; pass it as `after` to go on from here.' })
  cursor(@Root() event: Row) {
    return encodeCursor(event['seq'] as string);
  }

  @FieldResolver(() => OrgUnit, { description: 'The unit that answers for the matter now (承办机构).' })
  orgUnit(@Root() event: Row) {
    return ((event['escalation'] as Row)['complaint'] as Row)['orgUnit'];
  }
}
