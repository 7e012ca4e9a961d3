import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { OrgUnit } from '../units/org-unit.js';

export const Post = defineEnum('Post', 'Job in the bank (职务), the basis of membership in groups.', {
  PRESIDENT: 'President (行长).',
  VICE_PRESIDENT: 'Vice president in charge (分管副行长).',
  DEPARTMENT_HEAD: 'Head of a department (部门负责人).',
  OUTLET_MANAGER: 'Manager of an outlet (网点负责人).',
  RELATIONSHIP_MANAGER: 'Relationship manager (客户经理).',
  TELLER: 'Teller (柜员).',
  SERVICE_AGENT: 'Customer service agent (客服人员).',
  RISK_OFFICER: 'Risk officer (风控人员).',
  PRODUCT_MANAGER: 'Product manager (产品经理).',
  KEY_STAFF: 'Key staff of a department (业务骨干).',
});
export type Post = keyof typeof Post;

@ObjectType({ description: 'A person who works for the bank and may sign in (员工).' })
@Entity()
@Index({ properties: ['post', 'username'] })
export class Staff extends BaseEntity {
  @Field(() => String, { description: 'Employee number (工号), which is also the sign-in name.' })
  @Property({ type: 'text' })
  @Unique()
  username!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Post, { nullable: true, description: 'Job in the bank (职务); null when none that the plans name.' })
  @Enum({ items: () => Object.values(Post), type: 'string', columnType: 'text', nullable: true })
  post!: Post | null;

  @Field(() => OrgUnit, { description: 'The unit the person belongs to (所在机构).' })
  @ManyToOne(() => OrgUnit, { ref: true })
  @Index()
  orgUnit!: Ref<OrgUnit>;

  @ManyToOne(() => Staff, { ref: true, nullable: true })
  manager!: Ref<Staff> | null;

  @Field(() => Boolean, { description: 'Whether the person may sign in and be given work.' })
  @Property({ type: 'boolean' })
  isActive: boolean = true;

  /** Where notices reach the person outside the console. */
  @Property({ type: 'text', nullable: true })
  phone!: string | null;

  @Property({ type: 'text', nullable: true })
  email!: string | null;

  /** argon2id, as a PHC string. */
  @Property({ type: 'text', lazy: true })
  passwordHash!: string;
}
