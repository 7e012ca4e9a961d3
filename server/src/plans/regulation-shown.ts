import { Field, Int, ObjectType } from 'type-graphql';
import { RegulationCode } from './policy-terms.js';

@ObjectType({ description: 'One statement of a regulation (监管要求).' })
export class RegulationStatement {
  @Field(() => String, { description: "What it says, in the caller's language." })
  text!: string;

  @Field(() => Int, { nullable: true, description: 'How many natural days (自然日), where it is a limit; else null.' })
  dayCount!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether it was compared with the text of the regulation; false = to be verified (待核实) by the bank.',
  })
  isVerified!: boolean;
}

@ObjectType({ description: "A regulation whose limits can run beside the plan's (监管时限)." })
export class RegulationPreset {
  @Field(() => RegulationCode, { description: 'Code, as plans name it (编码).' })
  code!: RegulationCode;

  @Field(() => String, { description: "Name in the caller's language (名称)." })
  name!: string;

  @Field(() => [RegulationStatement], {
    description: 'Its three limits, from receipt, then what else it says (监管要求); at most 20.',
  })
  statements!: RegulationStatement[];
}
