import { graphql } from '../gql';
import type { ApiKeysQuery } from '../gql/graphql';

export const ApiKeysDocument = graphql(`
  query ApiKeys($filter: ApiKeyFilter, $page: PageInput) {
    apiKeys(filter: $filter, page: $page) {
      totalCount
      items {
        id
        name
        prefix
        channels
        mayImportHistory
        createdAt
        lastUsedAt
        revokedAt
        orgUnit {
          name
          pathNames
        }
        createdBy {
          name
        }
        allowedActions {
          code
          label
        }
      }
    }
  }
`);

export const CreateApiKeyDocument = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      apiKey {
        name
      }
    }
  }
`);

export const RevokeApiKeyDocument = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      id
    }
  }
`);

/** One key of a channel app. */
export type KeyRow = ApiKeysQuery['apiKeys']['items'][number];
