import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../kernel/scalars.js';
import { PlanKind } from './plan.js';
import { PlanVersionState } from './plan-version.js';
import { PolicyRules } from './policy-rules.js';

@InputType({ description: 'What a version rests on (制定依据): a document, or a published version of a unit above.' })
export class PlanBasisInput {
  @Field(() => String, { nullable: true, description: 'Title (文件名称); needed unless a version is named.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the document (文号).' })
  number?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Date of the document (发文日期).' })
  issuedOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'A published version of a unit above (上级行预案版本).' })
  planVersionId?: string | null;
}

@InputType({ description: 'What a version asks of a unit (职责分工).' })
export class PlanDutyInput {
  @Field(() => ID, { description: 'Whose duty: the unit of the plan or one below it (责任机构).' })
  orgUnitId!: string;

  @Field(() => String, { description: 'What is to be done (职责内容).' })
  text!: string;
}

@InputType({
  description: 'Who screens, assigns, closes and reports (投诉管理部门); nobody named = the nearest office.',
})
export class PlanDeskInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The group or department (承担部门), of the unit or of one above or below it.',
  })
  holderId?: string | null;
}

@InputType({
  description: 'What a version says; what is absent stays as it is, a list that is given replaces the old one.',
})
class PlanContentInput {
  @Field(() => String, { nullable: true, description: 'Principles (处理原则), free text.' })
  principles?: string | null;

  @Field(() => [PlanBasisInput], { nullable: true, description: 'What it rests on (制定依据), at most 30.' })
  basis?: PlanBasisInput[] | null;

  @Field(() => [PlanDutyInput], { nullable: true, description: 'What it asks of whom (职责分工), at most 200.' })
  duties?: PlanDutyInput[] | null;

  @Field(() => PlanDeskInput, { nullable: true, description: 'Who is the desk (投诉管理部门).' })
  desk?: PlanDeskInput | null;

  @Field(() => PolicyRules, { nullable: true, description: 'The rules (预案规则), all of them.' })
  policy?: PolicyRules | null;
}

@InputType({ description: 'A new draft (起草预案版本); what is absent is taken from the version in force.' })
export class DraftPlanVersionInput extends PlanContentInput {
  @Field(() => ID, { description: 'The unit it is for (适用机构).' })
  orgUnitId!: string;

  @Field(() => PlanKind, { defaultValue: 'GENERAL', description: 'Kind (类型).' })
  kind!: PlanKind;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the plan (名称): for a new plan; the plan of a unit and kind that has one keeps its name.',
  })
  name?: string | null;
}

@InputType({ description: 'Changes a draft (修改草稿).' })
export class UpdatePlanVersionInput extends PlanContentInput {
  @Field(() => Int, { description: 'The version number of the row that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Sends a draft to the leadership group (提交审核).' })
export class SubmitPlanVersionInput {
  @Field(() => Int, { description: 'The version number of the row that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Sends a version back or ends it, with the reason (退回或废止).' })
export class EndPlanVersionInput {
  @Field(() => Int, { description: 'The version number of the row that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why (原因).' })
  reason!: string;
}

@InputType({ description: 'Puts a version in force (发布).' })
export class PublishPlanVersionInput {
  @Field(() => Int, { description: 'The version number of the row that was seen.' })
  expectedVersion!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'From when (实施日期); at once unless said otherwise, never earlier.',
  })
  effectiveAt?: Date | null;
}

@InputType({ description: 'A unit confirms that it has read a version (签收).' })
export class AcknowledgePlanInput {
  @Field(() => ID, { description: 'The unit that has duties under it (签收机构).' })
  orgUnitId!: string;
}

@InputType({ description: 'Which plans; conditions add up.' })
export class PlanFilter {
  @Field(() => ID, { nullable: true, description: 'Of this unit or below (辖内).' })
  orgUnitId?: string | null;

  @Field(() => [PlanKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: PlanKind[] | null;

  @Field(() => [PlanVersionState], { nullable: true, description: 'With a version in one of these states.' })
  versionState?: PlanVersionState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'With a published version that rests on one no longer in force (依据已更新), or with one that does not.',
  })
  basisChanged?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'With a published version that this unit has duties under and has not signed for (待签收).',
  })
  awaitsReceiptOf?: string | null;
}
