import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { OrgUnit } from '../units/org-unit.js';
import { Staff } from '../staff/staff.js';

export const Role = defineEnum('Role', 'Bundle of rights (岗位).', {
  ADMIN: 'Sets up units, staff, grants, groups and keys; sees no complaint (系统管理员).',
  INTAKE: 'Registers complaints (受理岗).',
  HANDLER: 'Investigates and executes (经办岗).',
  REVIEWER: 'Reviews resolutions (审核岗).',
  DESK: 'Screens, assigns, closes and reports (投诉管理岗).',
  MANAGER: 'Follows, commands and approves (管理层).',
  AUDITOR: 'Reads logs, and complaints masked (审计岗).',
  TRAINER: 'Runs drills and training (培训演练岗).',
  CHANNEL_APP: 'An app that registers complaints by API key (渠道系统).',
});
export type Role = keyof typeof Role;

export const GrantState = defineEnum('GrantState', 'Where a grant stands (授权状态).', {
  WAITING: 'Waits for a second administrator (待复核).',
  UPCOMING: 'Approved, and begins later (未生效).',
  EFFECTIVE: 'Has effect now (生效中).',
  ENDED: 'Revoked or past its end, or the person has left (已终止).',
});
export type GrantState = keyof typeof GrantState;

@ObjectType({ description: 'A role given to a person for a unit, with or without its subtree, for a time (岗位授权).' })
@Entity()
export class RoleGrant extends BaseEntity {
  @Field(() => Staff, { description: 'Who holds it.' })
  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  @Field(() => Role, { description: 'The role (岗位).' })
  @Enum({ items: () => Object.values(Role), type: 'string', columnType: 'text' })
  role!: Role;

  @Field(() => OrgUnit, { description: 'Where it holds.' })
  @ManyToOne(() => OrgUnit, { ref: true })
  orgUnit!: Ref<OrgUnit>;

  @Field(() => Boolean, { description: 'Whether it holds for the units below, too.' })
  @Property({ type: 'boolean' })
  withSubtree!: boolean;

  @Field(() => Date, { description: 'From when it holds.' })
  @Property({ type: 'timestamptz' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it holds; null = until revoked.' })
  @Property({ type: 'timestamptz', nullable: true })
  validTo!: Date | null;

  @Field(() => Staff, { nullable: true, description: 'Who granted it (授权人); null for set-up.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  grantedBy!: Ref<Staff> | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When a second administrator approved it (双人复核); null while it waits.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Field(() => Staff, { nullable: true, description: 'Who approved it (复核人); null where nobody had to.' })
  @ManyToOne(() => Staff, { ref: true, nullable: true })
  approvedBy!: Ref<Staff> | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked (撤销); null while it stands.' })
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Field(() => Boolean, {
    description: 'Whether it has effect now: approved, in date, not revoked, the person active.',
  })
  isEffective!: boolean;

  @Field(() => GrantState, { description: 'Where it stands (授权状态).' })
  state!: GrantState;
}
