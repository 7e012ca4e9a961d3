import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';

/** What every stored noun has. */
@ObjectType()
export abstract class BaseEntity {
  @Field(() => ID, { description: 'Opaque identifier (UUIDv7).' })
  @PrimaryKey({ type: 'uuid' })
  id: string = uuidv7();

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  @Property({ type: 'integer', version: true })
  version: number = 1;

  @Field(() => Date, { description: 'When it was created.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
