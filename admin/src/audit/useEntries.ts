import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { AuditFilter } from '../gql/graphql';
import { request } from '../provider/client';
import { AuditEntriesDocument } from './audit.graphql';

const pageSize = 50;

/** The filter that stands in the address, and how to change it. */
export function useAuditFilter(): [filter: AuditFilter, change: (part: Partial<AuditFilter> | null) => void] {
  const [params, setParams] = useSearchParams();
  const filter = read(params.get('filter'));
  const change = (part: Partial<AuditFilter> | null) => {
    const next = Object.entries(part ? { ...filter, ...part } : {}).filter(([, value]) => !isEmpty(value));
    setParams(next.length > 0 ? { filter: JSON.stringify(Object.fromEntries(next)) } : {}, { replace: true });
  };
  return [filter, change];
}

const isEmpty = (value: unknown) => value == null || value === '' || (Array.isArray(value) && value.length === 0);

function read(text: string | null): AuditFilter {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as AuditFilter;
  } catch {
    return {};
  }
}

/** The log by pages, newest first; each page begins where the one before ended. */
export function useEntries(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['auditEntries', filter],
    queryFn: async ({ pageParam, signal }) =>
      (await request(AuditEntriesDocument, { filter, page: { limit: pageSize, after: pageParam } }, signal))
        .auditEntries,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
  });
}
