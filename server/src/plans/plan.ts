import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { defineEnum } from '../kernel/enumeration.js';
import { OrgUnit } from '../org/units/org-unit.js';

export const PlanKind = defineEnum(
  'PlanKind',
  'Kinds of plan (预案类型); where they differ, the special one prevails.',
  {
    GENERAL: 'For every complaint (综合预案); a unit has one.',
    MASS: 'For mass complaints (群体性投诉预案); a unit has one.',
    SPECIAL: 'For a special operation (专项预案); a unit may have several.',
  },
);
export type PlanKind = keyof typeof PlanKind;

@ObjectType({ description: 'A contingency plan (应急预案) of a unit; what it says stands in its versions.' })
@Entity()
@Unique({ properties: ['orgUnit', 'kind', 'name'] })
@Index({
  name: 'plan_one_of_kind_unique',
  expression: `create unique index "plan_one_of_kind_unique" on "plan" ("org_unit_id", "kind") where kind <> 'SPECIAL'`,
})
export class Plan extends BaseEntity {
  @Field(() => OrgUnit, { description: 'The unit it is for, with all below that have none of their own (适用机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  orgUnit!: Ref<OrgUnit>;

  @Field(() => PlanKind, { description: 'Kind (类型).' })
  @Enum({ items: () => Object.values(PlanKind), type: 'string', columnType: 'text' })
  kind!: PlanKind;

  @Field(() => String, { description: 'Name (名称).' })
  @Property({ type: 'text' })
  name!: string;

  /** The number of its newest version. */
  @Property({ type: 'integer' })
  lastNumber: number = 0;
}
