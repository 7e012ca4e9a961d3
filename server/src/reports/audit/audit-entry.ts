import { Field, ID, ObjectType } from 'type-graphql';
import { ActorKind } from '../../complaints/complaint/complaint-event.js';
import { Staff } from '../../org/staff/staff.js';

@ObjectType({ description: 'A kind of entry of the audit log (操作类型).' })
export class AuditKind {
  @Field(() => String, { description: 'Its code, such as `complaint.registered`.' })
  code!: string;

  @Field(() => String, { description: "In words, in the caller's language." })
  text!: string;
}

@ObjectType({ description: 'What an entry of the audit log is about (操作对象).' })
export class AuditObject {
  @Field(() => String, { description: 'What kind of thing, such as `Complaint`.' })
  type!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its number or name as it is now; null when it has none or the viewer may not see it.',
  })
  name!: string | null;
}

@ObjectType({
  description: 'A value that an entry holds: ids, codes, field names or keyed digests, never personal data.',
})
export class AuditDetail {
  @Field(() => String, { description: 'What it is, such as `role`.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The value as text; several joined by commas; null = none.' })
  value!: string | null;
}

@ObjectType({ description: 'Who did what, when, to which row (审计日志): one link of the hash chain.' })
export class AuditEntry {
  @Field(() => String, { description: 'Its number in the chain, without gaps (链序号).' })
  seq!: string;

  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;

  @Field(() => AuditKind, { description: 'What was done (操作类型).' })
  kind!: AuditKind;

  @Field(() => ActorKind, { description: 'Who acted: a person, an app, the system or a stranger.' })
  actorKind!: keyof typeof ActorKind;

  @Field(() => Staff, { nullable: true, description: 'The person who acted (操作人); null for all others.' })
  actor!: Staff | null;

  @Field(() => String, { nullable: true, description: 'The name of the key that acted; null for all others.' })
  actorKeyName!: string | null;

  @Field(() => AuditObject, { description: 'What it was done to (操作对象).' })
  subject!: AuditObject;

  @Field(() => String, {
    nullable: true,
    description: 'The unit of the object, else of the person who acted (机构); null when neither has one.',
  })
  orgUnitName!: string | null;

  @Field(() => Boolean, { description: 'Whether it belongs to a drill (演练).' })
  isDrill!: boolean;

  @Field(() => [AuditDetail], {
    description: 'What else was noted, `from` and `to` of a change included; at most 50.',
  })
  details!: AuditDetail[];

  @Field(() => String, { description: 'The hash of the entry before (前序哈希), SHA-256 in hex.' })
  previousHash!: string;

  @Field(() => String, { description: 'Its own hash over all of it (哈希), SHA-256 in hex.' })
  hash!: string;
}
