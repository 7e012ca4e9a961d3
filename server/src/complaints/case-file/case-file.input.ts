import { Field, InputType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { RevealReason } from '../complainant/field-reveal.js';

export const CaseFileContent = defineEnum('CaseFileContent', "What a complaint's file holds (档案内容).", {
  MASKED: 'Everything, personal values masked; of evidence its name, type and hash (脱敏).',
  WITH_ORIGINALS: 'Everything in clear, and the evidence itself (含原件和明文); for those who may reveal.',
});
export type CaseFileContent = keyof typeof CaseFileContent;

@InputType({ description: "Taking out a complaint's file (导出档案)." })
export class ExportCaseFileInput {
  @Field(() => CaseFileContent, { defaultValue: 'MASKED', description: 'What it is to hold (档案内容).' })
  content!: CaseFileContent;

  @Field(() => RevealReason, { description: 'What it is needed for (导出事由); kept.' })
  reason!: RevealReason;

  @Field(() => String, {
    nullable: true,
    description: 'The reason in words (事由说明), at most 200 characters; needed for OTHER.',
  })
  note?: string | null;
}
