import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { pageType, PageInput, readPage } from '../../kernel/read/page.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Delivery } from '../../work/delivery/delivery.js';
import { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import {
  CancelDeliveryInput,
  conditionOf,
  DeliveryFilter,
  DeliverySort,
  orderOf,
  RetryDeliveryInput,
} from './delivery.input.js';
import { cancelDelivery, retryDelivery } from './sending.actions.js';

const DeliveryPage = pageType(Delivery, 'DeliveryPage');

@Resolver(() => Delivery)
export class SendingResolver {
  @Authorized()
  @Query(() => DeliveryPage, {
    description:
      'Messages to customers of complaints that the viewer may read, and what has become of them (消息发送); `state: DEAD` are those that somebody must see to.',
  })
  deliveries(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => DeliveryFilter, { nullable: true, description: 'What they must satisfy.' })
    filter?: DeliveryFilter,
    @Arg('sort', () => DeliverySort, { nullable: true, description: 'Their order; newest first by default.' })
    sort?: DeliverySort,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part.' }) page?: PageInput,
  ) {
    return readPage(ctx, Delivery, info, { where: conditionOf(filter), orderBy: orderOf(sort), page });
  }

  @Authorized()
  @Mutation(() => Delivery, { description: 'Sends again what was given up (重新发送); by the desk.' })
  async retryDelivery(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which delivery.' }) id: string,
    @Arg('input', () => RetryDeliveryInput, { description: 'The version seen.' }) input: RetryDeliveryInput,
  ) {
    return readChanged(ctx, info, (await retryDelivery(ctx, id, input)).id);
  }

  @Authorized()
  @Mutation(() => Delivery, {
    description: 'Ends what was not sent, since the customer was told otherwise (不再发送); by the desk.',
  })
  async cancelDelivery(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which delivery.' }) id: string,
    @Arg('input', () => CancelDeliveryInput, { description: 'The version seen.' }) input: CancelDeliveryInput,
  ) {
    return readChanged(ctx, info, (await cancelDelivery(ctx, id, input)).id);
  }

  @FieldResolver(() => Complaint, { description: 'The complaint that it is about.' })
  complaint(@Root() delivery: Row) {
    return delivery['complaint'];
  }

  @FieldResolver(() => Contact, { description: 'What was told (沟通记录).' })
  contact(@Root() delivery: Row) {
    return delivery['contact'];
  }
}

@Resolver(() => Contact)
export class SentContactResolver {
  @FieldResolver(() => [Delivery], {
    description:
      'How it was sent (消息发送): none for what a person said and noted here, and for channel apps; at most 10.',
  })
  deliveries(@Root() contact: Row) {
    return contact['deliveries'];
  }
}
