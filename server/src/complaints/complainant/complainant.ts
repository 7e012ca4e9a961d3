import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';

/** Personal data lies here only as ciphertext; digests find exact numbers. */
@ObjectType({ description: 'Who raises a complaint (投诉人); every value is masked.' })
@Entity()
export class Complainant extends BaseEntity {
  @Property({ type: 'text', nullable: true })
  sealedName!: string | null;

  @Property({ type: 'text', nullable: true })
  sealedPhone!: string | null;

  @Property({ type: 'text', nullable: true })
  sealedEmail!: string | null;

  @Property({ type: 'text', nullable: true })
  sealedAddress!: string | null;

  @Property({ type: 'text', nullable: true })
  sealedIdNumber!: string | null;

  @Property({ type: 'text', nullable: true })
  sealedCustomerNumber!: string | null;

  @Property({ type: 'text', nullable: true })
  sealedRepresentative!: string | null;

  @Property({ type: 'text', nullable: true })
  @Index()
  phoneDigest!: string | null;

  @Property({ type: 'text', nullable: true })
  @Index()
  idNumberDigest!: string | null;

  @Field(() => Boolean, { description: 'Whether the complainant gave no name (不留姓名).' })
  @Property({ type: 'boolean' })
  anonymous!: boolean;

  @Field(() => Int, { description: 'How many complain together (共同投诉人数).' })
  @Property({ type: 'integer' })
  jointCount!: number;

  @Field(() => Boolean, { description: 'Whether they came in person (到场).' })
  @Property({ type: 'boolean' })
  inPerson!: boolean;
}
