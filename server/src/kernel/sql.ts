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

/** Runs a statement; outside a transaction one that comes again is prepared once per connection. */
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

/** Runs a statement and answers with its rows as JSON made by the database: one message, however many rows. */
export async function runJson<Row>(source: SqlSource, { text, values }: Statement): Promise<Row[]> {
  const whole = `select coalesce(json_agg(line), '[]'::json) as rows from (${text}) line`;
  const [answer] = await runSql<{ rows: Row[] }>(source, { text: whole, values });
  return answer!.rows;
}

const names = new Map<string, string | null>();
const mostRemembered = 5000;
const mostNamed = 500;
let named = 0;

// Every name is kept by each connection of the server for its life: only texts that come again get one, and not many.
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (known === undefined) {
    if (names.size < mostRemembered) names.set(text, null);
    return undefined;
  }
  if (named === mostNamed) return undefined;
  named++;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
