import type { EscalationFilter } from '../gql/graphql';
import { request } from '../provider/client';
import { EscalationCountDocument } from './escalations.graphql';

/** The query that counts matching escalations; its key lies under `escalations`, so a change there counts anew. */
export const escalationCount = (filter: EscalationFilter) => ({
  queryKey: ['escalations', 'count', filter] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await request(EscalationCountDocument, { filter }, signal)).escalations,
});
