import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../staff/staff.js';

/** One sign-in of a person; the token itself is known only to its holder. */
@Entity()
export class UserSession extends BaseEntity {
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  /** SHA-256 of the token, base64url. */
  @Property({ type: 'text' })
  @Unique()
  tokenDigest!: string;

  /** Absolute end, twelve hours after sign-in. */
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** Half an hour without a request ends it. */
  @Property({ type: 'timestamptz' })
  lastUsedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
