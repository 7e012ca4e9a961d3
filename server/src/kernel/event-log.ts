import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventData } from './event.js';
import { runSql, type SqlSource } from './sql.js';

/** An event before it has its place in the log. */
export interface PendingEvent {
  at: Date;
  kind: string;
  actorKind: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  objectId: string | null;
  audience: string | null;
  isDrill: boolean;
  data: EventData;
}

/** An event as the chain holds it. */
export interface ChainedEvent extends PendingEvent {
  seq: string;
  previousHash: string;
  hash: string;
}

const chainLock = 0x6a696573;
/** What the first event follows. */
export const genesis = '0'.repeat(64);

/** SHA-256 over the previous hash and a canonical text of the event. */
export function hashOf(event: Omit<ChainedEvent, 'hash'>): string {
  const { at, data, ...rest } = event;
  return createHash('sha256')
    .update(canonical({ ...rest, at: at.toISOString(), data }))
    .digest('hex');
}

/**
 * Appends the events at the end of the caller's transaction.
 * The lock is held until commit, so sequence order is commit order and a reader may follow by `seq > after`.
 */
export async function append(em: EntityManager, pending: readonly PendingEvent[]): Promise<void> {
  if (!pending.length) return;
  await runSql(em, { text: 'select pg_advisory_xact_lock($1)', values: [chainLock] });
  const [head] = await runSql<{ seq: string; hash: string }>(em, {
    text: 'select seq, hash from event order by seq desc limit 1',
    values: [],
  });
  await runSql(em, insertStatement(chain(head ?? null, pending)));
}

/** @public Gives events their place and hash after the head of the log; null is an empty log. */
export function chain(
  head: Pick<ChainedEvent, 'seq' | 'hash'> | null,
  pending: readonly PendingEvent[],
): ChainedEvent[] {
  let seq = BigInt(head?.seq ?? 0);
  let previousHash = head?.hash ?? genesis;
  return pending.map((event) => {
    seq += 1n;
    const placed = { ...event, seq: String(seq), previousHash };
    const hash = hashOf(placed);
    previousHash = hash;
    return { ...placed, hash };
  });
}

/** The number of the last event; 0 while there is none. */
export async function lastSeq(source: SqlSource): Promise<string> {
  const [row] = await runSql<{ seq: string | null }>(source, { text: 'select max(seq) as seq from event', values: [] });
  return row?.seq ?? '0';
}

const columns = [
  'seq',
  'at',
  'kind',
  'actor_kind',
  'actor_id',
  'subject_type',
  'subject_id',
  'object_id',
  'audience',
  'is_drill',
  'data',
  'previous_hash',
  'hash',
];

function insertStatement(rows: readonly ChainedEvent[]) {
  const values = rows.flatMap((row) => [
    row.seq,
    row.at,
    row.kind,
    row.actorKind,
    row.actorId,
    row.subjectType,
    row.subjectId,
    row.objectId,
    row.audience,
    row.isDrill,
    JSON.stringify(row.data),
    row.previousHash,
    row.hash,
  ]);
  const tuples = rows.map(
    (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  );
  return { text: `insert into event (${columns.join(', ')}) values ${tuples.join(', ')}`, values };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}
