import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';

export const OrgUnitKind = defineEnum('OrgUnitKind', 'Kinds of org unit (机构类型).', {
  HEAD_OFFICE: 'Head office (总行): the root of the tree.',
  PROVINCIAL_BRANCH: 'Provincial branch (省分行).',
  BRANCH: 'Branch (分行).',
  SUB_BRANCH: 'Sub-branch (支行).',
  OUTLET: 'Outlet (网点).',
  DEPARTMENT: 'Department of any unit (部门).',
});
export type OrgUnitKind = keyof typeof OrgUnitKind;

@ObjectType({ description: "Node of the bank's tree (机构); owns complaints, staff and groups." })
@Entity()
@Index({ properties: ['kind', 'code'] })
export class OrgUnit extends BaseEntity {
  @Field(() => String, { description: 'Number of the unit, unique in the bank (机构号).' })
  @Property({ type: 'text' })
  @Unique()
  code!: string;

  @Field(() => String, { description: 'Name (名称).' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => OrgUnitKind, { description: 'Kind (类型).' })
  @Enum({ items: () => Object.values(OrgUnitKind), type: 'string', columnType: 'text' })
  kind!: OrgUnitKind;

  @Field(() => Boolean, { description: 'Whether it still works; a closed unit keeps its history.' })
  @Property({ type: 'boolean' })
  isActive: boolean = true;

  @Field(() => OrgUnit, { nullable: true, description: 'Superior unit (上级行); null for the head office.' })
  @ManyToOne(() => OrgUnit, { ref: true, nullable: true })
  @Index()
  parent!: Ref<OrgUnit> | null;

  /** Ids from the root to this unit, `/id/id/`: a subtree is a prefix. */
  @Property({ type: 'text' })
  @Unique()
  path!: string;

  @Field(() => [String], { description: 'Names from the head office down to this unit (机构全称).' })
  @Property({ type: 'text[]', columnType: 'text[]' })
  pathNames!: string[];
}
