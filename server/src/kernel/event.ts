import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What an event may say beside its subject: ids, field names and keyed digests, never personal data. */
export type EventData = Record<string, string | number | boolean | null | readonly string[]>;

/** One row of the append-only, hash-chained log: audit trail and feed at once. */
@Entity({ tableName: 'event' })
@Index({ properties: ['subjectId', 'seq'] })
@Index({ properties: ['audience', 'seq'] })
@Index({ properties: ['at', 'seq'] })
@Index({ properties: ['kind', 'at', 'seq'] })
@Index({ properties: ['actorId', 'at', 'seq'] })
export class Event {
  /** Without gaps, in commit order. */
  @PrimaryKey({ type: 'bigint', autoincrement: false })
  seq!: string;

  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Past tense, `complaint.registered`. */
  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  actorKind!: string;

  @Property({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Property({ type: 'text' })
  subjectType!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  /** A second row it is about (a contact, a clock, a notice), if any. */
  @Property({ type: 'uuid', nullable: true })
  @Index()
  objectId!: string | null;

  /** The feed it is published to; null = only for the audit. */
  @Property({ type: 'text', nullable: true })
  audience!: string | null;

  @Property({ type: 'boolean' })
  isDrill!: boolean;

  @Property({ type: 'jsonb' })
  data!: EventData;

  @Property({ type: 'text' })
  previousHash!: string;

  @Property({ type: 'text' })
  hash!: string;
}
