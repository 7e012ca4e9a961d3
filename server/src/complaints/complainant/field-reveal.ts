import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { BaseEntity } from '../../kernel/base-entity.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { Staff } from '../../org/staff/staff.js';
import { Complaint } from '../complaint/complaint.js';

export const MaskedField = defineEnum('MaskedField', 'What a complaint shows masked (脱敏信息).', {
  NAME: 'Name of the complainant (姓名).',
  PHONE: 'Telephone of the complainant (电话).',
  EMAIL: 'E-mail address of the complainant (电子邮箱).',
  ADDRESS: 'Address of the complainant (地址).',
  ID_NUMBER: 'Id number of the complainant (证件号码).',
  CUSTOMER_NUMBER: 'Customer number of the complainant (客户号).',
  REPRESENTATIVE_NAME: 'Name of who acts for the complainant (代理人姓名).',
  REPRESENTATIVE_PHONE: 'Telephone of who acts for the complainant (代理人电话).',
  CONTENT: 'What was said, as it was written down (投诉内容).',
  CUSTOMER_DEMAND: 'What the complainant asks for, as it was written down (诉求).',
  PLACE: 'Where it happened or was raised, as it was written down (地点).',
  RESOLUTION_SUMMARY: 'What came of it, as it was written down (处理结果).',
  CONTACT_SUMMARY: 'What was said in a talk, as it was written down (沟通内容).',
  LEVEL_REASON: 'Why the level was changed, as it was written down (等级调整原因).',
  HANDOVER_REASON: 'Why a hand-over was offered so, as it was written down (分派说明).',
  HANDOVER_RETURN_REASON: 'Why a hand-over was returned, as it was written down (退回说明).',
  INVESTIGATION_SCOPE: 'What is looked into, as it was written down (调查范围).',
  EVIDENCE_NAME: 'Name of a file (证据文件名).',
  EVIDENCE_DESCRIPTION: 'What a file shows, as it was written down (证据说明).',
});
export type MaskedField = keyof typeof MaskedField;

export const RevealReason = defineEnum('RevealReason', 'What somebody needs a clear value for (查看事由).', {
  CONTACT_CUSTOMER: 'To call or write to the customer (联系客户).',
  VERIFY_IDENTITY: 'To make sure who somebody is (核实身份).',
  INVESTIGATE: 'To look into accounts and transactions (调查核实).',
  AUTHORITY_REQUEST: 'An authority asks for it (监管或司法要求).',
  OTHER: 'Something else, said in words (其他).',
});
export type RevealReason = keyof typeof RevealReason;

/** Who opened which value of a complaint, when and what for (查阅记录); never the value itself. */
@Entity()
export class FieldReveal extends BaseEntity {
  @ManyToOne(() => Complaint, { ref: true })
  @Index()
  complaint!: Ref<Complaint>;

  @ManyToOne(() => Staff, { ref: true })
  @Index()
  staff!: Ref<Staff>;

  @Enum({ items: () => Object.values(MaskedField), type: 'string', columnType: 'text' })
  field!: MaskedField;

  /** The row that holds it, where it is none of the complaint's own. */
  @Property({ type: 'uuid', nullable: true })
  rowId: string | null = null;

  @Enum({ items: () => Object.values(RevealReason), type: 'string', columnType: 'text' })
  reason!: RevealReason;

  /** Encrypted, since people write names into it. */
  @Property({ type: 'text', nullable: true })
  sealedNote!: string | null;
}

@InputType({ description: 'Opening one masked value (查看明文).' })
export class RevealFieldInput {
  @Field(() => MaskedField, { description: 'Which one (脱敏信息).' })
  field!: MaskedField;

  @Field(() => ID, {
    nullable: true,
    description:
      'Which row holds it: the id of a talk, a hand-over, a change of level, an investigation, a piece of evidence; absent for what the complaint and its complainant hold themselves.',
  })
  rowId?: string | null;

  @Field(() => RevealReason, { description: 'What it is needed for (查看事由).' })
  reason!: RevealReason;

  @Field(() => String, {
    nullable: true,
    description: 'The reason in words (事由说明), at most 200 characters; needed for OTHER.',
  })
  note?: string | null;
}

@ObjectType({ description: 'One value in clear (明文); show it for a minute at most and keep it nowhere.' })
export class RevealedField {
  @Field(() => MaskedField, { description: 'Which one (脱敏信息).' })
  field!: MaskedField;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}
