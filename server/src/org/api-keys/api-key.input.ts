import { Field, ID, InputType } from 'type-graphql';
import { Channel } from '../channel.js';

@InputType({ description: 'A key for a channel app (接口密钥).' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => ID, { description: 'The unit it registers for, or below (机构).' })
  orgUnitId!: string;

  @Field(() => [Channel], { description: 'The channels it may bring complaints by (渠道), at least one.' })
  channels!: Channel[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it may bring in closed complaints of the past (导入历史投诉).',
  })
  mayImportHistory!: boolean;
}

@InputType({ description: 'Which keys; conditions add up.' })
export class ApiKeyFilter {
  @Field(() => ID, { nullable: true, description: 'Of this unit or below (辖内).' })
  orgUnitId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that work, or only revoked ones.' })
  isActive?: boolean | null;
}
