import type { QueryClient } from '@tanstack/react-query';
import type { ComplaintCase, ComplaintRow } from './complaints.graphql';
import { caseKey } from './useCase';

interface ListPage {
  data?: ComplaintRow[];
}

/** Puts a newer row into every list that shows it; rows never move under the hand. */
export function replaceRow(queries: QueryClient, row: ComplaintRow): void {
  queries.setQueriesData<ListPage>({ queryKey: ['complaints', 'getList'] }, (page) =>
    page?.data
      ? {
          ...page,
          data: page.data.map((old) => (old.id === row.id && old.version <= row.version ? { ...old, ...row } : old)),
        }
      : page,
  );
}

/** Puts the server's answer to a verb wherever the case is shown, and counts anew. */
export function replaceCase(queries: QueryClient, complaint: ComplaintCase): void {
  replaceRow(queries, complaint);
  queries.setQueryData(caseKey(complaint.id), complaint);
  void queries.invalidateQueries({ queryKey: ['complaints', 'count'] });
}
