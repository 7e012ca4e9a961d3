import type { PlanFilter } from '../gql/graphql';
import { ApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { pageOf, required, type Reader } from '../provider/reader';
import { PlanCountDocument, PlansDocument } from './planList.graphql';
import { PlanVersionDetailDocument } from './plans.graphql';

/** How react-admin reads plans; one is looked at by its versions. */
export const planReader: Reader = {
  async getList({ filter, pagination, signal }) {
    const { plans } = await request(PlansDocument, { filter: filter as PlanFilter, page: pageOf(pagination) }, signal);
    return { data: plans.items, total: plans.totalCount };
  },
  getOne() {
    return Promise.reject(new ApiError('NOT_FOUND', ''));
  },
};

/** The query that counts matching plans. */
export const planCount = (filter: PlanFilter) => ({
  queryKey: ['plans', 'count', filter] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await request(PlanCountDocument, { filter }, signal)).plans.totalCount,
});

/** The query that reads one version; the language is part of it, since demands come in words. */
export const planVersionQuery = (id: string, locale: string) => ({
  queryKey: ['plans', 'version', id, locale] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    required((await request(PlanVersionDetailDocument, { id }, signal)).planVersion),
});
