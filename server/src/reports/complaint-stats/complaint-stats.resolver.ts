import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { ComplaintStats, ComplaintStatsInput } from './complaint-stats.js';
import { countComplaints } from './count-complaints.js';

@Resolver()
export class ComplaintStatsResolver {
  @Authorized()
  @Query(() => ComplaintStats, {
    description: 'Numbers of complaints for desks and managers (统计); `FORBIDDEN` to others.',
  })
  complaintStats(
    @Ctx() ctx: Context,
    @Arg('input', () => ComplaintStatsInput, { nullable: true, description: 'What is counted.' })
    input?: ComplaintStatsInput,
  ): Promise<ComplaintStats> {
    return countComplaints(ctx, input ?? {});
  }
}
