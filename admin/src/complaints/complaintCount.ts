import type { ComplaintFilter } from '../gql/graphql';
import { request } from '../provider/client';
import { ComplaintCountDocument } from './complaints.graphql';

/** The query that counts matching complaints; its key lies under `complaints`, so a change there counts anew. */
export const complaintCount = (filter: ComplaintFilter) => ({
  queryKey: ['complaints', 'count', filter] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await request(ComplaintCountDocument, { filter }, signal)).complaints,
});
