import type { RoleGrantFilter } from '../gql/graphql';
import { ApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { pageOf, type Reader } from '../provider/reader';
import { GrantCountDocument, RoleGrantsDocument } from './grants.graphql';

/** How react-admin reads grants; `staffId` in the filter is an argument of its own. */
export const grantReader: Reader = {
  async getList({ filter: { staffId, ...filter }, pagination, signal }) {
    const variables = { staffId: staffId as string | undefined, filter: filter as RoleGrantFilter };
    const { roleGrants } = await request(RoleGrantsDocument, { ...variables, page: pageOf(pagination) }, signal);
    return { data: roleGrants.items, total: roleGrants.totalCount };
  },
  getOne() {
    return Promise.reject(new ApiError('NOT_FOUND', ''));
  },
};

/** The query that counts matching grants; a change of any grant counts anew. */
export const grantCount = (filter: RoleGrantFilter) => ({
  queryKey: ['roleGrants', 'count', filter] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await request(GrantCountDocument, { filter }, signal)).roleGrants.totalCount,
});
