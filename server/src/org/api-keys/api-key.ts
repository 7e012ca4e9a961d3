import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Channel } from '../channel.js';
import { Staff } from '../staff/staff.js';
import { OrgUnit } from '../units/org-unit.js';

@ObjectType({ description: 'What a channel app signs its requests with (接口密钥); the secret is shown once.' })
@Entity()
export class ApiKey extends BaseEntity {
  @Field(() => String, { description: 'What it is for.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'First characters of the secret, to tell keys apart.' })
  @Property({ type: 'text' })
  prefix!: string;

  /** SHA-256 of the secret, base64url. */
  @Property({ type: 'text' })
  @Unique()
  secretDigest!: string;

  @Field(() => OrgUnit, { description: 'The unit it registers for, or below.' })
  @ManyToOne(() => OrgUnit, { ref: true })
  @Index()
  orgUnit!: Ref<OrgUnit>;

  @Field(() => [Channel], { description: 'The channels it may bring complaints by.' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  channels!: Channel[];

  @Field(() => Boolean, { description: 'Whether it may bring in closed complaints of the past (导入历史投诉).' })
  @Property({ type: 'boolean' })
  mayImportHistory: boolean = false;

  @Field(() => Staff, {
    nullable: true,
    description: 'The administrator who made it (创建人); null for the demo bank.',
  })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  createdBy: Ref<Staff> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null while it works.' })
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the hour.' })
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
