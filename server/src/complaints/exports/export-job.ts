import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import type { Locale } from '../../kernel/messages.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';
import { RevealReason } from '../complainant/field-reveal.js';

export const ExportKind = defineEnum('ExportKind', 'What is exported (导出类型).', {
  CASE_FILE: 'The file of one complaint (投诉档案).',
  COMPLAINT_LIST: 'A list of complaints (投诉清单).',
});
export type ExportKind = keyof typeof ExportKind;

export const ExportState = defineEnum('ExportState', 'State of an export (导出状态).', {
  QUEUED: 'Waits for its turn (排队中).',
  RUNNING: 'Being written (生成中).',
  READY: 'Can be downloaded (可下载).',
  FAILED: 'Could not be written (失败).',
  EXPIRED: 'Its file is gone; ask for another (已过期).',
});
export type ExportState = keyof typeof ExportState;

/** Until when whoever writes it must say again that they are still there. */
const leaseMs = 60_000;
const retryMs = 10_000;
const mostAttempts = 3;
/** How long the file is kept; shorter than files without a row may lie in the store. */
const keptMs = 12 * 3_600_000;

@ObjectType({ description: 'A file that is written in the background for one person (导出任务).' })
@Entity()
export class ExportJob extends BaseEntity {
  @Field(() => ExportKind, { description: 'What is exported (导出类型).' })
  @Enum({ items: () => Object.values(ExportKind), type: 'string', columnType: 'text' })
  kind!: ExportKind;

  @Field(() => ExportState, { description: 'State (导出状态).' })
  @Enum({ items: () => Object.values(ExportState), type: 'string', columnType: 'text' })
  state: ExportState = 'QUEUED';

  @Field(() => Staff, { description: 'Who asked for it (导出人); nobody else can download it.' })
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  requestedBy!: Ref<Staff>;

  @Property({ type: 'text' })
  locale!: Locale;

  @Field(() => Complaint, { nullable: true, description: 'Of which complaint (投诉); null for a list.' })
  @ManyToOne(() => Complaint, { ref: true, nullable: true })
  @Index()
  complaint!: Ref<Complaint> | null;

  @Field(() => Boolean, { description: 'Whether it holds originals and clear values (含原件和明文).' })
  @Property({ type: 'boolean' })
  hasOriginals!: boolean;

  @Field(() => RevealReason, { description: 'What it is needed for (导出事由).' })
  @Enum({ items: () => Object.values(RevealReason), type: 'string', columnType: 'text' })
  reason!: RevealReason;

  /** Encrypted, since people write names into it. */
  @Property({ type: 'text', nullable: true })
  sealedNote!: string | null;

  /** Of a list: which complaints, encrypted, since people look for names and numbers. */
  @Property({ type: 'text', nullable: true })
  sealedFilter: string | null = null;

  /** Of a list: a digest of the rights that it was asked for with. */
  @Property({ type: 'text', nullable: true })
  scope: string | null = null;

  /** Of a list: how far it is written. */
  @Property({ type: 'text', nullable: true })
  cursor: string | null = null;

  @Field(() => Int, { description: 'How many of its parts or rows are written (已完成).' })
  @Property({ type: 'integer' })
  doneCount: number = 0;

  @Field(() => Int, {
    nullable: true,
    description: 'How many there are (总数); null until that is known, above 10 000 an estimate until it is ready.',
  })
  @Property({ type: 'integer', nullable: true })
  totalCount: number | null = null;

  /** Under which the store keeps its bytes, one piece after the other. */
  @Property({ type: 'text[]', columnType: 'text[]' })
  fileKeys: string[] = [];

  @Field(() => String, { nullable: true, description: 'Name of the file (文件名); null until it is ready.' })
  @Property({ type: 'text', nullable: true })
  fileName: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file in hexadecimal (哈希值); null until it is ready.',
  })
  @Property({ type: 'text', nullable: true })
  sha256: string | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when it can be downloaded (有效期); null until it is ready.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null = null;

  /** When it is written, tried again or thrown away; null when nothing is left to do. */
  @Property({ type: 'timestamptz', nullable: true })
  @Index()
  nextAt!: Date | null;

  @Property({ type: 'integer' })
  attempts: number = 0;

  /** Somebody writes it now; false when too many have tried. */
  begin(at: Date): boolean {
    if (++this.attempts > mostAttempts) {
      this.fail();
      return false;
    }
    this.state = 'RUNNING';
    this.holdOn(at);
    return true;
  }

  /** Whoever writes it is still there. */
  holdOn(at: Date): void {
    this.nextAt = new Date(at.getTime() + leaseMs);
  }

  /** It is tried again in a moment. */
  postpone(at: Date): void {
    this.nextAt = new Date(at.getTime() + retryMs);
  }

  finish(at: Date, file: { name: string; sha256: string }): void {
    this.state = 'READY';
    this.fileName = file.name;
    this.sha256 = file.sha256;
    this.expiresAt = this.nextAt = new Date(at.getTime() + keptMs);
  }

  fail(): void {
    this.state = 'FAILED';
    this.nextAt = null;
  }

  expire(): void {
    this.state = 'EXPIRED';
    this.nextAt = null;
  }
}
