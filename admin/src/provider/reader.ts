import type { PaginationPayload, RaRecord, SortPayload } from 'react-admin';
import { ApiError } from './ApiError';

/** What a list asks for. */
export interface ListRequest {
  filter: Record<string, unknown>;
  sort: SortPayload | undefined;
  pagination: PaginationPayload | undefined;
  signal: AbortSignal | undefined;
}

/** One page of records. */
export interface ListAnswer {
  data: RaRecord[];
  total: number;
  meta?: { isExact: boolean };
}

/** How one resource is read and followed; writing goes through its verbs. */
export interface Reader {
  getList(list: ListRequest): Promise<ListAnswer>;
  getOne(id: string, signal: AbortSignal | undefined): Promise<RaRecord>;
  /** The subscription behind the topics `resource/{name}` and `resource/{name}/{id}`; no ids means that some may have been missed. */
  feed?(id: string | undefined, changed: (ids: string[]) => void): () => void;
}

/** react-admin's page as the API's offset page. */
export function pageOf(pagination: PaginationPayload | undefined): { limit: number; offset: number } {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  return { limit: perPage, offset: (page - 1) * perPage };
}

/** react-admin's sort as the API's enum sort; the default sort's field `id` means none. */
export function sortOf<TField extends string>(
  sort: SortPayload | undefined,
): { field: TField; direction: 'ASC' | 'DESC' } | undefined {
  return !sort || sort.field === 'id' ? undefined : { field: sort.field as TField, direction: sort.order };
}

/** The record, or NOT_FOUND where a nullable field came back empty. */
export function required<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new ApiError('NOT_FOUND', '');
  return record;
}
