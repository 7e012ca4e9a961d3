import { Field, ObjectType } from 'type-graphql';
import { Channel } from '../../org/channel.js';
import { ComplaintStatus, ContactKind } from '../enumerations.js';

@ObjectType({ description: 'A message of the bank to the complainant (告知).' })
export class TrackedMessage {
  @Field(() => ContactKind, { description: 'Kind (沟通类型).' })
  kind!: ContactKind;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What was told.' })
  text!: string;
}

@ObjectType({ description: 'What a complainant sees of their own case (进度).' })
export class TrackedComplaint {
  /** Not told: for what hangs on it. */
  id!: string;

  @Field(() => String, { description: "The bank's number (投诉编号)." })
  reference!: string;

  @Field(() => ComplaintStatus, { description: 'State (投诉状态).' })
  status!: ComplaintStatus;

  @Field(() => Channel, { description: 'How it came in (投诉渠道).' })
  channel!: Channel;

  @Field(() => Date, { description: 'When the bank got it (收到时间).' })
  receivedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'By when plan or progress is told (首次响应); null once told.' })
  firstResponseDueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the file was closed (结案时间); null before.' })
  closedAt!: Date | null;

  @Field(() => [TrackedMessage], { description: 'Messages of the bank, newest first, at most 50.' })
  messages!: TrackedMessage[];
}
