import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { BaseEntity } from '../../kernel/base-entity.js';
import { LeadershipGroup } from './leadership-group.js';
import { OrgUnit } from '../units/org-unit.js';

/** Who is the desk (投诉管理部门) of a unit for a kind of plan: a group or a department. */
@Entity()
export class DeskDuty extends BaseEntity {
  @ManyToOne(() => OrgUnit, { ref: true })
  @Index()
  orgUnit!: Ref<OrgUnit>;

  @ManyToOne(() => LeadershipGroup, { ref: true, nullable: true })
  group!: Ref<LeadershipGroup> | null;

  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  department!: Ref<OrgUnit> | null;

  /** GENERAL, MASS or SPECIAL. */
  @Property({ type: 'text' })
  planKind!: string;

  @Property({ type: 'timestamptz' })
  validFrom!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  validTo!: Date | null;
}
