import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../staff/staff.js';

@ObjectType({ description: 'One sign-in of a person (登录会话), from when to when and from where.' })
@Entity()
export class UserSession extends BaseEntity {
  @Field(() => Staff, { description: 'Who signed in (员工).' })
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  /** SHA-256 of the token, base64url; the token itself is known only to its holder. */
  @Property({ type: 'text' })
  @Unique()
  tokenDigest!: string;

  @Field(() => Date, { description: 'Absolute end, twelve hours after sign-in.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Field(() => Date, { description: 'Last request, to the minute; half an hour without one ends it.' })
  @Property({ type: 'timestamptz' })
  lastUsedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody ended it; null while nobody has.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Program and system, as they call themselves; null if they do not.',
  })
  @Property({ type: 'text', nullable: true })
  device!: string | null;

  @Field(() => String, { nullable: true, description: 'Network address it came from.' })
  @Property({ type: 'text', nullable: true })
  address!: string | null;

  /** Until when it may do what asks for more than a sign-in; null = it never proved it. */
  @Property({ type: 'timestamptz', nullable: true })
  stepUpExpiresAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is the one that asks (当前会话).' })
  isCurrent!: boolean;
}
