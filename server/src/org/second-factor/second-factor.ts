import { Entity, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../staff/staff.js';

@ObjectType({ description: "A person's one-time codes (动态口令), made by an app on their telephone." })
@Entity()
export class SecondFactor extends BaseEntity {
  @OneToOne(() => Staff, { ref: true, owner: true })
  staff!: Ref<Staff>;

  /** Base32, encrypted. */
  @Property({ type: 'text' })
  sealedSecret!: string;

  @Field(() => Date, { nullable: true, description: 'Since when codes are asked for; null until the first one fits.' })
  @Property({ type: 'timestamptz', nullable: true })
  enrolledAt!: Date | null;

  /** Step of the last code that was taken: this one and those before are used up. */
  @Property({ type: 'integer' })
  lastCounter: number = 0;

  /** Keyed digests of the recovery codes that are left. */
  @Property({ type: 'text[]', columnType: 'text[]' })
  recoveryDigests: string[] = [];

  @Field(() => Int, { description: 'How many recovery codes (恢复码) are left; each opens once.' })
  get recoveryCodeCount(): number {
    return this.recoveryDigests.length;
  }
}

@ObjectType({ description: 'What an authenticator app needs to make codes (动态口令绑定); shown this once.' })
export class SecondFactorSetup {
  @Field(() => String, { description: 'The secret in base32, for typing in (密钥).' })
  secret!: string;

  @Field(() => String, { description: 'The same as an `otpauth://` address, for a QR code (二维码).' })
  url!: string;
}

@ObjectType({ description: 'One-time codes that are set up now (已绑定动态口令).' })
export class EnrolledSecondFactor {
  @Field(() => SecondFactor, { description: 'The codes.' })
  secondFactor!: SecondFactor;

  @Field(() => [String], {
    description: 'Recovery codes (恢复码) for a lost telephone, each good once in place of a code; shown this once.',
  })
  recoveryCodes!: string[];
}
