import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A counter of tries within a window, shared by all processes. */
@Entity()
export class RateBucket {
  /** Purpose and keyed digest of who tries. */
  @PrimaryKey({ type: 'text' })
  key!: string;

  @Property({ type: 'integer' })
  count!: number;

  @Property({ type: 'timestamptz' })
  resetsAt!: Date;
}
