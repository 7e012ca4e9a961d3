import type { ClearValue } from '../complainant/clear-value.js';
import type { PartData } from './read-case-file.js';

/** Puts clear values where parts show them masked. Each is found by the row that shows it and the field in it. */
export function unmasked(parts: readonly PartData[], complaintId: string, values: readonly ClearValue[]): PartData[] {
  const byPlace = new Map(values.map(({ rowId, shownAs, value }) => [`${rowId} ${shownAs}`, value]));
  const clear = (node: unknown, rowId: string, path: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => clear(item, rowId, path));
    if (typeof node !== 'object' || node === null) return byPlace.get(`${rowId} ${path}`) ?? node;
    const { id } = node as { id?: string };
    const inner = (field: string) => (id === undefined && path ? `${path}.${field}` : field);
    return Object.fromEntries(
      Object.entries(node).map(([field, value]) => [field, clear(value, id ?? rowId, inner(field))]),
    );
  };
  return parts.map(({ name, data }) => ({ name, data: clear(data, complaintId, '') as PartData['data'] }));
}
