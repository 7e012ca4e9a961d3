import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { BaseEntity } from '../kernel/base-entity.js';
import { defineEnum } from '../kernel/enumeration.js';

export const CodeListName = defineEnum('CodeListName', 'Lists of codes that the business edits (代码表).', {
  CATEGORY: 'Complaint categories, a tree (投诉类别).',
  PRODUCT: 'Products (产品).',
  CAUSE: 'Root causes that investigations find (根本原因).',
  REASON: 'Reasons given for decisions (原因).',
});
export type CodeListName = keyof typeof CodeListName;

@ObjectType({ description: 'One entry of a code list (代码); codes are never changed or reused.' })
@Entity()
@Unique({ properties: ['list', 'code'] })
export class CodeListEntry extends BaseEntity {
  @Field(() => CodeListName, { description: 'The list.' })
  @Enum({ items: () => Object.values(CodeListName), type: 'string', columnType: 'text' })
  list!: CodeListName;

  @Field(() => String, { description: 'The code, such as `FRAUD`.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name in Chinese (中文名称).' })
  @Property({ type: 'text' })
  nameZh!: string;

  @Field(() => String, { description: 'Name in English (英文名称).' })
  @Property({ type: 'text' })
  nameEn!: string;

  @Field(() => CodeListEntry, { nullable: true, description: 'The entry above it; null at the top of the tree.' })
  @ManyToOne(() => CodeListEntry, { ref: true, nullable: true })
  @Index()
  parent!: Ref<CodeListEntry> | null;

  /** Codes from the top of the tree to this entry, `/FRAUD/TELECOM_FRAUD/`: descendants are a prefix. */
  @Property({ type: 'text' })
  path!: string;

  /** Its place in the list, from 1; whatever lies below an entry follows it. */
  @Property({ type: 'integer' })
  position: number = 0;

  @Field(() => Boolean, { description: 'Whether it may still be chosen.' })
  @Property({ type: 'boolean' })
  isActive: boolean = true;

  @Field(() => Date, { nullable: true, description: 'When it was retired (停用); null while it may be chosen.' })
  @Property({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null = null;
}
