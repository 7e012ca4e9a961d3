import { Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import { CaseFileExport } from './case-file-export.js';

export const CaseFileFault = defineEnum('CaseFileFault', "What is wrong with a complaint's file (档案异常).", {
  EVENT_ALTERED: 'An entry of its log was altered (日志被改动).',
  EVENT_UNCHAINED: 'An entry of its log does not follow the one before (日志不衔接).',
  EVENT_MISSING: 'An entry of its log is missing (日志缺失).',
  ROW_ALTERED: 'A row was changed, and nothing in the log tells of it (记录被改动).',
  ROW_MISSING: 'A row that was in the last export is gone (记录缺失).',
  EVIDENCE_ALTERED: 'The bytes of a file are not those that came in (证据被改动).',
  EVIDENCE_MISSING: 'A file is gone from the store (证据缺失).',
  EXPORT_ALTERED: 'What was noted of the last export was altered (导出记录被改动).',
});
export type CaseFileFault = keyof typeof CaseFileFault;

@ObjectType({ description: "Something that is not as it was in a complaint's file (档案异常)." })
export class CaseFileFinding {
  @Field(() => CaseFileFault, { description: 'What is wrong (异常类型).' })
  fault!: CaseFileFault;

  @Field(() => String, { description: 'Of which type of the API or the database, such as `Contact`.' })
  type!: string;

  @Field(() => ID, { nullable: true, description: 'Which row; null for an entry of the log.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'Which entry of the log (链序号); null for a row.' })
  seq!: string | null;

  @Field(() => String, { description: "The same in words, in the caller's language." })
  text!: string;
}

@ObjectType({ description: "Whether a complaint's file is what it was (档案校验)." })
export class CaseFileVerification {
  @Field(() => Boolean, { description: 'Whether nothing was found (完好).' })
  isIntact!: boolean;

  @Field(() => Date, { description: 'When it was looked at.' })
  at!: Date;

  @Field(() => Int, { description: 'Entries of its log that were recomputed.' })
  eventCount!: number;

  @Field(() => Int, { description: 'Files whose bytes were hashed anew.' })
  evidenceCount!: number;

  @Field(() => Int, { description: 'Rows that were held against the last export; 0 before there is one.' })
  rowCount!: number;

  @Field(() => CaseFileExport, {
    nullable: true,
    description: 'The export that rows were held against; null while there is none: then only log and evidence are.',
  })
  lastExport!: CaseFileExport | null;

  @Field(() => [CaseFileFinding], { description: 'What is not as it was, at most 200; empty when all is.' })
  findings!: CaseFileFinding[];
}
