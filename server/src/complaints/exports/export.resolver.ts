import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readOne } from '../../kernel/read/read.js';
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

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where it can be fetched (下载链接) by GET: for five minutes, in the session that asked for the link; null until it is ready.',
  })
  downloadUrl(@Ctx() ctx: Context, @Root() job: ExportJob) {
    return downloadLink(ctx, job);
  }
}
