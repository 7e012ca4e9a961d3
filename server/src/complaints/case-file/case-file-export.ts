import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';
import { RevealReason } from '../complainant/field-reveal.js';

@ObjectType({ description: 'That the file of a complaint was taken out, and what it then was (档案导出记录).' })
@Entity()
export class CaseFileExport extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @Field(() => Staff, { description: 'Who took it out (导出人).' })
  @ManyToOne(() => Staff, { ref: true })
  exportedBy!: Ref<Staff>;

  @Field(() => Boolean, { description: 'Whether it holds originals and clear values (含原件和明文).' })
  @Property({ type: 'boolean' })
  hasOriginals!: boolean;

  @Field(() => RevealReason, { description: 'What for (导出事由).' })
  @Enum({ items: () => Object.values(RevealReason), type: 'string', columnType: 'text' })
  reason!: RevealReason;

  @Field(() => String, { description: 'SHA-256 of the archive in hexadecimal (档案哈希值).' })
  @Property({ type: 'text' })
  archiveSha256!: string;

  @Field(() => String, { description: 'SHA-256 of the `manifest.json` in it, in hexadecimal (清单哈希值).' })
  @Property({ type: 'text' })
  manifestSha256!: string;

  /** What was found then of the rows and events, as text, so that its digest in the log stays that of the same bytes. */
  @Property({ type: 'text' })
  noted!: string;
}
