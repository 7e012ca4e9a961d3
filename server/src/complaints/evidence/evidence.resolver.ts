import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import type { Row } from '../../kernel/read/read.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { Complaint } from '../complaint/complaint.js';
import { downloadEvidence } from './download-evidence.actions.js';
import { DownloadEvidenceInput, EvidenceLink, EvidenceRules } from './evidence-opening.js';
import { Evidence } from './evidence.js';
import { acceptedExtensions } from './file-kind.js';
import { clearDescription, clearName } from './open-evidence.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Authorized()
  @Query(() => EvidenceRules, { description: 'What may be added as evidence on this server (证据上传规则).' })
  evidenceRules(@Ctx() { app }: Context): EvidenceRules {
    return { isScanned: app.scanner !== null, limitBytes: app.mostFileBytes, extensions: acceptedExtensions };
  }

  @Authorized()
  @Mutation(() => EvidenceLink, {
    description:
      'A link to the original of a file (下载证据原件), for a reason that is kept; by whoever may see the complaint in clear. `FORBIDDEN` with `stepUp` unless they proved a moment ago who they are.',
  })
  downloadEvidence(
    @Ctx() ctx: Context,
    @Arg('complaintId', () => ID, { description: 'Which complaint.' }) complaintId: string,
    @Arg('input', () => DownloadEvidenceInput, { description: 'Which file, and why.' }) input: DownloadEvidenceInput,
  ) {
    return downloadEvidence(ctx, complaintId, input);
  }

  @FieldResolver(() => String, {
    description: 'File name (文件名), masked; its extension is that of what its bytes are.',
  })
  name(@Ctx() { app }: Context, @Root() evidence: Evidence) {
    return maskText(clearName(app.cipher, evidence));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it shows (说明), masked; null when not said.' })
  description(@Ctx() { app }: Context, @Root() evidence: Evidence) {
    const description = clearDescription(app.cipher, evidence);
    return description === null ? null : maskText(description);
  }
}

@Resolver(() => Complaint)
export class ComplaintEvidenceResolver {
  @FieldResolver(() => [Evidence], {
    description:
      'Files that prove something (证据材料), newest first; at most 200. They are added by `POST /evidence` (docs/api.md). Empty for channel apps.',
  })
  evidence(@Root() complaint: Row) {
    return complaint['evidence'];
  }
}

@Resolver(() => ComplaintEvent)
export class ComplaintEventEvidenceResolver {
  @FieldResolver(() => Evidence, {
    nullable: true,
    description: 'The evidence it is about; null when about none, and for channel apps.',
  })
  evidence(@Root() event: Row) {
    return event['evidence'];
  }
}
