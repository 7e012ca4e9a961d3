import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';
import { RevealReason } from '../complainant/field-reveal.js';
import { Evidence } from './evidence.js';

/** Who may fetch which original until when, in which session, and what for (查阅记录). */
@Entity()
export class EvidenceOpening extends BaseEntity {
  @ManyToOne(() => Evidence, { ref: true })
  @Index()
  evidence!: Ref<Evidence>;

  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  /** The only one that the link opens in. */
  @Property({ type: 'uuid' })
  session!: string;

  @Enum({ items: () => Object.values(RevealReason), type: 'string', columnType: 'text' })
  reason!: RevealReason;

  /** Encrypted, since people write names into it. */
  @Property({ type: 'text', nullable: true })
  sealedNote!: string | null;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}

@InputType({ description: 'Fetching the original of an evidence file (下载证据原件).' })
export class DownloadEvidenceInput {
  @Field(() => ID, { description: 'Which file of the complaint.' })
  evidenceId!: string;

  @Field(() => RevealReason, { description: 'What it is needed for (查看事由).' })
  reason!: RevealReason;

  @Field(() => String, {
    nullable: true,
    description: 'The reason in words (事由说明), at most 200 characters; needed for OTHER.',
  })
  note?: string | null;
}

@ObjectType({
  description: 'Where the original of a file can be fetched, in this session and for a few minutes (下载链接).',
})
export class EvidenceLink {
  @Field(() => String, {
    description: 'Path on this server, such as `/evidence/…`; fetch it with the same credentials.',
  })
  url!: string;

  @Field(() => Date, { description: 'Until when.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'What may be added as evidence on this server (证据上传规则).' })
export class EvidenceRules {
  @Field(() => Boolean, {
    description:
      'Whether files are looked into for malware when they come in (恶意代码检测); where not, say so visibly.',
  })
  isScanned!: boolean;

  @Field(() => Int, { description: 'The largest file (单个文件上限).' })
  limitBytes!: number;

  @Field(() => [String], { description: 'Extensions of the kinds that are taken (可上传的文件类型).' })
  extensions!: readonly string[];
}
