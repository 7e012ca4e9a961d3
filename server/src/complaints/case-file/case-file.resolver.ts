import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { readChanged, type Row } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import { ExportJob } from '../exports/export-job.js';
import { CaseFileExport } from './case-file-export.js';
import { CaseFileVerification } from './case-file-verification.js';
import { ExportCaseFileInput } from './case-file.input.js';
import { exportCaseFile } from './export-case-file.actions.js';
import { verifyCaseFile } from './verify-case-file.js';

@Resolver(() => Complaint)
export class CaseFileResolver {
  @Authorized()
  @Mutation(() => ExportJob, {
    description:
      "Takes a complaint's whole file out as one archive (导出档案), written in the background: follow `exportJob`. Masked, or in clear with the evidence itself for those who may reveal, after a step-up; 20 an hour.",
  })
  async exportCaseFile(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which complaint.' }) id: string,
    @Arg('input', () => ExportCaseFileInput, { description: 'What it holds, and what for.' })
    input: ExportCaseFileInput,
  ) {
    return readChanged(ctx, info, (await exportCaseFile(ctx, id, input)).id);
  }

  @Authorized()
  @Query(() => CaseFileVerification, {
    nullable: true,
    description:
      "Looks whether a complaint's file is what it was (档案校验): its log in the chain, its evidence, and its rows against the last export; 30 an hour.",
  })
  verifyCaseFile(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Which complaint.' }) id: string) {
    return verifyCaseFile(ctx, id);
  }

  @FieldResolver(() => [CaseFileExport], {
    description:
      'When its file was taken out (档案导出记录), newest first, at most 20; for desk, leaders and auditors, empty for others.',
  })
  caseFileExports(@Root() complaint: Row) {
    return complaint['caseFileExports'];
  }
}
