import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type AuthChecker, type NonEmptyArray } from 'type-graphql';
import { CalendarExceptionResolver, CalendarResolver } from './calendar/calendar.resolver.js';
import { complaintResolvers } from './complaints/resolvers.js';
import { escalationResolvers } from './escalations/resolvers.js';
import type { Context } from './kernel/context.js';
import { unauthenticated } from './kernel/errors.js';
import { KernelResolver } from './kernel/kernel.resolver.js';
import { DateTimeISO } from './kernel/scalars.js';
import { orgResolvers } from './org/resolvers.js';
import { planResolvers } from './plans/resolvers.js';
import { reportResolvers } from './reports/resolvers.js';
import { CodeListResolver } from './work/code-list.resolver.js';
import { DeliveryResolver } from './work/delivery/delivery.resolver.js';

const resolvers: NonEmptyArray<Function> = [
  KernelResolver,
  ...orgResolvers,
  CodeListResolver,
  DeliveryResolver,
  CalendarResolver,
  CalendarExceptionResolver,
  ...planResolvers,
  ...complaintResolvers,
  ...escalationResolvers,
  ...reportResolvers,
];

const authChecker: AuthChecker<Context> = ({ context }) => {
  if (context.viewer.kind === 'ANONYMOUS') throw unauthenticated();
  return true;
};

/** The whole API, ground floor first. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers,
    authChecker,
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTimeISO }],
    // Feeds bring their own iterators; the library only insists that something is here.
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('feeds have no topics');
      },
    },
  });
}
