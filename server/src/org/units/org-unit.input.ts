import { Field, ID, InputType, Int } from 'type-graphql';
import { OrgUnitKind } from './org-unit.js';

@InputType({ description: 'A new unit of the bank (新建机构).' })
export class CreateOrgUnitInput {
  @Field(() => ID, { description: 'The unit above it (上级行).' })
  parentId!: string;

  @Field(() => String, { description: 'Number of the unit, unique in the bank (机构号).' })
  code!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => OrgUnitKind, { description: 'Kind (类型); a head office cannot be made.' })
  kind!: OrgUnitKind;
}

@InputType({ description: 'What changes of a unit (修改机构); what is absent stays.' })
export class UpdateOrgUnitInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Name (名称).' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the unit (机构号).' })
  code?: string | null;
}

@InputType({ description: 'Where a unit moves, with everything below it (机构划转).' })
export class MoveOrgUnitInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The unit above it from now on (上级行).' })
  parentId!: string;
}

@InputType({ description: 'Closes a unit (停用机构).' })
export class DeactivateOrgUnitInput {
  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Which units; conditions add up.' })
export class OrgUnitFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or number, at most 100 characters.' })
  text?: string | null;

  @Field(() => [OrgUnitKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: OrgUnitKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Directly below this unit.' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This unit and everything below it (辖内).' })
  underId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those at work, or only closed ones.' })
  isActive?: boolean | null;
}
