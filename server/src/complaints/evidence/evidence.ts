import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';

export const EvidenceSource = defineEnum('EvidenceSource', 'Where evidence comes from (证据来源).', {
  CUSTOMER: 'The complainant gave it (投诉人提供).',
  STAFF: 'Staff of the unit that handles the complaint wrote or collected it (承办机构收集).',
  OTHER_UNIT: 'Another unit of the bank gave it (行内其他机构提供).',
  SYSTEM: 'Drawn from a system: transactions, logs, recordings (业务系统调取).',
  THIRD_PARTY: 'Somebody outside gave it: merchants, networks, authorities (第三方提供).',
  OTHER: 'Something else (其他).',
});
export type EvidenceSource = keyof typeof EvidenceSource;

export const ScanState = defineEnum('ScanState', 'Whether a file was looked into for malware (恶意代码检测).', {
  NOT_SCANNED: 'No scanner is set up (未检测).',
  CLEAN: 'Scanned when it came in; nothing was found (未发现恶意代码).',
});
export type ScanState = keyof typeof ScanState;

@ObjectType({
  description:
    'A file that proves something (证据材料), kept as it came in, with its hash, source, collector and time.',
})
@Entity()
@Index({ properties: ['complaint', 'collectedAt'] })
@Unique({ properties: ['caller', 'idempotencyKey'] })
export class Evidence extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  /** Encrypted, since people name files after people. */
  @Property({ type: 'text' })
  sealedName!: string;

  @Field(() => String, { description: 'What its bytes are (文件类型), as a media type, whatever its name said.' })
  @Property({ type: 'text' })
  type!: string;

  @Field(() => Int, { description: 'Size in bytes (文件大小).' })
  @Property({ type: 'integer' })
  sizeBytes!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes in hexadecimal (哈希值).' })
  @Property({ type: 'text' })
  sha256!: string;

  @Field(() => EvidenceSource, { description: 'Where it comes from (证据来源).' })
  @Enum({ items: () => Object.values(EvidenceSource), type: 'string', columnType: 'text' })
  source!: EvidenceSource;

  @Field(() => Staff, {
    nullable: true,
    description: 'Who added it (收集人); null when the customer or a channel app did.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  collectedBy!: Ref<Staff> | null;

  @Field(() => Date, { description: 'When it was added (收集时间).' })
  @Property({ type: 'timestamptz' })
  collectedAt!: Date;

  @Field(() => ScanState, { description: 'Whether it was looked into for malware (恶意代码检测).' })
  @Enum({ items: () => Object.values(ScanState), type: 'string', columnType: 'text' })
  scanState!: ScanState;

  /** Encrypted, as the name. */
  @Property({ type: 'text', nullable: true })
  sealedDescription!: string | null;

  /** Under which the store keeps the bytes. */
  @Property({ type: 'text' })
  @Unique()
  fileKey!: string;

  /** The person, the key, or for the customer the complaint, with the key they chose: a retry finds the same file. */
  @Property({ type: 'uuid' })
  caller!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  requestDigest!: string;
}
