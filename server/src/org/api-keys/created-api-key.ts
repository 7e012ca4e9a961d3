import { Field, ObjectType } from 'type-graphql';
import { ApiKey } from './api-key.js';

@ObjectType({ description: 'A new key with its secret (接口密钥).' })
export class CreatedApiKey {
  @Field(() => ApiKey, { description: 'The key.' })
  apiKey!: ApiKey;

  @Field(() => String, { description: 'The secret (密钥), shown this once; send it as `Authorization: Bearer …`.' })
  secret!: string;
}
