import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { readCounts } from '../../kernel/read/counts.js';
import { Complaint } from '../complaint/complaint.js';
import { awaitedBy, ComplaintAwaits, isUsualFor } from './awaits.js';
import { Worklist } from './worklist.js';

@Resolver(() => Worklist)
export class WorklistResolver {
  @Authorized()
  @Query(() => [Worklist], {
    description:
      'What waits for the viewer (待办), in the order of a complaint’s life: the kinds that their roles do, also when empty, and any other with something in it; at most 20.',
  })
  async worklists(@Ctx() ctx: Context): Promise<Worklist[]> {
    const kinds = Object.keys(ComplaintAwaits) as ComplaintAwaits[];
    const lists = await Promise.all(
      kinds.map(async (awaits) => {
        const [counted] = await readCounts(ctx, Complaint, awaitedBy(ctx.viewer, [awaits]), {});
        return { awaits, complaintCount: counted?.count ?? 0 };
      }),
    );
    return lists.filter(({ awaits, complaintCount }) => complaintCount > 0 || isUsualFor(ctx.viewer, awaits));
  }
}
