import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** One row that tells whether the keys of this start are the keys the data was written with. */
@Entity()
export class Canary {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  id!: number;

  @Property({ type: 'text' })
  sealed!: string;

  @Property({ type: 'text' })
  digest!: string;

  /** Whether the demo seed filled this database, or began to. */
  @Property({ type: 'boolean' })
  isDemo: boolean = false;

  /** When the demo seed was done; null before. */
  @Property({ type: 'timestamptz', nullable: true })
  seededAt!: Date | null;
}
