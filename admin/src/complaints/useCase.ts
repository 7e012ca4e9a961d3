import { useQuery } from '@tanstack/react-query';
import { request } from '../provider/client';
import { required } from '../provider/reader';
import { ComplaintDocument, type ComplaintCase } from './complaints.graphql';

/** The key of a whole case; apart from react-admin's `getOne`, which a list fills with mere rows. */
export const caseKey = (id: string) => ['complaints', 'case', id] as const;

/** Reads the whole case. */
export async function fetchCase(id: string, signal?: AbortSignal): Promise<ComplaintCase> {
  return required((await request(ComplaintDocument, { id }, signal)).complaint);
}

/** The whole case, while there is an id. */
export function useCase(id: string | undefined) {
  return useQuery({
    queryKey: caseKey(id ?? ''),
    queryFn: ({ signal }) => fetchCase(id ?? '', signal),
    enabled: id !== undefined,
  });
}
