import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { BaseEntity } from '../../kernel/base-entity.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from './complaint.js';

/** Who else may read a complaint, and why: the single way to widen reading. */
@Entity()
@Unique({ properties: ['complaint', 'staff'] })
export class ComplaintShare extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  complaint!: Ref<Complaint>;

  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  @Property({ type: 'text' })
  reason!: string;
}
