import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { trackComplaint } from './track-complaint.js';
import { TrackedComplaint } from './tracked-complaint.js';

@Resolver()
export class TrackedComplaintResolver {
  @Query(() => TrackedComplaint, {
    nullable: true,
    description:
      'A complainant follows their case by the code they were given (查进度); no sign-in. `NOT_FOUND` for a wrong code, which are limited.',
  })
  trackComplaint(
    @Ctx() ctx: Context,
    @Arg('trackingCode', () => String, { description: 'The code (查询码); case, spaces and dashes do not matter.' })
    trackingCode: string,
  ) {
    return trackComplaint(ctx, trackingCode);
  }
}
