import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { maskText } from '../../kernel/masking.js';
import type { Row } from '../../kernel/read/read.js';
import { ComplaintEvent } from '../complaint/complaint-event.js';
import { Complaint } from '../complaint/complaint.js';
import { Evidence } from './evidence.js';
import { clearDescription, clearName } from './open-evidence.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
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
