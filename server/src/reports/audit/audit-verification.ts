import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../kernel/enumeration.js';
import type { ChainFault as Fault } from '../../kernel/verify-chain.js';

const ChainFault = defineEnum<Fault>('ChainFault', 'What is wrong with an entry of the chain.', {
  MISSING: 'One is missing before it (前一条缺失).',
  UNCHAINED: 'It does not follow the one before (与前一条不衔接).',
  ALTERED: 'It was altered (内容被改动).',
});

@ObjectType({ description: 'The first entry of the chain that does not fit (首条异常记录).' })
export class AuditBreak {
  @Field(() => String, { description: 'Its number in the chain (链序号).' })
  seq!: string;

  @Field(() => ChainFault, { description: 'What is wrong with it.' })
  fault!: Fault;
}

@ObjectType({ description: 'How far the hash chain of the audit log was found to hold (防篡改校验).' })
export class AuditVerification {
  @Field(() => Int, { description: 'Entries from the first that hold.' })
  intactCount!: number;

  @Field(() => Int, { description: 'Entries in all at this moment.' })
  totalCount!: number;

  @Field(() => String, { nullable: true, description: 'Hash of the last entry that holds; null when there is none.' })
  headHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` to go on; null when the end was reached or an entry does not fit.',
  })
  endCursor!: string | null;

  @Field(() => AuditBreak, { nullable: true, description: 'The first that does not fit; null while all do.' })
  broken!: AuditBreak | null;
}
