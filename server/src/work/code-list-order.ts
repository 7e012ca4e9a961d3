import type { EntityManager } from '@mikro-orm/postgresql';
import { runSql } from '../kernel/sql.js';
import { CodeListEntry, type CodeListName } from './code-list-entry.js';

/** Entries in the order of the tree: each followed by what lies below it, siblings by their place. */
export function inTreeOrder(
  entries: readonly CodeListEntry[],
  placeOf = ({ position }: CodeListEntry) => position,
): CodeListEntry[] {
  const below = (parentId: string | null): CodeListEntry[] =>
    entries
      .filter(({ parent }) => (parent?.id ?? null) === parentId)
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .flatMap((entry) => [entry, ...below(entry.id)]);
  return below(null);
}

/**
 * Numbers the entries of a list from 1 in the order given. A number that follows from another entry's move is no change
 * of this one: its version stays, and nobody who edits it is disturbed.
 */
export async function number(em: EntityManager, entries: readonly CodeListEntry[]): Promise<void> {
  await runSql(em, {
    text: `update code_list_entry e set position = n.place from unnest($1::uuid[]) with ordinality as n (id, place)
      where e.id = n.id and e.position <> n.place`,
    values: [entries.map(({ id }) => id)],
  });
}

/** Lets nobody else add to a list or change its order until the transaction ends. */
export const lockLists = (em: EntityManager) => em.execute('lock table code_list_entry in share row exclusive mode');

/** A whole list in its order. */
export const entriesOf = (em: EntityManager, list: CodeListName): Promise<CodeListEntry[]> =>
  em.find(CodeListEntry, { list }, { orderBy: { position: 'asc', id: 'asc' }, refresh: true });
