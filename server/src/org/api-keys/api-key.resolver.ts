import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { AllowedAction, allowedActions } from '../../kernel/allowed-action.js';
import { PageInput, pageType, readPage } from '../../kernel/read/page.js';
import { readChanged } from '../../kernel/read/read.js';
import type { ApiKeyFacts } from './api-key.access.js';
import { createApiKey, revokeApiKey } from './api-key.actions.js';
import { ApiKeyFilter, CreateApiKeyInput } from './api-key.input.js';
import { ApiKey } from './api-key.js';
import { CreatedApiKey } from './created-api-key.js';
import { subtreeOf } from '../units/subtree.js';

const ApiKeyPage = pageType(ApiKey, 'ApiKeyPage');

@Resolver(() => CreatedApiKey)
export class ApiKeyResolver {
  @Authorized()
  @Query(() => ApiKeyPage, { description: 'Keys of channel apps (接口密钥), newest first; for administrators.' })
  async apiKeys(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ApiKeyFilter, { nullable: true, description: 'Which ones.' }) filter?: ApiKeyFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    const { orgUnitId, isActive } = filter ?? {};
    const where = {
      orgUnit: orgUnitId == null ? undefined : await subtreeOf(ctx, orgUnitId),
      revokedAt: isActive == null ? undefined : isActive ? null : { $ne: null },
    };
    return readPage(ctx, ApiKey, info, { where, orderBy: { field: 'createdAt', direction: 'desc' }, page });
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

@Resolver(() => ApiKey)
export class ApiKeyActionsResolver {
  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now, and what only waits.' })
  allowedActions(@Ctx() ctx: Context, @Root() key: ApiKeyFacts) {
    return allowedActions(ctx, ApiKey, key);
  }
}
