import { Arg, Authorized, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readChanged } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { requestInfo } from './request-info.actions.js';
import { RequestInfoInput } from './request-info.input.js';

@Resolver(() => Complaint)
export class ContactVerbsResolver {
  @Authorized()
  @Mutation(() => Complaint, {
    description: 'Asks the customer for something by a date (了解情况); clocks that may stand still do until then.',
  })
  async requestInfo(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => RequestInfoInput, { description: 'What is asked, and by when.' }) input: RequestInfoInput,
  ) {
    return readChanged(ctx, info, (await requestInfo(ctx, id, input)).id);
  }
}
