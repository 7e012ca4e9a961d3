import { createHash } from 'node:crypto';
import { CompiledQuery, type Transaction } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

/** A statement with `$n` places. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** Where a statement runs: the open transaction of an entity manager, or any connection of the pool. */
export type SqlSource = EntityManager | Pool;

/** Runs a statement; outside a transaction it is prepared once per connection under a name of its own. */
export async function runSql<Row>(source: SqlSource, { text, values }: Statement): Promise<Row[]> {
  if ('isInTransaction' in source) {
    const transaction = source.getTransactionContext<Transaction<unknown>>();
    if (!transaction) throw new Error('runSql needs an open transaction or the pool');
    const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, [...values]));
    return rows as Row[];
  }
  const { rows } = await source.query({ name: nameOf(text), text, values: [...values] });
  return rows as Row[];
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    // Texts come from a bounded set of shapes times client selections; the cap keeps memory flat under odd clients.
    if (names.size > 5000) names.clear();
    names.set(text, name);
  }
  return name;
}
