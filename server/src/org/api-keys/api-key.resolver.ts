import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged } from '../../kernel/read/read.js';
import { createApiKey, revokeApiKey } from './api-key.actions.js';
import { CreateApiKeyInput } from './api-key.input.js';
import { ApiKey } from './api-key.js';
import { CreatedApiKey } from './created-api-key.js';

const ApiKeyPage = pageType(ApiKey, 'ApiKeyPage');

@Resolver(() => CreatedApiKey)
export class ApiKeyResolver {
  @Authorized()
  @Query(() => ApiKeyPage, { description: 'Keys of channel apps (接口密钥), newest first; for administrators.' })
  apiKeys(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    return readPage(ctx, ApiKey, info, { where: {}, orderBy: { field: 'createdAt', direction: 'desc' }, page });
  }

  @Authorized()
  @Mutation(() => CreatedApiKey, {
    description: 'Makes a key for a channel app (新建接口密钥); its secret is shown this once.',
  })
  createApiKey(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
  ) {
    return createApiKey(ctx, input);
  }

  @Authorized()
  @Mutation(() => ApiKey, { description: 'Shuts a channel app out at once (撤销接口密钥).' })
  async revokeApiKey(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The key.' }) id: string,
  ) {
    return readChanged(ctx, info, (await revokeApiKey(ctx, id)).id);
  }

  @FieldResolver(() => ApiKey)
  apiKey(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() created: { apiKey: ApiKey }) {
    return readChanged(ctx, info, created.apiKey.id);
  }
}
