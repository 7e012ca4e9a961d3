import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readChanged, readOne } from '../../kernel/read/read.js';
import { exportComplaints } from './complaint-list.actions.js';
import { ExportComplaintsInput } from './complaint-list.input.js';
import { downloadLink } from './download-export.actions.js';
import { ExportJob } from './export-job.js';

@Resolver(() => ExportJob)
export class ExportResolver {
  @Authorized()
  @Query(() => ExportJob, {
    nullable: true,
    description: 'An export that the viewer asked for (导出任务), to follow how far it is.',
  })
  exportJob(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which export.' }) id: string,
  ) {
    return readOne(ctx, ExportJob, info, { id });
  }

  @Authorized()
  @Mutation(() => ExportJob, {
    description:
      'Takes a list of complaints out as CSV (导出投诉清单), masked, written in the background: follow `exportJob`. For desk and leaders, and of what they see as such; 20 an hour.',
  })
  async exportComplaints(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ExportComplaintsInput, { description: 'Which complaints, and what for.' })
    input: ExportComplaintsInput,
  ) {
    return readChanged(ctx, info, (await exportComplaints(ctx, input)).id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where it can be fetched (下载链接) by GET: for five minutes, in the session that asked for the link; null until it is ready.',
  })
  downloadUrl(@Ctx() ctx: Context, @Root() job: ExportJob) {
    return downloadLink(ctx, job);
  }
}
