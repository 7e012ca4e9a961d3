import { Field, InputType } from 'type-graphql';
import { RevealReason } from '../complainant/field-reveal.js';
import { ComplaintFilter } from '../complaint/complaint-filter.js';

@InputType({ description: 'Taking out a list of complaints (导出投诉清单).' })
export class ExportComplaintsInput {
  @Field(() => ComplaintFilter, { nullable: true, description: 'Which complaints; all of the desk by default.' })
  filter?: ComplaintFilter | null;

  @Field(() => RevealReason, { description: 'What it is needed for (导出事由); kept.' })
  reason!: RevealReason;

  @Field(() => String, {
    nullable: true,
    description: 'The reason in words (事由说明), at most 200 characters; needed for OTHER.',
  })
  note?: string | null;
}
